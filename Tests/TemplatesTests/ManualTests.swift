import Dates
import DeskFixture
import Foundation
import History
import Metrics
import Notebooks
import ReportReading
import Reports
import Reviews
import Testing

/// The examples of the documentation against the history and the dictionary that a reader has.
@Suite("The documentation of notebooks, over a desk's month")
struct ManualTests {
    private static let head =
        "---\ntitle: T\nkind: k\nparameters: { week: { type: week, default: last-complete } }\n---\n"

    /// What is wrong with a template's text: its faults, failed cells and warnings.
    private func problems(_ example: String) throws -> [String] {
        let text = example.hasPrefix("---") ? example : Self.head + example
        let template = Template.parse(text, file: "example.md") { name in
            name == "partials/footnotes"
                ? .text("Week {{ week }}.", file: "footnotes.md") : .missing(names: ["partials/footnotes"])
        }.template
        let faults = try ReportMaker.check(template, asOf: Month.end).map(\.description)
        guard faults.isEmpty else { return faults }
        let document = try ShippedReport.maker.get().report(template, asOf: Month.end).document
        var problems = document.warnings.map(\.message)
        for case .failure(let failure) in document.blocks { problems.append("\(failure.place) \(failure.message)") }
        return problems
    }

    @Test("Every example of the reference is sound and warns of nothing")
    func reference() throws {
        let examples = try ManualPage("notebooks.md").examples
        #expect(examples.count >= 9)
        for example in examples {
            let problems = try problems(example)
            #expect(problems == [], "\(example)")
        }
    }

    @Test("The tutorial's notebook is sound after each of its steps, and warns of nothing")
    func tutorial() throws {
        let steps = try ManualPage("tutorial.md").examples
        #expect(steps.count == 4)
        for count in 1...steps.count {
            let notebook = steps.prefix(count).joined(separator: "\n")
            let problems = try problems(notebook)
            #expect(problems == [], "\(notebook)")
        }
    }

    @Test("The example from Swift is this code, and it runs")
    func fromSwift() throws {
        let data = try ShippedReport.maker.get().data
        let asOf = Month.end
        let review = WeeklyReview(
            try ReviewLoader.input(
                week: try #require(ISOWeek("2026-W31")), asOf: asOf, from: data.store, calendar: data.calendar,
                settings: data.review))
        let (templates, history) = (ShippedReport.templates.path, data.store.path)
        // begin
        let catalogue = try TemplateCatalogue(directory: templates)
        let template = try catalogue.template(named: "weekly-review")
        let context = NotebookContext(
            asOf: asOf, datasets: review.datasets, scalars: review.scalars, historyPath: history)
        let document = try Notebook.run(template, parameters: ["week": "2026-W31"], context: context)
        // end
        #expect(!document.hasFailure)
        let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
        let code = try #require(source.firstMatch(of: #/\/\/ begin\n([\s\S]*?)\n *\/\/ end/#)).1
            .replacing("\n        ", with: "\n").trimmingCharacters(in: .whitespaces)
            .replacing("directory: templates", with: "directory: \"templates\"")
            .replacing("historyPath: history", with: "historyPath: \"data/history.sqlite\"")
        #expect(try ManualPage("notebooks.md").fences("swift").map { $0.trimmingCharacters(in: .newlines) } == [code])
    }
}
