import Console
import Foundation
import Notebooks
import Rendering

/// A report outside of the archive: a folder that the next one replaces.
struct DraftFolder {
    private let document: Document
    private let template: Template
    private let extra: [(name: String, text: String)]

    init(_ document: Document, of template: Template, extra: [(name: String, text: String)] = []) {
        self.document = document
        self.template = template
        self.extra = extra
    }

    /// Writes it in its formats and says what a reader must look at. One with a failed cell goes beside, to
    /// `FOLDER.failed`, so that it never takes the place of a good one, and is an error.
    func publish(to folder: String) throws {
        let target = document.hasFailure ? folder + ".failed" : folder
        do {
            tell(
                try document.warnings.map(\.message)
                    + ReportFolder.publish(
                        document, formats: template.formats, extra: extra, to: URL(fileURLWithPath: target)))
        } catch {
            throw Failure(.cannotCreate, "\(error)")
        }
        guard !document.hasFailure else {
            let count = document.failures.count
            let lines =
                ["\(count == 1 ? "a cell" : "\(count) cells") of \(template.file) failed:"] + document.failureLines
            throw Failure(
                .data,
                lines.joined(separator: "\n  ") + "\n\(target)/index.html shows the report as far as it could be made")
        }
    }
}
