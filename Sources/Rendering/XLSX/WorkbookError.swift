internal import Notebooks

/// Why a workbook could not be written.
public enum WorkbookError: Error, Equatable, Sendable {
    /// The file cannot be made at this path, or not be written to its end.
    case cannotCreate(path: String)
    /// The library refused a step, with its own words.
    case refused(step: String, reason: String)
    /// A table has more rows or columns than a sheet holds.
    case tooLarge(table: String, rows: Int, columns: Int)
    /// The document gives more sheets than a workbook should hold.
    case tooManySheets(Int)
    /// What was to be written is no sound workbook; every fault is named, and no file was made.
    case invalid([WorkbookFault])
}

extension WorkbookError: CustomStringConvertible {
    /// What went wrong and what to do.
    public var description: String {
        switch self {
        case .cannotCreate(let path):
            "cannot write the workbook '\(path)': make sure that its folder exists and can be written to, and that there "
                + "is space in it and in the folder of temporary files"
        case .refused(let step, let reason):
            "the workbook was not written: \(step) was refused (\(reason))"
        case .tooLarge(let table, let rows, let columns):
            "table '\(table)' has \(rows) rows and \(columns) columns, and a sheet holds 1,048,000 rows and 16,384 "
                + "columns: let its query select less"
        case .tooManySheets(let count):
            "the report would have \(count) sheets of tables and charts, and a workbook holds \(Placement.sheetLimit): split the notebook, "
                + "or let tables share a sheet"
        case .invalid(let faults):
            "the workbook was not written, because spreadsheets could not read it; this is a defect of ThetaDesk, "
                + "please report it:\n" + faults.map { "  \($0)" }.joined(separator: "\n")
        }
    }
}
