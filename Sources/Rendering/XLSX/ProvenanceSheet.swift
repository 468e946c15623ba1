internal import CXlsxWriter
internal import Dates
internal import Notebooks

/// The last sheet: where the figures come from.
enum ProvenanceSheet {
    /// Writes parameters and provenance as label and text.
    static func write(_ document: Document, on sheet: Sheet) throws(WorkbookError) {
        try sheet.setWidth(26, column: 0)
        try sheet.setWidth(100, column: 1)
        try sheet.write("About this report", row: 0, column: 0, style: CellStyle(size: 14, isBold: true))
        var row: UInt32 = 2
        let asOf = Document.Parameter(name: "As of", text: document.asOf.iso)
        for item in [asOf] + document.parameters + document.provenance {
            try sheet.write(item.name, row: row, column: 0, style: CellStyle(isBold: true))
            try sheet.write(item.text, row: row, column: 1, style: CellStyle(wraps: true))
            row += 1
        }
        worksheet_gridlines(sheet.raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        try sheet.setPrint(title: document.title, asOf: document.asOf, headRows: nil, tall: 0)
    }
}
