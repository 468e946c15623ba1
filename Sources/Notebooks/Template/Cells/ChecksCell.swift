/// Rows of a dataset or of an earlier cell's result shown as checks.
struct ChecksCell: Hashable, Sendable {
    /// What a check is made of. Raw values are the options, and the columns where an option is left out.
    enum Part: String, CaseIterable {
        case check, verdict, value, limit, evidence, link, unit
    }

    /// The dataset or cell; nil where it is missing.
    let data: Word?
    /// The columns that are named.
    let columns: [Part: Word]
    /// The caption; empty for one made from the cell's name.
    let title: InterpolatedText
    /// Said below.
    let note: InterpolatedText
    /// What becomes of no checks. Checks that are not there are no pass.
    let emptiness: Emptiness

    /// Reads checks.
    init(_ options: inout OptionReader) {
        data = options.required("data")
        var columns: [Part: Word] = [:]
        for part in Part.allCases { columns[part] = options.word(part.rawValue) }
        self.columns = columns
        title = options.text("title") ?? InterpolatedText(literal: "")
        note = options.text("note") ?? InterpolatedText(literal: "")
        emptiness = Emptiness(&options, usually: .error)
    }
}
