import Dates
import Metrics
import Notebooks
import Testing

@Suite("A template is checked without data")
struct TemplateCheckTests {
    private let schema = [
        "create table trades (id integer primary key, pnl real, exit_day text) strict",
        "create view closed_trades as select id as trade_id, pnl as realized_pnl, exit_day from trades",
    ]

    private func context(_ schema: [String]? = nil) -> NotebookContext {
        var context = Desk.context
        context.historySchema = schema ?? self.schema
        // A check reads no file.
        context.historyPath = "/no/such/history.sqlite"
        return context
    }

    private func check(_ body: String, partials: [String: String] = [:]) throws -> [String] {
        let template = Template.parse(Desk.template(body), file: "t.md") { name in
            partials[name].map { .text($0, file: "p/\(name).md") } ?? .missing(names: partials.keys.sorted())
        }.template
        return try Notebook.check(template, context: context()).map(\.description)
    }

    @Test("a good template has nothing against it, whatever its conditions say and whatever rows there are")
    func good() throws {
        let body = """
            # {{ verdict }} {{ kpis["No such row"].value }}

            ```sql a
            --| if: win_rate > 1
            --| empty: error
            select trade_id, realized_pnl, :as_of as day from closed_trades
            ```
            ```table b
            data: a
            if:
              - a is not empty
              - kpis["Nobody"].value is undefined
            sort: -realized_pnl
            columns: { realized_pnl: usd0 }
            ```
            ```checks c
            data: kpis
            check: name
            ```
            ```chart d
            data: b
            x: trade_id
            bars: realized_pnl
            ```
            ```figures e
            items: [{ label: L, value: a.realized_pnl, trend: a.realized_pnl, verdict: kpis.x.verdict }]
            ```
            ```sql f
            select count(*) as n from b join pnl_by_book
            ```
            """
        let actual = try check(body)
        #expect(actual == [])
    }

    @Test(
        "what a run refuses is refused without data: rows' own numbers in views, SQLite's own tables, no statement at all"
    )
    func asInARun() throws {
        var context = context()
        context.historyLens = ["create temp view trades as select * from main.trades"]
        func check(_ sql: String) throws -> [String] {
            let template = Template.parse(Desk.template("```sql a\n\(sql)\n```\n"), file: "t.md").template
            return try Notebook.check(template, context: context).map(\.description)
        }
        #expect(try check("select rowid, * from kpis") == [])
        #expect(
            try check("select rowid, * from trades") == [
                "t.md:6:8: 'rowid' is nothing in a view, and the history is seen through views; name a column."
            ])
        #expect(
            try check("select id from main.trades") == [
                "t.md:6:16: a report sees the history as of its date; leave out 'main.'."
            ])
        for table in ["pragma_table_info('trades')", "pragma_database_list"] {
            #expect(
                try check("select * from \(table)") == ["t.md:6:1: a template may only read; PRAGMA is refused."])
        }
        #expect(
            try check("--| title: A") == [
                "t.md:5:1: sql cell 'a': there is no statement. Write one 'select …' inside the fence."
            ])
    }

    @Test("of very many faults the number of those that are left comes last, and is right")
    func many() throws {
        let found = try check(String(repeating: "{{ }}\n\n{{ a }}\n\n", count: 700))
        #expect(found.count == 1001)
        #expect(found.last == "t.md:1:1: there are 400 more faults; mend these first.")
        #expect(found.filter { $0.contains("more faults") }.count == 1)
    }

    @Test("the first cell is told that has no sheet left; what hangs on a condition may not be there")
    func sheets() throws {
        func tables(_ numbers: ClosedRange<Int>, _ option: String = "") -> String {
            numbers.map { "```table t\($0)\ndata: kpis\n\(option)```\n" }.joined()
        }
        let message =
            "there is no sheet left for this: a workbook holds 250 of tables, charts and checks. Let cells share one with "
            + "'sheet', leave some out of the workbook with 'formats', or divide the notebook."
        #expect(try check(tables(1...250)) == [])
        #expect(try check(tables(1...252)) == ["t.md:755:1: \(message)"])
        #expect(try check(tables(1...100) + tables(101...300, "sheet: One\n")) == [])
        #expect(try check(tables(1...249) + tables(250...300, "sheet: One\n")) == [])
        #expect(try check(tables(1...100) + tables(101...300, "formats: [html]\n")) == [])
        #expect(try check(tables(1...249) + tables(250...300, "if: win_rate > 1\n")) == [])
        let blocks = try Desk.blocks(tables(1...252))
        #expect(
            blocks.compactMap { if case .failure(let failure) = $0 { failure.place } else { nil } } == [
                "t.md:755", "t.md:758",
            ])
    }

    @Test("the whole list, by place, each fault with its column")
    func everything() throws {
        let body = """
            # {{ verdct }}

            {{ kpis.valeu }} and {{ kpi.value }} and {{ kpis | usdd }}

            ```sql a
            --| title: "Week {{ week }}"
            --| total: [pnl, fees]
            --| highlight: { pnl < 0: bad, nothing = 1: bad }
            --| sheet: "a:b"
            select pnl, :weak from trades
            ```
            ```sql b
            select
              realised_pnl from closed_trades
            ```
            ```table c
            data: kpis
            select: [nam, value]
            where: { verdct: met }
            sort: [-valu]
            titles: { value: "{{ nowhere }}" }
            if: [nowhere > 1, kpis.vedict = met]
            ```
            ```figures e
            items:
              - { label: "{{ x }}", value: kpis.y, verdict: kpis.z, trend: kpis.w, note: "{{ v }}" }
            ```
            """
        let faults = try check(body)
        #expect(
            faults.map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
                "t.md:5:6:", "t.md:7:9:", "t.md:7:25:", "t.md:7:52:", "t.md:10:21:", "t.md:13:13:", "t.md:14:13:",
                "t.md:18:3:", "t.md:22:10:", "t.md:23:10:", "t.md:24:9:", "t.md:25:22:", "t.md:26:6:", "t.md:26:24:",
                "t.md:30:18:", "t.md:30:37:", "t.md:30:54:", "t.md:30:69:", "t.md:30:82:",
            ])
        #expect(
            faults.contains(
                "t.md:14:13: there is no parameter or scalar ':weak'. There are: :as_of, :verdict, :realized_pnl, "
                    + ":win_rate, :sharpe."))
        #expect(faults.contains("t.md:18:3: no such column: realised_pnl. Did you mean 'realized_pnl'?"))
    }

    @Test("what rests on a faulty cell is not a fault of its own")
    func noise() throws {
        let body = """
            ```sql a
            select nope from trades
            ```
            ```table b
            data: a
            select: x
            ```
            ```table c
            tilte: x
            ```
            ```chart d
            data: c
            x: x
            lines: y
            ```
            ```slq e
            select 1
            ```
            {{ a.x }} {{ b.y }} {{ c.z }} {{ d.z }} {{ e.z }}

            ```sql f
            select * from a, b, c, e
            ```
            ```text g
            --| if: a is empty
            {{ nope }}
            ```
            """
        let actual = try check(body)
        #expect(
            actual == [
                "t.md:6:8: no such column: nope. No table has a column like it.",
                "t.md:12:1: table cell 'c': option 'data' is missing.",
                "t.md:13:1: table cell 'c': there is no option 'tilte'. Did you mean 'title'? There are: data, select, where, "
                    + "sort, limit, title, note, columns, units, titles, total, highlight, empty, empty-text, if, formats, "
                    + "fold, sheet, on-error.",
                "t.md:20:4: 'slq' is not a kind of cell. Did you mean 'sql'? There are: sql, table, chart, figures, checks, "
                    + "text, include.",
                "t.md:30:4: there is no parameter or scalar 'nope'. There are: as_of, verdict, realized_pnl, win_rate, sharpe.",
            ])
    }

    @Test(
        "the column is that of the name, however the text around it is written",
        arguments: [
            ("title: A {{ nope }}", 8, 13), ("title: 'A {{ nope }}'", 8, 14),
            ("title: \"\\u00e9\\t {{ nope }}\"", 8, 21),
            ("title: é🐟 {{nope}}", 8, 13), ("title: >\n  A\n  B {{ nope | usd }}", 10, 8),
            ("title: A\n  B {{ nope }}", 9, 8),
            ("title: '{{ win_rate }} {{ verdict }} {{ nope }}'", 8, 41), ("title: '\\{{ {{ nope }}'", 8, 16),
            ("{ title: '{{ nope }}' }", 8, 18), ("title: \"\\x7b\\x7b nope }}\"", 8, 12),
        ])
    func columns(option: String, line: Int, column: Int) throws {
        let body =
            option.hasPrefix("{")
            ? "```sql a\n--|\n--|\n--| \(option)\nselect 1 as x\n```" : "\n```table a\ndata: kpis\n\(option)\n```"
        let actual = try check(body)
        #expect(
            actual == [
                "t.md:\(line):\(column): there is no parameter or scalar 'nope'. There are: as_of, verdict, realized_pnl, "
                    + "win_rate, sharpe."
            ])
    }

    @Test("what a missing partial may hold is not told missing")
    func missingPartial() throws {
        let actual = try check(
            "```include prts\n```\n{{ a.x }} {{ y }}\n\n```sql b\nselect * from a\n```", partials: ["parts": ""])
        #expect(
            actual == [
                "t.md:5:12: there is no partial 'prts'. Did you mean 'parts'? There are: parts."
            ])
    }

    @Test("faults in partials come after the template's own, with their files")
    func partials() throws {
        let actual = try check(
            "```include p\n```\n{{ a.y }} {{ z }}", partials: ["p": "{{ q }}\n```sql a\nselect 1 as x\n```"])
        #expect(
            actual == [
                "t.md:7:6: 'a.y': 'a' has no column 'y'. Did you mean 'x'? There are: x.",
                "t.md:7:14: there is no parameter or scalar 'z'. There are: as_of, verdict, realized_pnl, win_rate, sharpe.",
                "p/p.md:1:4: there is no parameter or scalar 'q'. There are: as_of, verdict, realized_pnl, win_rate, sharpe.",
            ])
    }

    @Test("parameters stand for a value of their type, with or without a default")
    func parameters() throws {
        let text = """
            ---
            title: T {{ wek }}
            kind: k
            parameters:
              week: { type: week }
              day: { type: day }
              n: { type: integer, min: 5 }
              x: { type: number }
              f: { type: flag }
              c: { type: choice, choices: [a, b] }
              t: { type: text }
              d: { type: integer, default: 7 }
            ---
            ```sql a
            select :week, :week_monday, :week_sunday, :day, :n, :x, :f, :c, :t, :d, :e
            ```
            """
        #expect(
            try Notebook.check(Template.parse(text, file: "t.md").template, context: context()).map(\.description) == [
                "t.md:2:13: there is no parameter or scalar 'wek'. Did you mean 'week'? There are: week, day, n, x, f, c, t, d, "
                    + "week_monday, week_sunday, as_of, verdict, realized_pnl, win_rate, sharpe.",
                "t.md:15:73: there is no parameter or scalar ':e'. Did you mean ':n'? There are: :week, :day, :n, :x, :f, :c, :t, :d, "
                    + ":week_monday, :week_sunday, :as_of, :verdict, :realized_pnl, :win_rate, :sharpe.",
            ])
    }

    @Test("the guard of a run guards a check")
    func guarded() throws {
        let actual = try check("```sql a\ndrop table trades\n```\n```sql b\nselect random()\n```")
        #expect(
            actual == [
                "t.md:6:1: a template may only read; a change of sqlite_master is refused.",
                "t.md:9:8: the function random() is refused; only those are there whose result is the same in every run.",
            ])
    }

    @Test("no statement is executed")
    func notExecuted() throws {
        let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n order by i"
        let actual = try check("```sql a\n\(endless)\n```")
        #expect(actual == [])
    }

    @Test("a dataset's column of words or dates cannot be drawn, which its unit tells")
    func unitsOfDatasets() throws {
        let actual = try check(
            "```chart a\ndata: kpis\nx: name\nlines: [target, value]\n```\n```chart b\ndata: equity_curve\nhistogram: day\n```"
        )
        #expect(
            actual == [
                "t.md:8:9: column 'target' of 'kpis' holds no numbers.",
                "t.md:12:12: column 'day' of 'equity_curve' holds no numbers.",
            ])
    }

    @Test("a schema that cannot be made is an error")
    func schemaError() throws {
        let template = Template.parse(Desk.template("```sql a\nselect 1\n```"), file: "t.md").template
        #expect(throws: NotebookError.history(path: "(none)", reason: "near \"creat\": syntax error")) {
            try Notebook.check(template, context: context(["creat table x (y)"]))
        }
    }

    @Test("a template with faults is checked for the rest")
    func faulty() throws {
        let template = Template.parse("{{ a b }} {{ nope }}", file: "t.md").template
        #expect(
            try Notebook.check(template, context: context()).map(\.description) == [
                "t.md:1:1: a template begins with a line '---', its head in YAML, and a line '---'.",
                "t.md:1:1: '{{ a b }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}.",
                "t.md:1:14: there is no parameter or scalar 'nope'. There are: as_of, verdict, realized_pnl, win_rate, sharpe.",
            ])
    }
}
