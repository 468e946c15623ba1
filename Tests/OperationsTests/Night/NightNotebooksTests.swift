import Foundation
import Notebooks
import Operations
import PublishingFixture
import Testing

@Suite("The notebooks of a night")
struct NightNotebooksTests {
    @Test("The project's own are those of the daily page, the gate and the week")
    func shipped() throws {
        let notebooks = try NightNotebooks(try PublishingDesk.shipped())
        #expect([notebooks.daily, notebooks.gate, notebooks.weekly].map(\.kind) == ["daily", "gate", "weekly"])
    }

    private static let names = ["daily-checklist", "gate-decision", "weekly-review"]

    @Test("One that is missing is named, with its folder", arguments: names)
    func missing(name: String) throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        for other in Self.names where other != name {
            _ = try desk.write("---\ntitle: Page\nkind: page\n---\n# Page\n", as: "\(other).md")
        }
        let error = #expect(throws: TemplateCatalogue.LoadError.self) { try NightNotebooks(desk.catalogue) }
        let folder = desk.folder.appendingPathComponent("templates").path
        #expect(error?.description.hasPrefix("\(folder): there is no template '\(name)'. ") == true)
    }

    @Test("One with faults is not begun with", arguments: names)
    func faulty(name: String) throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        for other in Self.names {
            _ = try desk.write(
                "---\ntitle: Page\nkind: page\n---\n# Page\(other == name ? " {{" : "")\n", as: "\(other).md")
        }
        let error = #expect(throws: NotebookError.self) { try NightNotebooks(desk.catalogue) }
        #expect(error?.description.contains("\(name).md:5") == true)
    }
}
