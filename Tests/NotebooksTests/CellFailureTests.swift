import Dates
import Metrics
import Notebooks
import Testing

@Suite("A failed cell says where, what, and what exists")
struct CellFailureTests {
    @Test(
        "the message of every failure",
        arguments: [
            (
                "{{ win_rat }}",
                "t.md:5:4 there is no parameter or scalar 'win_rat'. Did you mean 'win_rate'? There are: as_of, verdict, "
                    + "realized_pnl, win_rate, sharpe."
            ),
            (
                "# {{ kpi.value }}",
                "t.md:5:6 there is no dataset or earlier cell 'kpi'. Did you mean 'kpis'? There are: equity_curve, kpis, "
                    + "pnl_by_book."
            ),
            (
                "{{ kpis.valeu }}",
                "t.md:5:9 'kpis.valeu': 'kpis' has no column 'valeu'. Did you mean 'value'? There are: name, value, "
                    + "target, verdict."
            ),
            (
                "{{ kpis.sharp.value }}",
                "t.md:5:9 'kpis.sharp.value': 'kpis' has no row 'sharp'. Did you mean 'sharpe'? There are: Win rate, "
                    + "sharpe, drawdown, odd."
            ),
            (
                "{{ kpis.a.b.c.d.value }}",
                "t.md:5:4 'kpis.a.b.c.d.value': 'kpis' has not so many columns."
            ),
            (
                "{{ kpis[\"Win rte\"].value }}",
                "t.md:5:10 'kpis[\"Win rte\"].value': 'kpis' has no row 'Win rte'. Did you mean 'Win rate'? There are: "
                    + "Win rate, sharpe, drawdown, odd."
            ),
            (
                "```table a\ndata: pnl_by_bok\n```",
                "t.md:6:7 cell 'a': there is no dataset or earlier cell 'pnl_by_bok'. Did you mean 'pnl_by_book'? "
                    + "There are: equity_curve, kpis, pnl_by_book."
            ),
            (
                "```table a\ndata: kpis\ntotal: [pnl]\n```",
                "t.md:7:9 cell 'a': option 'total': 'kpis' has no column 'pnl'. There are: name, value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\nselect: [nam]\n```",
                "t.md:7:10 cell 'a': option 'select': 'kpis' has no column 'nam'. Did you mean 'name'? There are: name, "
                    + "value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\nwhere: { nme: x }\n```",
                "t.md:7:10 cell 'a': option 'where': 'kpis' has no column 'nme'. Did you mean 'name'? There are: name, "
                    + "value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\ncolumns: { x: usd }\n```",
                "t.md:7:12 cell 'a': option 'columns': 'kpis' has no column 'x'. There are: name, value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\ntitles: { vlue: Value }\n```",
                "t.md:7:11 cell 'a': option 'titles': 'kpis' has no column 'vlue'. Did you mean 'value'? There are: name, "
                    + "value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\nhighlight: { x < 0: bad }\n```",
                "t.md:7:14 cell 'a': option 'highlight': 'kpis' has no column 'x'. There are: name, value, target, verdict."
            ),
            (
                "```table a\ndata: kpis\ntitle: '{{ nothing }}'\n```",
                "t.md:7:12 cell 'a': there is no parameter or scalar 'nothing'. There are: as_of, verdict, realized_pnl, "
                    + "win_rate, sharpe."
            ),
            (
                "```chart a\ndata: equity_curve\nx: dya\nlines: [multibook]\n```",
                "t.md:7:4 cell 'a': option 'x': 'equity_curve' has no column 'dya'. Did you mean 'day'? There are: day, "
                    + "multibook, legacy."
            ),
            (
                "```chart a\ndata: equity_curve\nx: day\nbars: [multibok]\n```",
                "t.md:8:8 cell 'a': option 'bars': 'equity_curve' has no column 'multibok'. Did you mean 'multibook'? "
                    + "There are: day, multibook, legacy."
            ),
            (
                "```chart a\ndata: kpis\nx: name\nlines: [target]\n```",
                "t.md:8:9 cell 'a': column 'target' has no number in row 1 but '> 85 %'."
            ),
            (
                "```figures a\nitems:\n  - { label: A, value: sharpe }\n  - { label: B, value: sharpee }\n```",
                "t.md:8:24 cell 'a': there is no parameter or scalar 'sharpee'. Did you mean 'sharpe'? There are: as_of, "
                    + "verdict, realized_pnl, win_rate, sharpe."
            ),
            (
                "```figures a\nitems:\n  - label: A\n    value: sharpe\n    verdict: kpis.odd.verdict\n```",
                "t.md:9:14 cell 'a': 'kpis.odd.verdict' is 'perhaps', which is no verdict. There are: met, missed, "
                    + "too early, open, pass, fail, warn, unknown."
            ),
            (
                "```sql a\nselect book,\n  realised_pnl\nfrom pnl_by_book\n```",
                "t.md:7:3 cell 'a': no such column: realised_pnl. Did you mean 'realized_pnl'?"
            ),
            (
                "```sql a\nselect p.zzz from pnl_by_book p\n```",
                "t.md:6:8 cell 'a': no such column: p.zzz. No table has a column like it."
            ),
            (
                "```sql a\nselect \"book\", \"bok\" from pnl_by_book\n```",
                "t.md:6:16 cell 'a': no such column: bok. Did you mean 'book'?"
            ),
            (
                "```sql a\nselect 1\nfrom pnl_by_bok\n```",
                "t.md:7:6 cell 'a': no such table: pnl_by_bok. Did you mean 'pnl_by_book'? There are: equity_curve, kpis, "
                    + "pnl_by_book."
            ),
            (
                "```sql a\nselect 'x' as check\n```",
                "t.md:6:15 cell 'a': near \"check\": syntax error. 'check' is a word of SQL; as a column's name it stands in "
                    + "double quotes."
            ),
            ("```sql a\n\nselekt 1\n```", "t.md:7:1 cell 'a': near \"selekt\": syntax error."),
            (
                "```sql a\nselect :week, :as_off\n```",
                "t.md:6:8 cell 'a': there is no parameter or scalar ':week'. There are: :as_of, :verdict, "
                    + ":realized_pnl, :win_rate, :sharpe."
            ),
            (
                "```sql a\nselect ?\n```",
                "t.md:6:8 cell 'a': there is no parameter or scalar '?'. There are: :as_of, :verdict, "
                    + ":realized_pnl, :win_rate, :sharpe."
            ),
            (
                "```sql a\nselect 1 as x, 2 as x\n```",
                "t.md:6:1 cell 'a': two columns are called 'x'; name one of them with 'as'."
            ),
            (
                "```sql a\nselect 1; select 2\n```",
                "t.md:6:1 cell 'a': there is more than one statement; give each a cell."
            ),
            ("```sql a\n-- only a comment\n```", "t.md:5 cell 'a': there is no statement."),
            (
                "```sql a\nselect 1 as x, x'00' as y\n```",
                "t.md:6:1 cell 'a': column 'y' has a value in row 1 that is neither a finite number nor text."
            ),
            (
                "```sql a\nselect 9e999 as x\n```",
                "t.md:6:1 cell 'a': column 'x' has a value in row 1 that is neither a finite number nor text."
            ),
        ])
    func messages(body: String, expected: String) throws {
        let actual = try Desk.failure(body)
        #expect(actual == expected)
    }

    @Test("what rests on a failed cell fails too, and everything else goes on")
    func consequences() throws {
        let body = """
            ```table early
            data: late
            ```
            ```sql late
            select nope from nowhere
            ```
            ```chart drawn
            data: late
            x: a
            lines: [b]
            ```
            ```sql again
            select * from late
            ```
            All the rest stands.
            """
        let template = Template.parse(Desk.template(body), file: "t.md").template
        let document = try Notebook.run(template, context: Desk.context)
        #expect(document.hasFailure)
        #expect(
            dump(document) == """
                test | T | as of 2026-07-31
                from database = history.sqlite
                notice Modelled prices.
                failure #early t.md:6:7 cell 'early': cell 'late' comes later, in line 8. Move it up.
                failure #late t.md:9:18 cell 'late': no such table: nowhere. There are: equity_curve, kpis, pnl_by_book.
                failure #drawn t.md:12:7 cell 'drawn': cell 'late' in line 8 failed, so this has nothing to show.
                failure #again t.md:17:15 cell 'again': cell 'late' in line 8 failed, so this has nothing to show.
                prose
                All the rest stands.
                """)
    }

    @Test("a dataset of a failed cell's name does not stand in for its result")
    func noStandIn() throws {
        let blocks = try Desk.blocks(
            "```sql kpis\nselect nope from kpis\n```\n{{ kpis.value }}\n\n```sql after\nselect * from kpis\n```")
        #expect(
            blocks.map { if case .failure(let failure) = $0 { failure.message } else { "shown" } } == [
                "cell 'kpis': no such column: nope. No table has a column like it.",
                "cell 'kpis' in line 5 failed, so this has nothing to show.",
                "cell 'after': cell 'kpis' in line 5 failed, so this has nothing to show.",
            ])
    }

    @Test("a title that cannot be made is a failure, and stays as it is written")
    func title() throws {
        let (template, faults) = Template.parse("---\ntitle: Week {{ weak }}\nkind: k\n---\nText.", file: "t.md")
        #expect(faults == [])
        let document = try Notebook.run(template, context: NotebookContext(asOf: Desk.friday))
        #expect(document.title == "Week {{ weak }}")
        #expect(
            document.blocks == [
                .failure(
                    FailureBlock(
                        anchor: "title", place: "t.md:2:16",
                        message: "title: there is no parameter or scalar 'weak'. There are: as_of.")),
                .prose("Text."),
            ])
        #expect(document.hasFailure)
    }

    @Test("a chart, figures and checks are no data, and that is said")
    func rowless() throws {
        let body = """
            ```chart c
            data: pnl_by_book
            x: book
            lines: trades
            ```
            ```figures f
            items: [{ label: L, value: win_rate }]
            ```
            ```table t
            data: c
            ```
            ```sql s
            select * from f
            ```
            """
        let blocks = try Desk.blocks(body)
        #expect(
            blocks.suffix(2).map { dump($0) } == [
                "failure #t t.md:14:7 cell 't': cell 'c' in line 5 is a chart, which has no rows to be read.",
                "failure #s t.md:17:15 cell 's': cell 'f' in line 10 is a group of figures, which has no rows to be read.",
            ])
    }

    @Test("an empty result has no first row, so its columns are undefined")
    func emptyResult() throws {
        let blocks = try Desk.blocks("```sql a\n--| show: no\nselect 1 as x where 1 = 0\n```\nx is {{ a.x }}")
        #expect(blocks == [.prose("x is – (no data)")])
    }

    @Test("where and why the first cells failed, and how many more, a line each")
    func lines() throws {
        let cells = (1...7).map { "```sql c\($0)\nselect nope\n```\n" }
        func lines(_ count: Int) throws -> [String] {
            let template = Template.parse(Desk.template(cells.prefix(count).joined()), file: "t.md").template
            return try Notebook.run(template, context: Desk.context).failureLines
        }
        #expect(
            try lines(1) == ["t.md:6:8: cell 'c1': no such column: nope. No table has a column like it."])
        #expect(try lines(5).count == 5)
        #expect(
            try lines(7).dropFirst(4) == [
                "t.md:18:8: cell 'c5': no such column: nope. No table has a column like it.", "and 2 more",
            ])
    }

    @Test("a column that stands elsewhere is not suggested in place of itself")
    func elsewhere() throws {
        let actual = try Desk.shown("```sql a\nselect book from kpis\n```\n")
        #expect(
            actual
                == "failure #a t.md:6:8 cell 'a': no such column: book. There is such a column, but not in what is read here."
        )
    }
}
