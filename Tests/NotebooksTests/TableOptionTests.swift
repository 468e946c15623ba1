import Dates
import Ledger
import Metrics
import Notebooks
import Testing

@Suite("A table's rows are measured, sorted, cut and marked as asked")
struct TableOptionTests {
    private let mixed = Dataset(
        name: "mixed",
        columns: [
            Dataset.Column("name", .text), Dataset.Column("value", .ratio), Dataset.Column("low", .ratio),
            Dataset.Column("unit", .text),
        ],
        rows: [
            [.text("Win rate"), .number(0.8512), .number(0.8), .text("percent")],
            [.text("Mean P&L"), .money(Money(cents: 1234)), .null, .text("usd")],
            [.text("Sharpe"), .undefined(.tooFew), .number(1), .text("ratio")],
            [.text("Trades"), .number(12), .number(9), .text("count")],
            [.text("Rate"), .number(0.12345), .number(0.1), .text("percent2")],
            [.text("Days"), .number(4), .number(3), .null],
        ])

    private func shown(_ options: String, _ dataset: Dataset? = nil) throws -> String {
        var context = Desk.context
        context.datasets = [dataset ?? mixed]
        return try Desk.shown("```table t\ndata: mixed\n\(options)\n```", context: context)
    }

    @Test("each row in the format or unit that another column names, shown or not")
    func units() throws {
        let actual = try shown("select: [name, value, low]\nunits: { value: unit, low: unit }")
        #expect(
            actual == """
                table #t T
                  name='Name':text value='Value':ratio low='Low':ratio
                  | Win rate | 85.1% | 80.0%
                  | Mean P&L | $12.34 | –
                  | Sharpe | – (n too small) | 1.00
                  | Trades | 12 | 9
                  | Rate | 12.35% | 10.00%
                  | Days | 4.00 | 3.00
                """)
    }

    @Test("a column's format of the same kind as a row's unit wins, and no other")
    func finer() throws {
        let actual = try shown(
            "select: [name, value, low]\nunits: { value: unit, low: unit }\ncolumns: { value: percent2, low: usd0 }"
        )
        #expect(
            actual == """
                table #t T
                  name='Name':text value='Value':percent2 low='Low':usd0
                  | Win rate | 85.12% | 80.0%
                  | Mean P&L | $12.34 | –
                  | Sharpe | – (n too small) | 1.00
                  | Trades | 12 | 9
                  | Rate | 12.35% | 10.00%
                  | Days | 400.00% | $3
                """)
    }

    @Test("formats stay with their rows through where, sort and limit; a query has them too")
    func order() throws {
        let actual = try shown(
            "where: { unit: [percent, count, usd] }\nsort: -name\nlimit: 2\nselect: [value]\nunits: { value: unit }"
        )
        #expect(actual == "table #t T\n  value='Value':ratio\n  | 85.1%\n  | 12\n  note 'The first 2 of 3 rows.'")
        let other = try Desk.shown(
            "```sql t\n--| units: { x: unit }\nselect 0.5 as x, 'percent' as unit union all select 2, 'usd/day'\n```"
        )
        #expect(other == "table #t T\n  x='X':ratio unit='Unit':text\n  | 50.0% | percent\n  | $2.00 | usd/day")
    }

    @Test("texts are read as the dates that their row's format asks for")
    func dates() throws {
        let blocks = try Desk.blocks(
            "```sql t\n--| units: { x: unit }\nselect '2026-07-31' as x, 'date' as unit union all select 'x', 'text'\n```"
        )
        guard case .table(let table) = blocks.first else {
            Issue.record("\(blocks)")
            return
        }
        #expect(table.rows[0][0] == .day(Desk.friday) && table.rows[1][0] == .text("x"))
    }

    @Test(
        "faults of units",
        arguments: [
            (
                "units: { valu: unit, value: unti }",
                "t.md:7:10 cell 't': option 'units': 'mixed' has no column 'valu'. Did you mean 'value'? There are: name, "
                    + "value, low, unit. Line 7: option 'units': 'mixed' has no column 'unti'. Did you mean 'unit'? There are: "
                    + "name, value, low, unit."
            ),
            (
                "units: { value: unit }\ntotal: value",
                "t.md:8:8 cell 't': option 'total': the rows of 'value' have units of their own and no total."
            ),
        ])
    func unitFaults(options: String, expected: String) throws {
        let actual = try shown(options)
        #expect(actual == "failure #t " + expected)
    }

    @Test("a unit that is none is named with its row")
    func unknownUnit() throws {
        var dataset = mixed
        dataset.rows[2][3] = .text("percnt")
        #expect(
            try shown("units: { value: unit }", dataset).hasPrefix(
                "failure #t t.md:7:17 cell 't': column 'unit' has 'percnt' in row 3, which is neither a format nor a unit. Did "
                    + "you mean 'percent'? There are: usd, "))
    }

    /// Order by hand: what is missing last, whichever way; rows that are alike as they came.
    @Test(
        "rows in order",
        arguments: [
            ("sort: n", "a c b d e"), ("sort: -n", "b a c d e"), ("sort: [-n, -name]", "b c a e d"),
            ("sort: day", "b a e c d"), ("sort: -word", "c a b d e"), ("sort: word", "b a c d e"),
            ("sort: mix", "b e a d c"), ("sort: [flag, -name]", "c a e d b"), ("limit: 2", "a b"),
            ("sort: -name\nlimit: 1", "e"), ("limit: 100", "a b c d e"),
        ])
    func sorted(options: String, expected: String) throws {
        let day = Desk.friday
        let names = ["name", "n", "day", "word", "mix", "flag"]
        let rows: [[Value]] = [
            [.text("a"), .integer(1), .day(day), .text("b"), .text("x"), .flag(false)],
            [.text("b"), .number(2), .day(day.adding(-1)), .text("B"), .integer(3), .flag(true)],
            [.text("c"), .money(Money(cents: 100)), .null, .text("ä"), .null, .flag(false)],
            [.text("d"), .null, .undefined(.noData), .null, .text("y"), .flag(true)],
            [.text("e"), .undefined(.tooFew), .day(day), .undefined(.noData), .day(day), .flag(true)],
        ]
        let dataset = Dataset(name: "mixed", columns: names.map { Dataset.Column($0, .text) }, rows: rows)
        let lines = try shown("select: name\n\(options)", dataset).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("  | ") }.map { $0.dropFirst(4) }.joined(separator: " ") == expected)
    }

    @Test("a total is that of the rows shown, and the note says that there are more")
    func cutTotal() throws {
        let actual = try Desk.shown(
            "```table t\ndata: pnl_by_book\nselect: [book, trades]\nsort: trades\nlimit: 1\ntotal: trades\nnote: N.\n```"
        )
        #expect(
            actual == """
                table #t T
                  book='Book':text trades='Trades':integer
                  | INCOME_POP | 1
                  =  | 1
                  note 'N. The first 1 of 2 rows.'
                """)
    }

    @Test("marks by every comparison")
    func marks() throws {
        let options = """
            highlight:
              value < 1: bad
              value <= 2: good
              value > 3: warn
              value >= 4: bad
              name = Sharpe: good
              unit != usd: warn
              low is undefined: warn
              low is defined: good
            """
        #expect(
            try shown(options).hasSuffix(
                """
                  mark value < number(1.0) bad
                  mark value <= number(2.0) good
                  mark value > number(3.0) warn
                  mark value >= number(4.0) bad
                  mark name = text("Sharpe") good
                  mark unit != text("usd") warn
                  mark low = null warn
                  mark low != null good
                """))
    }

    @Test("what holds of a cell", arguments: TableBlock.Highlight.Comparison.allCases)
    func comparison(_ comparison: TableBlock.Highlight.Comparison) {
        let expected: [TableBlock.Highlight.Comparison: [Bool]] = [
            .below: [true, false, false], .above: [false, false, true], .atMost: [true, true, false],
            .atLeast: [false, true, true], .equal: [false, true, false], .unequal: [true, false, true],
        ]
        let numbers = [1, 2, 3].map { comparison.holds(.number($0), .integer(2), shownAs: .ratio) }
        let words = ["a", "b", "c"].map { comparison.holds(.text($0), .text("b"), shownAs: .text) }
        let days = [-1, 0, 1].map { comparison.holds(.day(Desk.friday.adding($0)), .day(Desk.friday), shownAs: .date) }
        #expect(numbers == expected[comparison] && words == expected[comparison] && days == expected[comparison])
        // Nothing compares with nothing, but it is missing.
        #expect(!comparison.holds(.undefined(.noData), .number(0), shownAs: .ratio))
        #expect(comparison.holds(.undefined(.noData), .null, shownAs: .ratio) == (comparison == .equal))
        #expect(comparison.holds(.number(0), .null, shownAs: .ratio) == (comparison == .unequal))
        #expect(!comparison.holds(.day(Desk.friday), .number(0), shownAs: .date))
    }

    @Test("a figure's trend is a column, oldest first, the last year of it, with gaps")
    func trend() throws {
        let blocks = try Desk.blocks(
            "```figures f\nitems: [{ label: L, value: win_rate, trend: equity_curve.legacy }]\n```")
        guard case .figures(let figures) = blocks.first else {
            Issue.record("\(blocks)")
            return
        }
        #expect(figures.items[0].trend == [100_000, nil, nil])
        let long = """
            ```sql s
            --| show: no
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select i from n
            ```
            ```figures f
            items: [{ label: L, value: s.i, trend: s.i }]
            ```
            """
        guard case .figures(let many) = try Desk.blocks(long).first else {
            Issue.record("no figures")
            return
        }
        #expect(many.items[0].trend == (41...300).map { Double($0) })
    }

    @Test(
        "faults of a trend",
        arguments: [
            (
                "win_rate",
                "t.md:6:45: option 'trend': 'win_rate' is not a column. Write cell.column, whose rows are the values."
            ),
            (
                "kpis.a.b",
                "t.md:6:45: option 'trend': 'kpis.a.b' is not a column. Write cell.column, whose rows are the values."
            ),
        ])
    func trendFaults(trend: String, expected: String) {
        #expect(Desk.faults("```figures f\nitems: [{ label: L, value: win_rate, trend: \(trend) }]\n```") == [expected])
    }

    @Test("a trend of words fails with the row")
    func trendOfWords() throws {
        let actual = try Desk.failure("```figures f\nitems: [{ label: L, value: win_rate, trend: kpis.target }]\n```")
        #expect(actual == "t.md:6:50 cell 'f': column 'target' has no number in row 1 but '> 85 %'.")
    }
}
