import Metrics
import Notebooks
import Testing

@Suite("Every kind of chart shows its data")
struct ChartKindTests {
    private let moves = Dataset(
        name: "moves",
        columns: [
            Dataset.Column("month", .count), Dataset.Column("year", .count), Dataset.Column("change", .percent),
            Dataset.Column("word", .text),
        ],
        rows: [
            [.integer(11), .integer(2025), .number(0.01), .text("b")],
            [.integer(12), .integer(2025), .number(-0.02), .text("a")],
            [.integer(1), .integer(2026), .number(0.03), .text("b")],
            [.integer(2), .integer(2026), .undefined(.noData), .text("c")],
        ])

    private func shown(_ options: String) throws -> String {
        var context = Desk.context
        context.datasets.append(moves)
        return try Desk.shown("```chart c\ndata: moves\n\(options)\n```", context: context)
    }

    @Test(
        "columns over another one",
        arguments: [
            ("lines", "line", "Line chart"), ("areas", "area", "Area chart"), ("bars", "bar", "Bar chart"),
            ("stacked-bars", "stacked bar", "Stacked bar chart"),
        ])
    func series(option: String, kind: String, words: String) throws {
        let actual = try shown(
            "x: month\n\(option): { change: Change }\nx-title: M\ny-title: 'Y {{ as_of }}'\nx-format: number1")
        #expect(
            actual == """
                chart #c \(kind) C [percent]
                  M: 11.0, 12.0, 1.0, 2.0
                  y 'Y 2026-07-31'
                  change='Change': 1.0%, -2.0%, 3.0%, -
                  alternative '\(words) of Change by Month, from 11 to 2. Change begins at 1.0% and ends at 3.0%, between \
                -2.0% and 3.0%.'
                """)
    }

    @Test("points need numbers on both axes; one without x is left out and told")
    func points() throws {
        let actual = try shown("x: change\npoints: [month, year]")
        #expect(
            actual == """
                chart #c scatter C [integer]
                  Change: 1.0%, -2.0%, 3.0%
                  month='Month': 11, 12, 1
                  year='Year': 2,025, 2,025, 2,026
                  alternative 'Scatter chart of Month, Year against Change, from -2.0% to 3.0%. Month has 3 points between 1 \
                and 12. Year has 3 points between 2,025 and 2,026.'
                  note '1 row without Change is left out.'
                """)
        #expect(
            try shown("x: word\npoints: month").hasSuffix(
                "t.md:7:4 cell 'c': column 'word' has no number in row 1 but 'b'."))
    }

    @Test("a histogram counts between round edges")
    func histogram() throws {
        let actual = try shown("histogram: change\nbins: 3\ny-title: Months\nnote: N.")
        #expect(
            actual == """
                chart #c histogram C [integer]
                  Change: -2.0% to 0.0%, 0.0% to 2.0%, 2.0% to 4.0%
                  y 'Months'
                  count='Count': 1, 1, 1
                  alternative 'Histogram of Change: 3 values between -2.0% and 3.0%, most of them (1) from -2.0% to 0.0%.'
                  note 'N. 1 row without Change is left out.'
                """)
    }

    @Test("a heat-map has a value for each pair, its axes in order")
    func heatMap() throws {
        let actual = try shown("heat-map: { x: month, y: year, value: change }")
        #expect(
            actual == """
                chart #c heat-map C [percent]
                  Month: 1, 2, 11, 12
                  2025='2025': -, -, 1.0%, -2.0%
                  2026='2026': 3.0%, -, -, -
                  alternative 'Heat-map of Change by Year and Month: 3 values between -2.0% (2025, 12) and 3.0% (2026, 1).'
                """)
        // Words stay in the order in which they come.
        #expect(
            try shown("heat-map: { x: year, y: word, value: month }").hasPrefix(
                "chart #c heat-map C [integer]\n  Year: 2025, 2026\n  b='b': 11, 1\n  a='a': 12, -\n  c='c': -, 2\n"))
    }

    @Test("a waterfall leads from level to level")
    func waterfall() throws {
        let steps = """
            ```sql steps
            --| show: no
            select 'Opening' as item, 100.0 as amount union all select 'Fees', -2.5 union all select 'Closing', 97.5
            ```

            """
        let actual = try Desk.shown(
            steps + "```chart w\ndata: steps\nwaterfall: { x: item, value: amount, totals: [Opening, Closing] }\n"
                + "format: usd0\n```")
        #expect(
            actual == """
                chart #w waterfall W [usd0]
                  Item: Opening, Fees, Closing
                  totals [0, 2]
                  amount='Amount': $100, -$3, $98
                  alternative 'Waterfall of Amount by Item: Opening $100, Fees -$3, Closing $98.'
                """)
        let other = try Desk.shown(
            steps + "```chart w\ndata: steps\nwaterfall: { x: item, value: amount, totals: Openign }\n```")
        #expect(
            other
                == "failure #w t.md:11:46 cell 'w': option 'waterfall': no 'item' is 'Openign'. Did you mean 'Opening'? There "
                + "are: Opening, Fees, Closing.")
    }

    @Test(
        "of no rows every kind is empty and says so",
        arguments: [
            ("x: x\nlines: y", "Line chart of Y: no data."), ("x: x\npoints: y", "Scatter chart of Y: no data."),
            ("histogram: y", "Histogram of Y: no data."),
            ("heat-map: { x: x, y: x, value: y }", "Heat-map of Y by X and X: no data."),
            ("waterfall: { x: x, value: y, totals: [A] }", "Waterfall of Y by X: no data."),
        ])
    func empty(options: String, words: String) throws {
        let text = try Desk.shown(
            "```sql e\n--| show: no\nselect 1 as x, 2 as y where 1 = 0\n```\n```chart c\ndata: e\n\(options)\n```")
        #expect(text.contains("alternative '\(words)'"), "\(text)")
    }

    @Test(
        "faults that need no data",
        arguments: [
            ("x: x\nlines: []", ["t.md:8:8: option 'lines': name the columns to draw."]),
            ("lines: [a]", ["t.md:5:1: chart cell 'c': option 'x' is missing."]),
            ("x: x\nhistogram: a", ["t.md:7:4: option 'x': 'histogram' names its own columns. Take 'x' out."]),
            ("x: x\nlines: a\nbins: 3", ["t.md:9:7: option 'bins': only a 'histogram' has bins."]),
            ("histogram: a\nbins: 101", ["t.md:8:7: option 'bins': '101' is not a whole number from 1 to 100."]),
            ("heat-map: month", ["t.md:7:11: option 'heat-map': write '{ x: column, y: column, value: column }'."]),
            (
                "heat-map: { x: a, z: b }",
                [
                    "t.md:7:11: chart cell 'c', option 'heat-map': option 'y' is missing.",
                    "t.md:7:11: chart cell 'c', option 'heat-map': option 'value' is missing.",
                    "t.md:7:19: chart cell 'c', option 'heat-map': there is no option 'z'. Did you mean 'x'? There are: x, y, "
                        + "value.",
                ]
            ),
            (
                "waterfall: [a]",
                ["t.md:7:12: option 'waterfall': write '{ x: column, value: column, totals: [name, name] }'."]
            ),
            (
                "waterfall: { x: a }",
                ["t.md:7:12: chart cell 'c', option 'waterfall': option 'value' is missing."]
            ),
        ])
    func faults(options: String, expected: [String]) {
        #expect(Desk.faults("```chart c\ndata: d\n\(options)\n```") == expected)
    }

    @Test(
        "more than a reader can tell apart is a fault with the number",
        arguments: [
            (
                "x: i\nbars: i", 401,
                "t.md:11:4 cell 'c': 401 bars cannot be told apart; draw up to 400. Sum them up first."
            ),
            (
                "x: i\nlines: i", 10_001,
                "t.md:11:4 cell 'c': 10001 points cannot be told apart; draw up to 10000. Sum them up "
                    + "first."
            ),
            (
                "waterfall: { x: i, value: i }", 61,
                "t.md:11:17 cell 'c': 61 bars of a waterfall cannot be told apart; draw up to 60. Sum them up first."
            ),
            (
                "heat-map: { x: i, y: i, value: i }", 61,
                "t.md:11:16 cell 'c': 61 columns of a heat-map cannot be told apart; draw up to 60. Sum them up first. Line 11: "
                    + "61 rows of a heat-map cannot be told apart; draw up to 60. Sum them up first."
            ),
        ])
    func limits(options: String, count: Int, expected: String) throws {
        let query =
            "```sql s\n--| show: no\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < \(count)) "
            + "select i from n\n```\n"
        let actual = try Desk.failure(query + "```chart c\ndata: s\n\(options)\n```")
        #expect(actual == expected)
    }

    @Test("two values for one pair are a fault")
    func pairs() throws {
        let actual = try shown("heat-map: { x: year, y: year, value: change }")
        #expect(actual == "failure #c t.md:7:38 cell 'c': there are two values for '2025, 2025'. Sum them up first.")
    }
}
