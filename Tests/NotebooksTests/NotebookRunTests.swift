import Dates
import Ledger
import Metrics
import Notebooks
import Testing

/// Golden documents: a template and a small desk on one side, all that a reader sees on the other.
@Suite("A template and the desk's figures give a document")
struct NotebookRunTests {
    private let source = """
        ---
        title: Review {{ week }}
        kind: weekly
        summary: What the week brought.
        parameters:
          week: { type: week, default: last-complete, help: the ISO week }
          floor: { type: number, default: 100 }
        formats: [html, markdown]
        ---
        # Week {{ week }}: {{ verdict }}

        <!-- For whoever edits this:
        {{ nothing here is read }} -->
        From {{ week_monday }} to {{week_sunday}} as of {{ as_of }}, {{ verdict }} with
        {{ realized_pnl }}, about {{ realized_pnl | usd0 }}; best book {{ pnl_by_book.book }}
        ({{ pnl_by_book.realized_pnl }}), Sharpe {{ sharpe }}, \\{{ not a name }}.

        - a list
        - of things

        ## Figures #

        ```figures headline
        title: Week {{ week }}
        items:
          - label: Win rate
            value: win_rate
            target: "> 85 %"
            verdict: kpis["Win rate"].verdict
            note: n = {{ pnl_by_book.trades }}
          - label: Sharpe
            value: kpis.sharpe.value
            verdict: kpis.sharpe.verdict
          - { label: Drawdown, value: kpis.drawdown.value, format: percent, verdict: kpis.drawdown.verdict }
          - { label: Week, value: week, verdict: pass }
        ```

        ```table books
        data: pnl_by_book
        title: P&L by book in {{ week }}
        columns: { realized_pnl: usd0 }
        titles: { mean_days: Days in trade, win_rate: "Win rate, {{ week }}" }
        total: [trades, realized_pnl]
        highlight: { realized_pnl < 0: bad, book = PRIMARY: good }
        note: Net of fees.
        ```

        ```sql big_books
        --| title: Books above {{ floor }}
        --| total: [realized_pnl, share, trades]
        --| columns: { share: percent }
        --| empty-text: No book made more than {{ floor }}.
        select book, realized_pnl, trades, realized_pnl / :floor as share, date('now') as today,
          profit_factor, mean_days
        from pnl_by_book where realized_pnl > :floor or :week = 'none' order by book
        ```

        ```sql hidden
        --| show: no
        select day, multibook, legacy, multibook - 100000 as gain from equity_curve order by day
        ```

        ## Figures

        ```chart equity
        title: Equity
        data: hidden
        x: day
        lines: { multibook: MULTIBOOK, legacy: LEGACY }
        note: Marked.
        ```

        ```chart gain
        data: hidden
        x: day
        x-title: Session
        bars: gain
        format: usd0
        alternative: The gain by day.
        ```

        ```sql none
        --| empty-text: Nothing below {{ floor }}.
        --| total: realized_pnl
        select book, realized_pnl from big_books where 1 = 0
        ```

        ```txt
        {{ this stays as it is }}
        ```
        """

    private let golden = """
        weekly | Review 2026-W31 | as of 2026-07-31
        parameter week = 2026-W31
        parameter floor = 100
        from database = history.sqlite
        notice Modelled prices.
        h1 #week-2026-w31-gain-3-of-5-kpis-missed Week 2026-W31: Gain, 3 of 5 KPIs *missed*
        prose
        From 2026-07-27 to 2026-08-02 as of 2026-07-31, Gain, 3 of 5 KPIs \\*missed\\* with
        $410.05, about $410; best book PRIMARY
        ($610.10), Sharpe – (n too small), {{ not a name }}.

        - a list
        - of things
        h2 #figures Figures
        figures #headline Week 2026-W31
          Win rate: 75.0% [percent] target '> 85 %' verdict missed note 'n = 3'
          Sharpe: – (n too small) [ratio] target '' verdict too early note ''
          Drawdown: – [percent] target '' verdict unknown note ''
          Week: 2026-W31 [text] target '' verdict pass note ''
        table #books P&L by book in 2026-W31
          book='Book':text trades='Trades':integer realized_pnl='Realised P&L':usd0 \
        win_rate='Win rate, 2026-W31':percent profit_factor='Profit factor':ratio mean_days='Days in trade':number1
          | PRIMARY | 3 | $610 | 66.7% | 2.68 | 12.3
          | INCOME_POP | 1 | -$200 | 0.0% | – (no losses) | 5.0
          =  | 4 | $410 |  |  | 
          mark realized_pnl < number(0.0) bad
          mark book = text("PRIMARY") good
          note 'Net of fees.'
        table #big-books Books above 100
          book='Book':text realized_pnl='Realised P&L':usd trades='Trades':integer share='Share':percent \
        today='Today':date profit_factor='Profit factor':ratio mean_days='Mean days':number1
          | PRIMARY | $610.10 | 3 | 610.1% | 2026-07-31 | 2.68 | 12.3
          =  | $610.10 | 3 | 610.1% |  |  | 
        h2 #figures-2 Figures
        chart #equity line Equity [usd]
          Day: 2026-07-29, 2026-07-30, 2026-07-31
          multibook='MULTIBOOK': $100,000.00, $100,500.50, $100,250.00
          legacy='LEGACY': $100,000.00, -, -
          alternative 'Line chart of MULTIBOOK, LEGACY by Day, from 2026-07-29 to 2026-07-31. MULTIBOOK begins at \
        $100,000.00 and ends at $100,250.00, between $100,000.00 and $100,500.50. LEGACY is $100,000.00.'
          note 'Marked.'
        chart #gain bar Gain [usd0]
          Session: 2026-07-29, 2026-07-30, 2026-07-31
          gain='Gain': $0, $501, $250
          alternative 'The gain by day.'
        table #none None
          book='Book':text realized_pnl='Realised P&L':usd
          empty 'Nothing below 100.'
        prose
        ```txt
        {{ this stays as it is }}
        ```
        """

    @Test("every construct of the language gives what it says")
    func goldenDocument() throws {
        let (template, faults) = Template.parse(source, file: "review.md")
        #expect(faults == [])
        #expect(dump(try Notebook.run(template, context: Desk.context)) == golden)
    }

    @Test("the head can be read without running")
    func head() {
        let template = Template.parse(source, file: "review.md").template
        #expect(template.kind == "weekly")
        #expect(template.summary == "What the week brought.")
        #expect(template.titleSource == "Review {{ week }}")
        #expect(template.formats == [.html, .markdown])
        #expect(template.cellNames == ["headline", "books", "big_books", "hidden", "equity", "gain", "none"])
        #expect(
            template.parameters == [
                ParameterDeclaration(
                    name: "week", type: .week, defaultText: "last-complete", help: "the ISO week"),
                ParameterDeclaration(name: "floor", type: .number, defaultText: "100"),
            ])
    }

    @Test("line ends of another system and a byte order mark change nothing")
    func lineEnds() throws {
        var text = "\u{FEFF}"
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) { text += line + "\r\n" }
        let (template, faults) = Template.parse(text, file: "review.md")
        #expect(faults == [])
        #expect(dump(try Notebook.run(template, context: Desk.context)) == golden)
    }

    @Test("running twice gives the same document")
    func repeatable() throws {
        let template = Template.parse(source, file: "review.md").template
        #expect(
            try Notebook.run(template, context: Desk.context) == Notebook.run(template, context: Desk.context))
    }

    @Test("a total of cents is exact, one of rounded values is their sum as shown")
    func totals() throws {
        let rows = [0.1, 0.2, 0.3].map { [Value.number($0), .number($0 * 5 + 0.004), .integer(1), .null] }
        var context = Desk.context
        context.datasets = [
            Dataset(
                name: "d",
                columns: [
                    Dataset.Column("a", .usd), Dataset.Column("b", .usd), Dataset.Column("c", .count),
                    Dataset.Column("e", .count),
                ], rows: rows)
        ]
        let blocks = try Desk.blocks(
            "```table t\ndata: d\ncolumns: { b: usd0 }\ntotal: [a, b, c, e]\n```", context: context)
        guard case .table(let table) = blocks.first else {
            Issue.record("no table")
            return
        }
        // 0.504, 1.004 and 1.504 are shown as $1, $1 and $2.
        #expect(table.totals == [.money(Money(cents: 60)), .number(4), .integer(3), .null])
    }

    @Test("a table cell picks columns and rows, and is data for later cells")
    func selection() throws {
        let blocks = try Desk.blocks(
            """
            ```table one
            data: pnl_by_book
            select: [realized_pnl, book]
            where: { book: [NONE, "{{ pnl_by_book.book }}"], trades: 3 }
            ```
            ```table two
            data: one
            ```
            ```sql three
            select count(*) as n, typeof(realized_pnl) as kind from one
            ```
            {{ three.n }} {{ three.kind }}
            """)
        #expect(
            dump(Document(title: "", kind: "", asOf: Desk.friday, blocks: blocks)) == """
                 |  | as of 2026-07-31
                table #one One
                  realized_pnl='Realised P&L':usd book='Book':text
                  | $610.10 | PRIMARY
                table #two Two
                  realized_pnl='Realised P&L':usd book='Book':text
                  | $610.10 | PRIMARY
                table #three Three
                  n='n':integer kind='Kind':text
                  | 1 | real
                prose
                1 real
                """)
    }
}
