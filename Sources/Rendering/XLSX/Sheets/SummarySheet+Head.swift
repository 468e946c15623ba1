internal import Dates
internal import Notebooks

extension SummarySheet {
    /// Title, date, facts, and what must be known before anything else.
    mutating func writeHead() throws(WorkbookError) {
        try line(document.title, CellStyle(size: 18, isBold: true))
        let parameters = document.parameters.map { "\($0.name) \($0.text)" }
        try line(
            ([document.kind, "as of \(document.asOf.iso)"] + parameters).joined(separator: " · "),
            CellStyle(color: Palette.soft))
        if document.hasFailure { try line("Failed. \(document.failureSentence)", notice: .bad) }
        if let notice = document.syntheticNotice { try line("Synthetic prices. \(notice)", notice: .warn) }
        if !document.facts.isEmpty {
            row += 1
            for fact in document.facts { try write(fact) }
        }
        try writeWarnings()
        if let changes = document.changes { try write(changes) }
    }

    private mutating func write(_ fact: Document.Parameter) throws(WorkbookError) {
        try sheet.write(fact.name, Cell(row, 0), CellStyle(color: Palette.soft))
        try sheet.write(
            fact.text, across: 1...Self.columns.upperBound, row: row, CellStyle(size: 11, isBold: true, wraps: true))
        let width = Self.widths.dropFirst().reduce(0, +)
        try sheet.setHeight(ColumnWidth.height(fact.text, width: width, size: 11, isBold: true), row: row)
        row += 1
    }

    private mutating func writeWarnings() throws(WorkbookError) {
        guard !document.warnings.isEmpty else { return }
        row += 1
        for warning in document.warnings {
            let words = "To look at: \(warning.message)"
            let style = CellStyle(wraps: true, color: Palette.warn, ground: Palette.warnGround)
            try write(linked: words, "#\(warning.anchor)", across: Self.columns, style)
            try setHeight([(words, Self.columns)])
            row += 1
        }
    }

    /// What is otherwise than in the report before.
    private mutating func write(_ block: ChangesBlock) throws(WorkbookError) {
        row += 1
        try line("Since \(block.since.name)", CellStyle(size: 12, isBold: true))
        guard !block.changes.isEmpty else { return try line("Nothing changed.", CellStyle(color: Palette.soft)) }
        try heads(["Changed", "From", "", "To"], last: Self.columns.upperBound)
        for change in block.changes {
            try write(linked: change.label, "#\(change.anchor)", across: 0...0, CellStyle(wraps: true))
            let soft = CellStyle(side: .left, wraps: true, color: Palette.soft, isIndented: true)
            try sheet.write(change.before.isEmpty ? "new" : change.before, across: 1...2, row: row, soft)
            let after = change.after.isEmpty ? "gone" : change.after
            try sheet.write(
                after, across: 3...Self.columns.upperBound, row: row,
                CellStyle(side: .left, wraps: true, isIndented: true))
            try setHeight([(change.label, 0...0), (change.before, 1...2), (after, 3...Self.columns.upperBound)])
            row += 1
        }
    }

    /// Words in the row; a link where an address is the anchor of something in the workbook, and the words are no longer
    /// than those of a link may be. A workbook links to itself only: what it is mailed without is not beside it.
    mutating func write(
        linked words: String, _ address: String, across columns: ClosedRange<Int>, _ style: CellStyle
    ) throws(WorkbookError) {
        guard address.hasPrefix("#"), let target = anchors[String(address.dropFirst())], !words.trimmed.isEmpty,
            words.utf16.count <= 250
        else { return try sheet.write(words, across: columns, row: row, style) }
        try sheet.write(link: words, to: target, across: columns, row: row, style)
    }

    /// Makes the row as high as the highest of some words over some columns.
    mutating func setHeight(_ words: [(text: String, columns: ClosedRange<Int>)]) throws(WorkbookError) {
        let heights = words.map { ColumnWidth.height($0.text, width: Self.widths[$0.columns].reduce(0, +) - 1) }
        try sheet.setHeight(max(heights.max() ?? 0, 15.5), row: row)
    }
}
