internal import Metrics
internal import Notebooks

extension ChecksBlock {
    /// The checks as a table whose verdicts have their colours.
    var sheetTable: TableBlock {
        let table = self.table
        let verdicts = Verdict.allCases.map {
            TableBlock.Highlight(column: "verdict", comparison: .equal, operand: .text($0.rawValue), tone: $0.tone)
        }
        return TableBlock(
            anchor: table.anchor, title: table.title, note: table.note, columns: table.columns, rows: table.rows,
            highlights: verdicts, emptyText: table.emptyText, rowFormats: table.rowFormats,
            placement: table.placement)
    }

    /// The gravest verdict; nil where nothing is checked.
    var gravest: Verdict? { rows.first?.verdict }
}
