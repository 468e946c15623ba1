internal import CXlsxWriter

extension Sheet {
    /// Sets how the sheet is printed: on any paper.
    func setPage(_ page: WorkbookContents.Page) throws(WorkbookError) {
        record { $0.page = page }
        guard page.problems.isEmpty else { return }
        if page.isLandscape { worksheet_set_landscape(raw) }
        // A4; spreadsheets fit it to Letter where that is what the printer has.
        worksheet_set_paper(raw, 9)
        worksheet_fit_to_pages(raw, 1, page.isOnePage ? 1 : 0)
        if !page.breaks.isEmpty {
            // The list ends with a zero.
            var rows = page.breaks.map { UInt32(clamping: $0) } + [0]
            try workbook.check(worksheet_set_h_pagebreaks(raw, &rows), "the page breaks")
        }
        worksheet_set_margins(raw, 0.5, 0.5, 0.7, 0.7)
        if !page.header.isEmpty { try workbook.check(worksheet_set_header(raw, page.header), "the page header") }
        if !page.footer.isEmpty { try workbook.check(worksheet_set_footer(raw, page.footer), "the page footer") }
        if let rows = page.headRows {
            let answer = worksheet_repeat_rows(
                raw, UInt32(clamping: rows.lowerBound), UInt32(clamping: rows.upperBound))
            try workbook.check(answer, "the repeated rows")
        }
        if let area = page.area {
            let answer = worksheet_print_area(
                raw, UInt32(clamping: area.first.row), UInt16(clamping: area.first.column),
                UInt32(clamping: area.last.row), UInt16(clamping: area.last.column))
            try workbook.check(answer, "the printed cells")
        }
    }
}
