internal import Notebooks

/// A sheet as the summary lists it.
struct ListedSheet {
    /// The sheet.
    let sheet: Sheet
    /// The titles of what stands on it; empty where it is the sheet's own.
    let titles: [String]
    /// What stands on it, in few words.
    let kinds: String
}

extension SummarySheet {
    /// A link to every sheet.
    mutating func writeList(_ sheets: [ListedSheet]) throws(WorkbookError) {
        firstRows.append(row)
        row += 1
        try line("Sheets", CellStyle(size: 12, isBold: true))
        for listed in sheets {
            let name = "→ \(listed.sheet.name)"
            try sheet.write(link: name, to: LinkTarget(listed.sheet), across: 0...0, row: row, CellStyle())
            let titles = listed.titles.isEmpty ? listed.kinds : listed.titles.joined(separator: " · ")
            let columns = 2...Self.columns.upperBound
            try sheet.write(
                titles, across: columns, row: row, CellStyle(side: .left, wraps: true, color: Palette.soft))
            try setHeight([(titles, columns)])
            row += 1
        }
    }
}

extension SheetPlan {
    /// How the summary lists the sheet.
    func listed(_ sheet: Sheet) -> ListedSheet {
        let titles = isShared ? blocks.compactMap(\.sheetHead?.title) : []
        return ListedSheet(sheet: sheet, titles: titles, kinds: blocks.first?.sheetKind ?? "")
    }
}

extension Block {
    /// What a block is, with its size.
    fileprivate var sheetKind: String {
        func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
        switch self {
        case .table(let table): return table.rows.isEmpty ? table.emptyText : count(table.rows.count, "row")
        case .chart(let chart):
            if chart.x.isEmpty { return "No data." }
            return "\(chart.kind == .heatMap ? "heat-map" : "chart") of \(count(chart.x.count, "value"))"
        case .checks(let checks): return count(checks.rows.count, "check")
        case .heading, .prose, .figures, .failure: return ""
        }
    }
}
