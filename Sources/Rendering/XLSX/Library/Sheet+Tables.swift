internal import CXlsxWriter

extension Sheet {
    /// Makes a range a table of the spreadsheet program, and writes its heads.
    ///
    /// - Parameters:
    ///   - looks: the format of each head.
    ///   - sums: the columns whose last row is a sum.
    ///   - hasFilter: whether heads have buttons to filter and sort; a filter hides whole rows of the sheet.
    func addTable(
        _ table: WorkbookContents.Table, looks: [CellFormat], sums: Set<Int> = [], hasFilter: Bool
    ) throws(WorkbookError) {
        record { $0.tables.append(table) }
        guard table.problems.isEmpty, looks.count == table.heads.count else { return }
        let texts = CTexts()
        var columns = zip(table.heads, looks).enumerated().map { index, head in
            var column = lxw_table_column()
            column.header = texts.make(head.0)
            column.header_format = head.1.raw
            if sums.contains(index) { column.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue) }
            if table.hasTotals, index == 0, !sums.contains(0) { column.total_string = texts.make("Total") }
            return column
        }
        let answer = columns.withUnsafeMutableBufferPointer { buffer -> lxw_error in
            guard let first = buffer.baseAddress else { return LXW_ERROR_PARAMETER_VALIDATION }
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map { first + $0 }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { list in
                var options = lxw_table_options()
                options.name = texts.make(table.name)
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 1
                options.total_row = table.hasTotals ? 1 : 0
                options.no_autofilter = hasFilter ? 0 : 1
                options.columns = list.baseAddress
                let (first, last) = (table.range.first, table.range.last)
                return worksheet_add_table(
                    raw, UInt32(clamping: first.row), UInt16(clamping: first.column), UInt32(clamping: last.row),
                    UInt16(clamping: last.column), &options)
            }
        }
        try workbook.check(answer, "table '\(table.name)'")
    }
}
