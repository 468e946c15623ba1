import Metrics
import Notebooks
import Testing

@Suite("Options that every cell has")
struct CellOptionTests {
    @Test("formats, fold and sheet place the block")
    func placement() throws {
        let common = "formats: [xlsx, html]\nfold: yes\nsheet: P&L by book"
        let place = Placement(formats: [.html, .xlsx], isFolded: true, sheet: "P&L by book")
        for body in [
            "```table a\ndata: pnl_by_book\n\(common)\n```",
            "```chart a\ndata: pnl_by_book\nx: book\nbars: [trades]\n\(common)\n```",
            "```figures a\nitems: [{ label: A, value: win_rate }]\n\(common)\n```",
            "```checks a\ndata: kpis\ncheck: name\nverdict: target\n\(common)\n```",
        ] {
            let blocks = try Desk.blocks(body, context: passing)
            #expect(blocks.map(\.placement) == [place], "\(body)")
        }
        let query = "```sql a\n--| formats: html\n--| fold: yes\nselect 1 as x\n```"
        #expect(try Desk.blocks(query).map(\.placement) == [Placement(formats: [.html], isFolded: true)])
        let text = "```text a\n--| formats: html\n--| fold: yes\nWords.\n```"
        #expect(try Desk.blocks(text) == [.prose("Words.", placement: Placement(formats: [.html], isFolded: true))])
    }

    @Test("a document gives the blocks of one format")
    func formats() throws {
        let body = "Words.\n\n```text a\n--| formats: [html, markdown]\nNot in the workbook.\n```"
        let document = try Notebook.run(
            Template.parse(Desk.template(body), file: "t.md").template, context: Desk.context)
        #expect(document.blocks(in: .xlsx) == [.prose("Words.")])
        #expect(document.blocks(in: .html) == document.blocks && document.blocks.count == 2)
    }

    /// The desk with verdicts in the column `target`.
    private var passing: NotebookContext {
        var context = Desk.context
        context.datasets = context.datasets.map { dataset in
            guard dataset.name == "kpis" else { return dataset }
            return Dataset(
                name: "kpis", columns: dataset.columns,
                rows: dataset.rows.map { [$0[0], $0[1], .text("pass"), $0[3]] })
        }
        return context
    }

    @Test(
        "faults of the common options",
        arguments: [
            (
                "formats: [pdf]",
                "t.md:7:11: option 'formats': 'pdf' is none. There are: markdown, html, xlsx."
            ),
            ("fold: perhaps", "t.md:7:7: option 'fold': 'perhaps' is neither yes nor no."),
            (
                "sheet: a/b",
                "t.md:7:8: option 'sheet': 'a/b' cannot name a sheet. Write up to 31 characters without [ ] : * ? / \\, "
                    + "and no ' at either end."
            ),
            (
                "on-error: stopp",
                "t.md:7:11: option 'on-error': 'stopp' is none. Did you mean 'stop'? There are: show, stop."
            ),
            (
                "empty: none",
                "t.md:7:8: option 'empty': 'none' is none. Did you mean 'note'? There are: note, warn, error. Words for "
                    + "the reader go into 'empty-text'."
            ),
            ("limit: 0", "t.md:7:8: option 'limit': '0' is not a whole number from 1 to 100000."),
        ])
    func faults(option: String, expected: String) {
        #expect(Desk.faults("```table a\ndata: kpis\n\(option)\n```") == [expected])
    }

    @Test(
        "names that no workbook has",
        arguments: ["''", "'quoted'''", "a:b", "a[b", "a]b", "a*b", "a?b", "a\\b", String(repeating: "x", count: 32)])
    func sheets(name: String) {
        let faults = Desk.faults("```table a\ndata: kpis\nsheet: \(name)\n```")
        #expect(faults.count == 1 && faults[0].contains("cannot name a sheet"), "\(faults)")
    }

    @Test("after a failure the rest goes on, or nothing after it is computed")
    func onError() throws {
        func body(_ option: String) -> String {
            "Before.\n\n```sql a\n--| on-error: \(option)\nselect nope\n```\nAfter.\n\n```table b\ndata: kpis\n```"
        }
        let failure = "cell 'a': no such column: nope. No table has a column like it."
        #expect(try Desk.blocks(body("show")).count == 4)
        let template = Template.parse(Desk.template(body("stop")), file: "t.md").template
        let document = try Notebook.run(template, context: Desk.context)
        #expect(
            document.blocks == [
                .prose("Before."),
                .failure(
                    FailureBlock(
                        anchor: "a", place: "t.md:9:8",
                        message: failure + " Nothing after it was computed, as its 'on-error' asks.")),
            ])
        #expect(document.hasFailure)
    }

    @Test("on-error: stop says nothing where nothing fails")
    func noError() throws {
        #expect(try Desk.blocks("```sql a\n--| on-error: stop\nselect 1 as x\n```\nAfter.").count == 2)
    }
}

@Suite("What becomes of a cell without rows")
struct EmptinessTests {
    private let empty =
        "```sql none\n--| show: no\nselect 'x' as \"check\", 'pass' as verdict, 1 as n where 1 = 0\n```\n"

    private func document(_ cell: String) throws -> Document {
        let template = Template.parse(Desk.template(empty + cell), file: "t.md").template
        #expect(template.faults == [])
        return try Notebook.run(template, context: Desk.context)
    }

    private static let cells = [
        "```table a\ndata: none\n", "```sql a\n--| title: A\nselect 1 as x where 1 = 0\n",
        "```chart a\ndata: none\nx: check\nbars: [n]\n", "```figures a\nitems: [{ label: L, value: none.n }]\n",
        "```checks a\ndata: none\n",
    ]

    /// The cell with an option, which a query has behind a sign.
    private func with(_ options: String..., in cell: String) -> String {
        let lines = options.map { (cell.hasPrefix("```sql") ? "--| " : "") + $0 + "\n" }.joined()
        return cell + lines + "```\nAfter."
    }

    @Test("note: it is said, and nothing else", arguments: cells)
    func note(cell: String) throws {
        let document = try document(with("empty: note", in: cell))
        #expect(document.blocks.count == 2)
        #expect(document.warnings == [] && !document.hasFailure)
    }

    @Test("warn: the report warns of it", arguments: cells)
    func warn(cell: String) throws {
        let document = try document(with("empty: warn", "empty-text: Nothing as of {{ as_of }}.", in: cell))
        #expect(document.blocks.count == 2 && !document.hasFailure)
        #expect(document.warnings == [Document.Warning(anchor: "a", message: "A: Nothing as of 2026-07-31.")])
    }

    @Test("error: the cell fails, and what rests on it", arguments: cells)
    func error(cell: String) throws {
        let document = try document(
            with("empty: error", "empty-text: Nothing.", in: cell) + "\n\n```table b\ndata: a\n```")
        #expect(
            document.blocks.map { anchor(of: $0) ?? "prose" } == ["a", "prose", "b"] && document.warnings == [])
        #expect(
            document.blocks.first.map { dump($0) }
                == "failure #a t.md:9 cell 'a': Nothing. Write 'empty: warn' or 'empty: note' where that may be.")
        #expect(
            document.blocks.last.map { dump($0) }?.hasSuffix("cell 'a' in line 9 failed, so this has nothing to show.")
                == true)
    }

    @Test("usually: a note; of checks an error, since none is no pass")
    func usual() throws {
        for cell in EmptinessTests.cells.dropLast() {
            #expect(try !document(with(in: cell)).hasFailure, "\(cell)")
        }
        let document = try document(with(in: EmptinessTests.cells[4]))
        #expect(
            document.blocks.first.map { dump($0) }
                == "failure #a t.md:9 cell 'a': No rows. Write 'empty: warn' or 'empty: note' where that may be.")
    }

    @Test("the words stand in a table's place and below a chart")
    func words() throws {
        let table = try document(with("empty-text: Nothing.", in: EmptinessTests.cells[0])).blocks[0]
        #expect(dump(table).hasSuffix("  empty 'Nothing.'"))
        let chart = try document(with("empty-text: Nothing.", in: EmptinessTests.cells[2])).blocks[0]
        #expect(dump(chart).hasSuffix("  alternative 'Bar chart of n: no data.'\n  note 'Nothing.'"))
    }

    @Test("a hidden query that should have rows warns without a place, since it has none")
    func hidden() throws {
        let document = try document("```sql a\n--| show: no\n--| empty: warn\nselect 1 as x where 1 = 0\n```")
        #expect(document.warnings == [Document.Warning(anchor: "", message: "A: No rows.")])
        #expect(document.blocks == [])
    }

    @Test("figures of a row that is not there are a failure whatever the policy, and scalars are never empty")
    func figures() throws {
        let missing = try document("```figures a\nitems: [{ label: L, value: kpis.nope.value }]\n```")
        #expect(missing.hasFailure)
        let scalar = try document("```figures a\nempty: error\nitems: [{ label: L, value: sharpe }]\n```")
        #expect(!scalar.hasFailure)
    }
}
