import Dates
import Ledger
import Metrics
import Notebooks

/// A document with everything that is awkward to show.
enum Sample {
    static let document = Document(
        title: "Weekly review 2026-W31", kind: "weekly", asOf: day(2026, 7, 31),
        parameters: [.init(name: "week", text: "2026-W31")],
        syntheticNotice: "Every option price in this history comes from a model, not from a market. "
            + "No figure says what the desk would have earned.",
        provenance: [
            .init(name: "Database", text: "history.sqlite, 482 sessions to 2026-07-31"),
            .init(name: "Digest", text: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            .init(name: "Template", text: "templates/weekly-review.md <1>"),
        ],
        blocks: [
            .heading(level: 1, text: "Four of five targets met; win rate missed", anchor: "four-of-five"),
            .prose(
                "The desk closed **31 trades** for $4,210.55. The week's loss came from *one* assignment in QQQ; see "
                    + "[the trades](#trades).\n\n* Theta capture fell to 41.2%.\n* Nothing breached a limit.\n"),
            .figures(headline),
            .heading(level: 2, text: "Profit and loss", anchor: "profit-and-loss"),
            .table(byBook),
            .table(trades),
            .heading(level: 2, text: "Equity & exposure <marked>", anchor: "equity"),
            .chart(equity),
            .chart(bySymbol),
            .heading(level: 2, text: "Awkward things", anchor: "awkward-things"),
            .prose("Raw <b>HTML</b> is words. <script>alert(1)</script>\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"),
            .table(empty),
            .chart(onePoint),
            .chart(noPoint),
            .chart(nothing),
            .chart(days),
            .failure(
                FailureBlock(
                    anchor: "theta", place: "templates/weekly-review.md:31",
                    message: "no such column 'thetta'; closest is 'total_theta'. Columns: day, total_theta.")),
            .figures(FiguresBlock(anchor: "no-title", title: "", items: [])),
        ])

    static let headline = FiguresBlock(
        anchor: "headline", title: "Against target",
        items: [
            .init(
                label: "Trades a month", value: .integer(22), format: .integer, target: "15–25", verdict: .met),
            .init(
                label: "Win rate", value: .number(0.8236), format: .percent, note: "95 % interval 74.1–88.4 %, n = 85",
                target: "> 85%", verdict: .missed),
            .init(
                label: "Mean P&L a trade", value: .money(Money(cents: 21_350)), format: .usd, target: "$200–300",
                verdict: .met),
            .init(
                label: "Sharpe ratio", value: .undefined(.tooFew), format: .ratio, note: "n = 14, needs 20",
                target: "> 2.00", verdict: .tooEarly),
            .init(
                label: "Max drawdown", value: .number(-0.0431), format: .percent2, target: "< 10%", verdict: .met),
            .init(label: "Theta capture", value: .null, format: .percent),
            .init(label: "Worst plausible loss", value: .money(Money(cents: -12_345_678)), format: .usd0),
        ])

    static let byBook = TableBlock(
        anchor: "pnl-by-book", title: "P&L by book", note: "Closed trades of the week, net of fees.",
        columns: [
            .init(name: "book", title: "Book", format: .text), .init(name: "trades", title: "Trades", format: .integer),
            .init(name: "win_rate", title: "Win rate", format: .percent),
            .init(name: "pnl", title: "P&L", format: .usd),
            .init(name: "profit_factor", title: "Profit factor", format: .ratio),
            .init(name: "theta", title: "Theta [$/day]", format: .number1),
        ],
        rows: [
            [
                .text("Premium"), .integer(19), .number(0.8947), .money(Money(cents: 512_340)), .number(2.675),
                .number(412.345),
            ],
            [
                .text("Earnings | crush"), .integer(8), .number(0.75), .money(Money(cents: -91_285)),
                .number(0.61), .number(87.25),
            ],
            [
                .text("Hedge"), .integer(4), .number(0), .money(Money(cents: 0)), .undefined(.noLosses),
                .number(-21.049),
            ],
        ],
        totals: [nil, .integer(31), nil, .money(Money(cents: 421_055)), nil, .number(478.546)],
        highlights: [
            .init(column: "pnl", comparison: .below, operand: .integer(0), tone: .bad),
            .init(column: "win_rate", comparison: .below, operand: .number(0.85), tone: .warn),
            .init(column: "profit_factor", comparison: .above, operand: .integer(2), tone: .good),
            .init(column: "book", comparison: .equal, operand: .text("Hedge"), tone: .warn),
        ])

    static let trades = TableBlock(
        anchor: "trades", title: "Trades: all/closed [week]?",
        columns: [
            .init(name: "id", title: "Id", format: .integer), .init(name: "day", title: "Exit", format: .date),
            .init(name: "at", title: "Filled (New York)", format: .time),
            .init(name: "pnl", title: "P&L", format: .usd), .init(name: "pnl2", title: "p&l", format: .usd0),
            .init(name: "note", title: "Note", format: .text),
            .init(name: "assigned", title: "Assigned", format: .flag),
        ],
        rows: [
            [
                .integer(1), .day(day(2026, 7, 27)), .instant(Instant(utc: day(2026, 7, 27), hour: 19, minute: 58)),
                .money(Money(cents: 12_999)), .number(129.99), .text("=cmd|' /C calc'!A0"), .flag(false),
            ],
            [
                .integer(1_234_567), .day(day(2024, 2, 29)), .null, .money(Money(cents: -5)), .number(-0.05),
                .text("naïve — 日本語 🚀 *bold* `code` <b>tag</b> a_b _c_ &amp;"), .flag(true),
            ],
            [
                .integer(-3), .undefined(.stillOpen), .null, .undefined(.stillOpen), .null,
                .text(
                    "A long note that goes on and on about how the short put was rolled twice, first down and out for "
                        + "a small credit and then only out, until it was at last assigned on a Friday afternoon."),
                .null,
            ],
            [
                .integer(4), .day(day(2026, 7, 31)), .null, .number(.nan), .number(0.5), .text("two\nlines\u{1}"),
                .flag(false),
            ],
        ],
        totals: [nil, nil, nil, .money(Money(cents: 12_994)), nil, nil, nil],
        highlights: [
            .init(column: "day", comparison: .above, operand: .day(day(2026, 7, 30)), tone: .good),
            .init(column: "pnl", comparison: .below, operand: .integer(0), tone: .bad),
        ])

    static let empty = TableBlock(
        anchor: "refusals", title: "Refusals by rule", note: "None is good news.",
        columns: [
            .init(name: "rule", title: "Rule", format: .text), .init(name: "n", title: "Count", format: .integer),
        ], rows: [], totals: [nil, .integer(0)], emptyText: "No candidate was refused.")

    static let equity = ChartBlock(
        anchor: "equity-curve", title: "Equity against LEGACY",
        alternative: "Two lines from May to July: MULTIBOOK ends at $104,211, LEGACY at $101,950.",
        note: "Marked at the close; gaps are days without a snapshot.", kind: .line, xTitle: "Day",
        x: weekdays(from: day(2026, 5, 4), count: 65),
        series: [
            .init(
                name: "multibook", title: "MULTIBOOK",
                values: (0..<65).map(multibook)),
            .init(
                name: "legacy", title: "LEGACY",
                values: (0..<65).map(legacy)),
        ], format: .usd)

    static let bySymbol = ChartBlock(
        anchor: "pnl-by-symbol", title: "P&L by symbol", alternative: "Six bars; QQQ is the only loss.", kind: .bar,
        xTitle: "Symbol", x: ["SPY", "QQQ", "IWM", "AAPL", "NVDA", "TSLA"].map { .text($0) },
        series: [
            .init(name: "pnl", title: "P&L", values: [2310.5, -1480.25, 890, nil, 1204.3, 0])
        ], format: .usd)

    static let days = ChartBlock(
        anchor: "pnl-by-day", title: "P&L by day", alternative: "Bars of two books over ten days.", kind: .bar,
        xTitle: "Day", x: weekdays(from: day(2026, 7, 20), count: 10),
        series: [
            .init(name: "premium", title: "Premium", values: (0..<10).map { Double($0 * 97 % 13 * 60 - 200) }),
            .init(name: "hedge", title: "Hedge", values: (0..<10).map { Double($0 * 31 % 7 * -25) }),
        ], format: .usd)

    static let onePoint = ChartBlock(
        anchor: "one-point", title: "One point", alternative: "A single dot at 12.5%.", kind: .line, xTitle: "Day",
        x: [.day(day(2026, 7, 31))], series: [.init(name: "a", title: "A", values: [0.125])], format: .percent)

    static let noPoint = ChartBlock(
        anchor: "no-point", title: "No point", alternative: "Nothing.", kind: .bar, xTitle: "Book", x: [],
        series: [.init(name: "a", title: "A", values: [])], format: .percent)

    static let nothing = ChartBlock(
        anchor: "nothing", title: "Nothing to draw", alternative: "No values.", kind: .line, xTitle: "Book",
        x: [.text("a"), .text("b")], series: [.init(name: "a", title: "A", values: [nil, .infinity])], format: .ratio)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year, month, day) ?? Day(daysSince1970: 0)
    }

    private static func weekdays(from monday: Day, count: Int) -> [Value] {
        (0..<count).map { .day(monday.adding($0 / 5 * 7 + $0 % 5)) }
    }

    private static func multibook(_ index: Int) -> Double? {
        if (30...33).contains(index) { return nil }
        return Double(100_000 + index * 65 + index * 37 % 11 * 120)
    }

    private static func legacy(_ index: Int) -> Double? {
        Double(100_000 + index * 30 - index * 53 % 17 * 90)
    }
}
