internal import Metrics

extension PieceMaker {
    /// Rows as checks.
    mutating func made(_ cell: ChecksCell, named name: String) -> Made {
        let title = self.title(cell.title, of: name)
        let note = plain(cell.note)
        _ = words(cell.emptiness)
        guard let data = relation(cell.data) else { return Made() }
        var columns: [ChecksCell.Part: Int] = [:]
        for part in ChecksCell.Part.allCases {
            if let word = cell.columns[part] {
                columns[part] = column(word, part.rawValue, of: data)
            } else {
                columns[part] = data.index(of: part.rawValue)
            }
        }
        for part in [ChecksCell.Part.check, .verdict] where columns[part] == nil && cell.columns[part] == nil {
            fault(
                "'\(data.name)' has no column '\(part.rawValue)'. Name one by option '\(part.rawValue)'. "
                    + Suggestion.text(for: part.rawValue, among: data.columns.map(\.name)), at: cell.data?.place)
        }
        guard faults.isEmpty else { return Made() }
        guard data.rows.count <= Allowance.checks else {
            fault(
                "\(data.rows.count) checks are more than anybody reads; show up to \(Allowance.checks). Leave out those that "
                    + "pass, or sum them up.", at: cell.data?.place)
            return Made()
        }
        var rows: [ChecksBlock.Row] = []
        for (index, row) in data.rows.enumerated() {
            rows.append(check(row, number: index + 1, columns, of: cell, data))
        }
        let block = ChecksBlock(anchor: Anchors.of(cell: name), title: title, note: note, rows: rows)
        return Made(blocks: [.checks(block)], title: title, emptiness: rows.isEmpty ? cell.emptiness : nil)
    }

    private mutating func check(
        _ row: [Value], number: Int, _ columns: [ChecksCell.Part: Int], of cell: ChecksCell, _ data: Relation
    ) -> ChecksBlock.Row {
        func text(_ part: ChecksCell.Part) -> String {
            guard let column = columns[part], row[column] != .null else { return "" }
            return data.columns[column].format.text(row[column])
        }
        func place(_ part: ChecksCell.Part) -> Word {
            cell.columns[part] ?? Word(text: part.rawValue, place: cell.data?.place ?? Place(file: "", line: 1))
        }
        let title = text(.check)
        var format = columns[.value].map { data.columns[$0].format } ?? .text
        if let unit = columns[.unit] { format = self.format(row[unit], row: number, of: place(.unit)) ?? format }
        let link = text(.link)
        if !ChecksBlock.isLink(link) {
            fault(
                "row \(number), '\(title)': '\(link)' is no link. Write an anchor of the page as '#exposure', or a relative "
                    + "address.", at: place(.link).place)
        }
        return ChecksBlock.Row(
            anchor: anchors.check(title), title: title,
            verdict: verdict(
                columns[.verdict].map { row[$0] } ?? .null, number: number, title, at: place(.verdict).place),
            value: columns[.value].map { row[$0].read(as: format) } ?? .null, format: format, limit: text(.limit),
            evidence: text(.evidence), link: link)
    }

    /// The verdict of a row. One that is not there is unknown, and never a pass.
    private mutating func verdict(_ value: Value, number: Int, _ title: String, at place: Place) -> Verdict {
        if value.isMissing { return .unknown }
        let word = ValueFormat.text.text(value)
        if let verdict = Verdict(rawValue: word) { return verdict }
        fault(
            "row \(number), '\(title)': '\(word)' is no verdict. "
                + Suggestion.text(for: word, among: Verdict.allCases.map(\.rawValue)), at: place)
        return .unknown
    }
}

extension ChecksBlock {
    /// Whether a text is an anchor, a relative address, or nothing: without a scheme, as `javascript:`, and without a
    /// host, as `//host`.
    fileprivate static func isLink(_ text: String) -> Bool {
        let path = text.prefix { $0 != "#" && $0 != "?" }
        return !path.contains(":") && !text.hasPrefix("/") && !text.hasPrefix("\\")
            && !text.unicodeScalars.contains { $0.value <= 32 || $0 == "\u{7F}" }
    }
}
