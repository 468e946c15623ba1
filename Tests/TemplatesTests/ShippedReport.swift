import Dates
import DeskFixture
import Foundation
import History
import Metrics
import Notebooks
import Reports

/// A shipped notebook over the month that was made by hand.
struct ShippedReport: Sendable {
    let name: String
    let report: ReportMaker.Report

    var document: Document { report.document }

    static let templates = Desk.project.appending(path: "templates")

    /// The names of the shipped notebooks.
    static let names = (try? TemplateCatalogue(directory: templates.path).templates.map(\.name)) ?? []

    /// Made once: the history is only read.
    static let maker = Result { () throws -> ReportMaker in
        guard let calendar = Desk.calendar, let events = Desk.events else { throw Unreadable() }
        let data = ReportData(
            store: try Month.store(), calendar: calendar, events: events, review: ReviewSettings(),
            limits: Month.limits)
        return ReportMaker(data: data, program: "ThetaDesk 1.0")
    }

    struct Unreadable: Error {}

    init(_ name: String) throws {
        self.name = name
        let template = try TemplateCatalogue(directory: Self.templates.path).template(named: name)
        report = try Self.maker.get().report(template, asOf: Month.end)
    }

    /// The texts of the shipped partials by name.
    static func partials() throws -> [String: String] {
        let folder = templates.appending(path: "partials")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        return try Dictionary(
            uniqueKeysWithValues: files.map { file in
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                return ("partials/\(file.dropLast(3))", text)
            })
    }
}
