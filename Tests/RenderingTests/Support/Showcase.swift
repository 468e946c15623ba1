import Dates
import Ledger
import Metrics
import Notebooks

/// A document with every block, every kind of chart and everything that can stand at a report's head.
enum Showcase {
    static let document = Document(
        title: "Daily checklist 2026-07-31", kind: "daily", asOf: Sample.day(2026, 7, 31),
        parameters: [.init(name: "session", text: "2026-07-31")],
        syntheticNotice: "Simulated market, seed 7: every price is a model's. Nobody earned or lost this money.",
        provenance: [
            .init(name: "Input id", text: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            .init(name: "Program", text: "ThetaDesk 0.1.0"),
        ], facts: facts, links: links, changes: changes, warnings: warnings, blocks: blocks)

    static let facts: [Document.Parameter] = [
        .init(name: "Decision", text: "hold"), .init(name: "Share in force", text: "25%"),
        .init(name: "Evidence", text: "insufficient"), .init(name: "Revision", text: "2"),
    ]

    static let links: [Document.Parameter] = [
        .init(name: "Previous: 2026-07-30", text: "../2026-07-30/index.html"),
        .init(name: "All reports", text: "../index.html"), .init(name: "Workbook", text: "report.xlsx"),
        .init(name: "Markdown", text: "report.md"), .init(name: "Not to be linked", text: "javascript:alert(1)"),
    ]

    static let changes = ChangesBlock(
        since: .init(name: "2026-07-30", text: "../2026-07-30/index.html"),
        changes: [
            Change(kind: .figure, label: "Win rate", before: "84.1%", after: "82.4%", anchor: "headline"),
            Change(kind: .check, label: "Drawdown", before: "warn", after: "fail", anchor: "check-drawdown"),
            Change(kind: .fact, label: "Decision", before: "promote", after: "hold"),
            Change(kind: .source, label: "Program", before: "ThetaDesk 0.0.9", after: "ThetaDesk 0.1.0"),
            Change(kind: .warning, label: "A mark of QQQ is missing", before: "", after: "new", anchor: "not-here"),
        ])

    static let warnings: [Document.Warning] = [
        .init(anchor: "marks", message: "Two open positions have no mark of today & keep yesterday's <mark>."),
        .init(anchor: "not-here", message: "A cell of another format is empty."),
    ]

    static let blocks: [Block] =
        [
            .heading(level: 1, text: "One of five checks failed", anchor: "one-of-five"),
            .prose(
                "The desk may trade, but adds no risk until the drawdown is back above its limit; see "
                    + "[the marks](#marks) and [the year by months](#months)."),
            .checks(checks), .checks(ChecksBlock(anchor: "no-checks", title: "Checks of the hedge", rows: [])),
            .figures(figures), .heading(level: 2, text: "What the checks rest on", anchor: "evidence"), .table(marks),
            .table(units), .table(folded),
            .prose("Folded words: **why** the mark is old.", placement: Placement(isFolded: true)),
            .table(onlyInWorkbook), .heading(level: 2, text: "Charts of every kind", anchor: "charts"),
        ] + charts.map { .chart($0) } + [.chart(foldedChart)]

    static let checks = ChecksBlock(
        anchor: "limits", title: "The five checks", note: "Stale or missing data never passes.",
        rows: [
            .init(
                anchor: "check-delta", title: "Portfolio delta", verdict: .pass, value: .number(0.1242), format: .delta,
                limit: "within ±0.30", evidence: "Eight positions at the close of 2026-07-31", link: "#marks"),
            .init(
                anchor: "check-drawdown", title: "Drawdown", verdict: .fail, value: .number(-0.1104),
                format: .percent2, limit: "above -10%", link: "#months"),
            .init(
                anchor: "check-theta", title: "Theta", verdict: .warn, value: .money(Money(cents: 41_234)),
                format: .usd, limit: "$450–650 a day", evidence: "Below its range for 3 sessions"),
            .init(
                anchor: "check-hedge", title: "Hedge", verdict: .unknown, value: .undefined(.noData), format: .percent,
                limit: "at least 1.0%", evidence: "VIX calls had no quote", link: "https://example.org/"),
            .init(
                anchor: "check-target", title: "Trades a month", verdict: .tooEarly, value: .integer(7),
                format: .integer, limit: "15–25", evidence: "7 of 21 sessions | so far"),
        ])

    static let figures = FiguresBlock(
        anchor: "headline", title: "Against target",
        items: [
            .init(
                label: "Win rate", value: .number(0.8236), format: .percent, note: "95 % interval 74.1–88.4 %, n = 85",
                target: "> 85%", verdict: .missed,
                trend: [0.79, 0.81, 0.86, 0.85, nil, 0.88, 0.87, 0.86, 0.841, 0.8236]),
            .init(
                label: "P&L of the month", value: .money(Money(cents: -121_350)), format: .usdChange,
                trend: [0, 250, 800, 650, -120, -900, -1213.5]),
            .init(
                label: "Trades a month", value: .integer(22), format: .integer, target: "15–25", verdict: .met,
                trend: [18, 18]),
            .init(label: "Hedge", value: .undefined(.noData), format: .percent, trend: [nil, 0.01]),
        ])

    static let marks = TableBlock(
        anchor: "marks", title: "Marks of open positions",
        columns: [
            .init(name: "id", title: "Trade", format: .integer), .init(name: "symbol", title: "Symbol", format: .text),
            .init(name: "entry", title: "Entry", format: .date), .init(name: "pnl", title: "P&L", format: .usd),
        ],
        rows: (1...45).map { number in
            [
                .integer(number), .text(["SPY", "QQQ", "IWM"][number % 3]),
                .day(Sample.day(2026, 7, 1).adding(number * 7 % 31)),
                number == 7 ? .undefined(.noData) : .money(Money(cents: Int64(number * 7_919 % 40_000 - 12_000))),
            ]
        }, highlights: [.init(column: "pnl", comparison: .below, operand: .integer(-10_000), tone: .bad)])

    /// A column whose rows are measured in different units.
    static let units = TableBlock(
        anchor: "units", title: "Exposure by measure",
        columns: [
            .init(name: "measure", title: "Measure", format: .text), .init(name: "last", title: "Last", format: .ratio),
        ],
        rows: [
            [.text("Delta"), .number(0.1242)], [.text("Theta"), .number(412.34)], [.text("Open risk"), .number(0.031)],
            [.text("Snapshot"), .day(Sample.day(2026, 7, 31))],
        ], rowFormats: [1: [.percent2, .usd, .percent, .date]])

    static let folded = TableBlock(
        anchor: "folded", title: "Trades since 2024",
        columns: [
            .init(name: "year", title: "Year", format: .text), .init(name: "n", title: "Trades", format: .integer),
        ],
        rows: [[.text("2024"), .integer(113)], [.text("2025"), .integer(240)]], totals: [nil, .integer(353)],
        placement: Placement(isFolded: true))

    static let onlyInWorkbook = TableBlock(
        anchor: "raw", title: "Every quote", columns: [.init(name: "bid", title: "Bid", format: .usd)],
        rows: [[.number(1.05)]], placement: Placement(formats: [.xlsx]))
}
