import Notebooks
import Rendering
import ReportReading

extension ReadWorkbook {
    /// Writes the workbook of a document, and reads it back before its folder is removed.
    static func with(_ document: Document, _ use: (ReadWorkbook) throws -> Void) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(document, to: folder.path("report.xlsx"))
        try use(ReadWorkbook(folder.path("report.xlsx")))
    }
}
