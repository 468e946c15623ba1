import Foundation
import Metrics
import ReportReading
import Testing

@testable import Notebooks

/// The manual's examples are run and its lists compared with the code, so that it cannot rot.
@Suite("The manual of notebooks")
struct ManualTests {
    private static let head =
        "---\ntitle: T\nkind: k\nparameters: { week: { type: week, default: last-complete } }\n---\n"

    /// A template of an example, which is a whole one or cells of one.
    private func template(_ example: String, file: String = "example.md") -> Template {
        let text = example.hasPrefix("---") ? example : ManualTests.head + example
        return Template.parse(text, file: file) { name in
            name == "partials/footnotes"
                ? .text("Week {{ week }}.", file: "footnotes.md") : .missing(names: ["partials/footnotes"])
        }.template
    }

    private func isSound(_ template: Template, _ example: String) throws {
        let faults = try Notebook.check(template, context: ManualDesk.context())
        #expect(faults == [], "\(example)")
        guard template.faults.isEmpty else { return }
        let document = try ManualDesk.run(template)
        let failures = document.blocks.filter { if case .failure = $0 { true } else { false } }.map { dump($0) }
        #expect(failures == [], "\(example)")
        #expect(document.warnings == [] && !document.blocks.isEmpty, "\(example)")
    }

    @Test("every example of the reference is checked and run")
    func reference() throws {
        let examples = try ManualPage("notebooks.md").examples
        #expect(examples.count >= 9)
        for example in examples { try isSound(template(example), example) }
        #expect(template(examples[0]).cellNames == ["best", "by_symbol"])
    }

    @Test("the tutorial's notebook is sound after each of its steps")
    func tutorial() throws {
        let steps = try ManualPage("tutorial.md").examples
        #expect(steps.count == 4)
        for count in 1...steps.count {
            let notebook = steps.prefix(count).joined(separator: "\n")
            try isSound(template(notebook), notebook)
        }
        let document = try ManualDesk.run(template(steps.joined(separator: "\n")))
        #expect(document.title == "My week 2026-W31")
        #expect(
            document.blocks.compactMap(anchor)
                == [
                    anchor(of: document.blocks[0]), "week-trades", "the-week", "pnl-by-symbol-chart", "books",
                    "a-losing-week",
                    "week-checks",
                ].compactMap { $0 })
    }

    @Test("the tutorial's mistake reads as it says")
    func mistake() throws {
        let page = try ManualPage("tutorial.md")
        let notebook = page.examples.joined(separator: "\n").replacing(
            "exit_reason, realized_pnl\nfrom", with: "exit_reason, realised_pnl\nfrom")
        let faults = try Notebook.check(
            template(notebook, file: "templates/my-week.md"), context: ManualDesk.context())
        #expect(faults.count == 1)
        #expect(page.text.contains("\n\(faults[0].description)\n"), "\(faults[0].description)")
    }

    @Test("every option that a cell can have is in its section, and no other", arguments: Cell.Kind.allCases)
    func options(kind: Cell.Kind) throws {
        let page = try ManualPage("notebooks.md")
        var reader = CellReader(
            Fence(opening: TemplateLine(number: 1, text: ""), words: [], body: [], isClosed: true),
            at: Place(file: "", line: 1))
        _ = reader.cell(kind, name: "a")
        var written = page.options("### `\(kind.rawValue)`").union(page.options("### Options of every cell"))
        if kind == .sql || kind == .table { written.formUnion(page.options("### Options of a table")) }
        if kind == .text { written.remove("sheet") }
        if kind == .figures {
            let text = "items: [{ label: a, value: b }]"
            var options = OptionReader(
                YAMLSource(owner: Place(file: "", line: 1), lines: [TemplateLine(number: 1, text: text)]), owner: "")
            let items = Set(FiguresCell(&options).itemOptions)
            #expect(items.isSubset(of: written))
            written.subtract(items.subtracting(["title"]))
        }
        #expect(Set(reader.knownOptions) == written)
    }

    @Test("every option of the head, of parameters and of an include is there, and no other")
    func headOptions() throws {
        let page = try ManualPage("notebooks.md")
        let text = "parameters: { a: { type: text } }"
        let source = YAMLSource(owner: Place(file: "", line: 1), lines: [TemplateLine(number: 1, text: text)])
        var parameter = OptionReader(YAMLSource(owner: Place(file: "", line: 1), lines: []), owner: "")
        _ = ParameterDeclaration("a", &parameter)
        #expect(
            Set(TemplateHead(source).knownOptions + parameter.known + ParameterType.allCases.map(\.rawValue))
                == page.options("## The head"))
        #expect(page.options("### `include`") == ["if"])
        #expect(
            page.options("## Without rows")
                == Set(EmptyPolicy.allCases.map(\.rawValue) + ["empty"]).subtracting(["empty"]))
    }

    @Test("its table of formats is what the formatter writes")
    func formats() throws {
        let rows = try ManualPage("notebooks.md").tables("### Formats")
        #expect(
            rows.map { $0[0] }
                == rows.map { "`\(ValueFormat(rawValue: $0[0].replacing("`", with: ""))?.rawValue ?? "")`" })
        #expect(Set(rows.map { $0[0].replacing("`", with: "") }) == Set(ValueFormat.allCases.map(\.rawValue)))
        for row in rows {
            let format = try #require(ValueFormat(rawValue: row[0].replacing("`", with: "")))
            #expect(format.text(.number(1234.5)) == row[1], "\(format)")
            #expect(format.text(.number(-0.004)) == row[2], "\(format)")
        }
    }

    @Test("its bounds are those of the code")
    func bounds() throws {
        let text = try ManualPage("notebooks.md").section("## What a template cannot do").joined(separator: "\n")
        for bound in [
            "| steps of SQLite's machine, a statement | \(Desk.context.stepLimit / 1_000_000) million |",
            "| rows, a statement | \(ValueFormat.integer.text(.integer(SQLLimits.rows))) |",
            "| results of all cells together, at 16 bytes a cell and its text | \(SQLLimits.resultBytes / 1_000_000) MB |",
            "| its texts and rows, also those on their way | \(ValueFormat.integer.text(.integer(SQLLimits.textBytes))) bytes |",
            "| steps, where one has more than \(ValueFormat.integer.text(.integer(SQLLimits.scales[0].textBytes))) bytes | "
                + "\(Desk.context.stepLimit / SQLLimits.scales[1].weight / 1_000_000) million |",
            "| steps of all statements of a report | \(Desk.context.stepLimit * SQLLimits.statements / 1_000_000) million |",
            "| memory of SQLite's, a statement | \(SQLLimits.memoryBytes / 1_000_000) MB |",
            "| what a report shows with its prose, at 16 bytes a value or cell and its text | "
                + "\(Allowance.shownBytes / 1_000_000) MB |",
            "| a table in prose: columns; cells, its rows filled up to its width | \(ProseMeasure.columnLimit); "
                + "\(ValueFormat.integer.text(.integer(ProseMeasure.cellLimit))) |",
            "| lists and quotes inside each other | \(ProseMeasure.depthLimit) |",
            "| a word of prose | \(ValueFormat.integer.text(.integer(ProseMeasure.wordLimit))) bytes |",
            "| link references of a run of prose: the longest, once for each bracket | "
                + "\(ProseMeasure.linkLimit / 1_000_000) MB |",
            "| rows that its cells and values look at | \(Allowance.lookedRows / 1_000_000) million |",
            "| rows of a `checks` | \(ValueFormat.integer.text(.integer(Allowance.checks))) |",
            "| sheets of a workbook with tables, charts and checks | \(Placement.sheetLimit) |",
            "| temporary files, all together | \(SQLLimits.temporaryBytes / 1_000_000) MB |",
            "| common table expressions, written out where they are named | "
                + "\(ValueFormat.integer.text(.integer(SQLLimits.expansions))) |",
            "| a template with its partials | \(TemplateParser.sizeLimit / 1024) KiB |",
            "| its headings, runs of prose and cells | \(ValueFormat.integer.text(.integer(TemplateParser.pieceLimit))) |",
        ] {
            #expect(text.contains(bound), "\(bound)")
        }
    }

    @Test("the verdicts that it lists are those that there are")
    func verdicts() throws {
        let text = try ManualPage("notebooks.md").text
        #expect(
            text.contains(
                "| `verdict` | " + Verdict.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ", or"))
    }
}
