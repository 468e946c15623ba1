internal import Metrics

/// Makes one piece of a document. Whatever is wrong is collected, and the rest of the piece is looked at all the same.
struct PieceMaker {
    /// What the piece can name.
    let names: Names
    /// Where its SQL reads; nil where a template has none.
    let database: ReadOnlyDatabase?
    /// The units of a query's columns.
    let units: ColumnUnits
    /// The anchors of the page.
    var anchors: Anchors
    /// Everything wrong so far. A piece with faults is not shown.
    private(set) var faults: [CellFault] = []

    /// What became of a piece.
    struct Made {
        /// What is shown.
        var blocks: [Block] = []
        /// What later cells see under the cell's name; nil for nothing.
        var relation: Relation?
        /// The caption by which a warning names the cell.
        var title = ""
        /// What becomes of it when there are no rows; nil when there are some.
        var emptiness: Emptiness?
    }

    /// A maker of a piece that can name what there is so far.
    init(names: Names, database: ReadOnlyDatabase?, units: ColumnUnits, anchors: Anchors) {
        self.names = names
        self.database = database
        self.units = units
        self.anchors = anchors
    }

    mutating func fault(_ message: String, at place: Place?) {
        faults.append(CellFault(message: message, place: place))
    }

    mutating func add(_ fault: CellFault) {
        faults.append(fault)
    }

    /// A dataset or an earlier cell's result; nil, with a fault, where there is none.
    mutating func relation(_ word: Word?) -> Relation? {
        guard let word else { return nil }
        do throws(CellFault) {
            return try names.relation(word)
        } catch {
            faults.append(error)
            return nil
        }
    }

    /// What a reference stands for; nil, with a fault, where that is nothing.
    mutating func value(_ reference: Reference) -> (value: Value, format: ValueFormat)? {
        do throws(CellFault) {
            return try names.value(reference)
        } catch {
            faults.append(error)
            return nil
        }
    }

    /// The position of a column that an option names; nil, with a fault, where there is none.
    mutating func column(_ word: Word, _ option: String, of relation: Relation) -> Int? {
        if let index = relation.index(of: word.text) { return index }
        fault(
            "option '\(option)': '\(relation.name)' has no column '\(word.text)'. "
                + Suggestion.text(for: word.text, among: relation.columns.map(\.name)), at: word.place)
        return nil
    }

    /// A text with its values put in as they are shown.
    mutating func plain(_ text: InterpolatedText) -> String {
        var result = ""
        for segment in text.segments {
            switch segment {
            case .literal(let literal): result += literal
            case .value(let reference, let format):
                if let found = value(reference) { result += (format ?? found.format).text(found.value) }
            }
        }
        return result
    }

    /// Markdown with its values put in as text.
    mutating func markdown(_ text: InterpolatedText) -> String {
        var result = ""
        // Whether the line that is being written holds nothing but white space so far.
        var isBlank = true
        for segment in text.segments {
            switch segment {
            case .literal(let literal):
                result += literal
                let line = literal.unicodeScalars.reversed().prefix { $0 != "\n" }
                isBlank = (isBlank || line.count < literal.unicodeScalars.count) && line.allSatisfy { $0 == " " }
            case .value(let reference, let format):
                guard let found = value(reference) else { continue }
                let shown = (format ?? found.format).text(found.value)
                result += MarkdownText.escaped(shown, startsLine: isBlank)
                isBlank = isBlank && shown.trimmed.isEmpty
            }
        }
        return result
    }

    /// A caption: the text, or one made from the cell's name where there is none.
    mutating func title(_ text: InterpolatedText, of cell: String) -> String {
        let words = plain(text)
        return words.isEmpty ? ColumnNames.title(cell) : words
    }
}
