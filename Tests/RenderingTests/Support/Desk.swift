import Dates
import Ledger
import Metrics
import Notebooks

/// A report with every kind of block, as a desk would read it.
enum Desk {
    static let document = Document(
        title: "Weekly review 2026-W31", kind: "weekly", asOf: Sample.day(2026, 7, 31),
        parameters: [.init(name: "week", text: "2026-W31"), .init(name: "share", text: "25 %")],
        syntheticNotice: "Every option price in this history comes from a model, not from a market.",
        provenance: [
            .init(name: "Input id", text: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            .init(name: "Database", text: "history.sqlite, 482 sessions to 2026-07-31"),
            .init(name: "Template", text: "templates/weekly-review.md, sha256:2c26b46b68ffc68f"),
            .init(name: "Program", text: "ThetaDesk 0.2.0"),
        ],
        facts: [
            .init(name: "Decision", text: "hold at 25 %: evidence insufficient"),
            .init(name: "Share in force", text: "25 %"),
            .init(name: "Revision", text: "2, supersedes 1: a mark of XLE was corrected"),
        ],
        links: [.init(name: "Week before", text: "../W30/index.html")],
        changes: ChangesBlock(
            since: .init(name: "Weekly review 2026-W30", text: "../W30/index.html"),
            changes: [
                Change(kind: .check, label: "Portfolio delta", before: "pass", after: "fail", anchor: "exposure"),
                Change(kind: .verdict, label: "Win rate", before: "met", after: "missed"),
                Change(kind: .figure, label: "Mean P&L a trade", before: "$198.20", after: "$213.50"),
                Change(kind: .warning, label: "Marks of XLE", before: "", after: "two marks are older than a day"),
            ]),
        warnings: [.init(anchor: "trades", message: "Two trades of XLE have no mark of 2026-07-30.")],
        blocks: [
            .heading(level: 1, text: "Four of five targets met; win rate missed", anchor: "four-of-five"),
            .prose(
                "The desk closed **31 trades** for $4,210.55. The week's loss came\nfrom one assignment in QQQ; see "
                    + "[the trades](#trades).\n\n* Theta capture fell to 41.2%.\n* Portfolio delta breached its limit.\n"
            ),
            .figures(headline), .checks(checks),
            .heading(level: 2, text: "Profit and loss", anchor: "profit-and-loss"), .table(byBook), .table(bySymbol),
            .chart(symbols), .chart(bridge), .chart(monthly), .table(Sample.trades),
            .heading(level: 2, text: "Against the old strategy", anchor: "old"), .chart(equity), .chart(drawdown),
            .heading(level: 2, text: "Exposure", anchor: "exposure-heading"), .table(exposure), .chart(stacked),
            .chart(returns), .chart(scatter), .chart(below), .table(Sample.empty),
            .table(
                TableBlock(
                    anchor: "page-only", title: "Only on the page",
                    columns: [.init(name: "a", title: "A", format: .text)], rows: [[.text("x")]],
                    placement: Placement(formats: [.html, .markdown]))),
        ])

    static let headline = FiguresBlock(
        anchor: "headline", title: "Against target",
        items: [
            .init(
                label: "Trades a month", value: .integer(22), format: .integer, note: "Last 21 sessions; LEGACY: 8",
                target: "15–25", verdict: .met, trend: [14, 15, 18, 17, 19, 22]),
            .init(
                label: "Win rate", value: .number(0.8236), format: .percent, note: "95 % interval 74.1–88.4 %, n = 85",
                target: "> 85%", verdict: .missed, trend: [0.86, 0.87, 0.85, nil, 0.84, 0.8236]),
            .init(
                label: "Mean P&L a trade", value: .money(Money(cents: 21_350)), format: .usd, target: "$200–300",
                verdict: .met, trend: [180, 190, 198.2, 213.5]),
            .init(
                label: "Sharpe ratio", value: .undefined(.tooFew), format: .ratio, note: "n = 14, needs 20",
                target: "> 2.00", verdict: .tooEarly),
            .init(
                label: "Max drawdown", value: .number(-0.0431), format: .percent2, target: "above -10%", verdict: .met),
            .init(label: "Worst plausible loss", value: .money(Money(cents: -12_345_678)), format: .usd0),
        ])

    static let checks = ChecksBlock(
        anchor: "daily-checks", title: "Checks of the day", note: "Failed first.",
        rows: [
            .init(
                anchor: "check-data", title: "Data complete", verdict: .pass, value: .integer(0), format: .integer,
                limit: "0 missing sessions", evidence: "482 sessions"),
            .init(
                anchor: "check-delta", title: "Portfolio delta", verdict: .fail, value: .number(0.3412), format: .delta,
                limit: "within ±0.30", evidence: "Highest on 2026-07-30", link: "#exposure"),
            .init(
                anchor: "check-drawdown", title: "Drawdown", verdict: .warn, value: .number(-0.0431), format: .percent2,
                limit: "above -5%", evidence: "Curve since inception", link: "#drawdown"),
            .init(
                anchor: "check-marks", title: "Marks fresh", verdict: .unknown, value: .undefined(.notRecorded),
                format: .integer, limit: "0 stale", evidence: "", link: "#trades"),
        ])

    static let byBook = TableBlock(
        anchor: "pnl-by-book", title: "Closed trades by book", note: "Net of fees.",
        columns: [
            .init(name: "book", title: "Book", format: .text), .init(name: "trades", title: "Trades", format: .integer),
            .init(name: "win_rate", title: "Win rate", format: .percent),
            .init(name: "realized_pnl", title: "P&L", format: .usd), .init(name: "fees", title: "Fees", format: .usd),
        ],
        rows: [
            [.text("PRIMARY"), .integer(9), .number(0.889), .money(Money(cents: 512_340)), .money(Money(cents: 5040))],
            [
                .text("INCOME_POP"), .integer(14), .number(0.7857), .money(Money(cents: -91_285)),
                .money(Money(cents: 8400)),
            ],
            [.text("LEGACY"), .integer(8), .number(0.75), .money(Money(cents: 0)), .money(Money(cents: 840))],
        ],
        totals: [nil, .integer(31), nil, .money(Money(cents: 421_055)), .money(Money(cents: 14_280))],
        highlights: [
            .init(column: "realized_pnl", comparison: .below, operand: .integer(0), tone: .bad),
            .init(column: "win_rate", comparison: .atLeast, operand: .number(0.85), tone: .good),
            .init(column: "win_rate", comparison: .atMost, operand: .number(0.75), tone: .warn),
            .init(column: "book", comparison: .unequal, operand: .text("LEGACY"), tone: .good),
        ], placement: Placement(sheet: "P&L"))

    static let bySymbol = TableBlock(
        anchor: "pnl-by-symbol", title: "Closed trades by symbol",
        columns: [
            .init(name: "symbol", title: "Symbol", format: .text),
            .init(name: "trades", title: "Trades", format: .integer),
            .init(name: "realized_pnl", title: "P&L", format: .usd),
        ],
        rows: zip(["SPY", "QQQ", "IWM", "DIA"], [231_050, -148_025, 89_000, -5000]).map {
            [.text($0), .integer(3), .money(Money(cents: Int64($1)))]
        },
        totals: [nil, .integer(12), .money(Money(cents: 167_025))],
        highlights: [.init(column: "realized_pnl", comparison: .below, operand: .integer(0), tone: .bad)],
        placement: Placement(isFolded: true, sheet: "p&l "))
}
