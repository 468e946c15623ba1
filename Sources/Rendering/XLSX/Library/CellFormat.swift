internal import CXlsxWriter

/// A look that a workbook knows, to be given to many cells.
struct CellFormat {
    /// The library's format.
    let raw: UnsafeMutablePointer<lxw_format>
}
