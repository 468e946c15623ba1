extension WorkbookContents {
    /// How a sheet is printed.
    struct Page: Hashable {
        /// What stands above, in the codes of spreadsheets.
        var header = ""
        /// What stands below.
        var footer = ""
        /// The rows that are printed on every page; nil for none.
        var headRows: ClosedRange<Int>?
        /// The cells that are printed; nil for all.
        var area: CellRange?
        /// Whether the longer edge of the paper lies below.
        var isLandscape = true
        /// Whether everything is made small enough for one page; otherwise it is as wide as one, on as many as it takes.
        var isOnePage = false
        /// The rows that begin a page.
        var breaks: [Int] = []

        /// What no spreadsheet takes of it.
        var problems: [String] {
            var problems: [String] = []
            for (name, text) in [("header", header), ("footer", footer)] where text.utf16.count > 255 {
                problems.append("the \(name) has \(text.utf16.count) characters and 255 are the most")
            }
            if let headRows, !CellRange(column: 0, rows: headRows).isOnSheet {
                problems.append(
                    "the repeated rows \(headRows.lowerBound + 1) to \(headRows.upperBound + 1) do not exist")
            }
            if breaks.count > 1023 { problems.append("it has \(breaks.count) page breaks and 1,023 are the most") }
            if let row = breaks.first(where: { !(1...Cell.lastRow).contains($0) }) {
                problems.append("no page can begin at row \(row + 1)")
            }
            if let area, !area.isOnSheet { problems.append("the printed cells \(area.name) are not on a sheet") }
            return problems
        }
    }
}
