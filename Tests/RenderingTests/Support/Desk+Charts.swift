import Dates
import Ledger
import Metrics
import Notebooks

extension Desk {
    private static func chart(
        _ anchor: String, _ title: String, _ kind: ChartBlock.Kind, x: [Value], xTitle: String,
        _ series: [(String, [Double?])], _ format: ValueFormat, note: String = "", yTitle: String = "",
        totals: Set<Int> = [], sheet: String? = nil
    ) -> ChartBlock {
        ChartBlock(
            anchor: anchor, title: title, alternative: "\(title), drawn as \(kind.rawValue).", note: note, kind: kind,
            xTitle: xTitle, x: x, series: series.map { .init(name: $0.lowercased(), title: $0, values: $1) },
            format: format, yTitle: yTitle, totals: totals, placement: Placement(sheet: sheet))
    }

    private static func texts(_ words: String) -> [Value] { words.split(separator: " ").map { .text(String($0)) } }

    private static func days(_ count: Int) -> [Value] {
        (0..<count).map { .day(Sample.day(2026, 3, 2).adding($0 / 5 * 7 + $0 % 5)) }
    }

    static let symbols = chart(
        "pnl-bars", "P&L by symbol", .bar, x: texts("SPY QQQ IWM DIA"), xTitle: "Symbol",
        [("P&L", [2310.5, -1480.25, 890, -50])], .usd, sheet: "P&L")

    static let bridge = chart(
        "bridge", "From opening to closing equity", .waterfall,
        x: texts("Opening Realised Unrealised Hedge Fees Closing"), xTitle: "Step",
        [("Equity", [1000, 2152.2, -894.6, -2800, nil, -542.4])], .usd, note: "Crosses zero on purpose.",
        yTitle: "Equity", totals: [0, 5])

    static let below = chart(
        "below", "All below zero", .waterfall, x: texts("Start Loss Gain Loss End"), xTitle: "Step",
        [("P&L", [-100, -50, 30, -20, -140])], .usd, totals: [0, 4])

    static let monthly = chart(
        "monthly", "Monthly returns", .heatMap, x: texts("Jan Feb Mar Apr May Jun Jul"), xTitle: "Month",
        [
            ("2024", [0.012, -0.004, 0.021, nil, 0.0, 0.018, -0.033]),
            ("2025", [0.002, 0.014, -0.021, 0.007, 0.011, -0.008, 0.013]),
            ("2026", [-0.031, 0.024, 0.009, 0.017, 0.001, 0.003, 0.005]),
        ], .percent2, yTitle: "Year")

    /// A saw tooth on a line, with a week of gaps where asked for.
    private static func saw(
        _ start: Double, _ step: Int, _ width: Int, _ height: Double, slope: Double, gap: Bool = false
    )
        -> [Double?]
    {
        (0..<110).map { index -> Double? in
            if gap, (40...44).contains(index) { return nil }
            let tooth = Double(index * step % width) * height
            return start + tooth + Double(index) * slope
        }
    }

    static let equity = chart(
        "equity", "Growth of $100", .line, x: days(110), xTitle: "Day",
        [
            ("MULTIBOOK", saw(100, 37, 23, 0.14, slope: 0.05, gap: true)),
            ("LEGACY", saw(100, 17, 19, 0.11, slope: -0.025)),
        ], .usd, note: "Daily returns compounded; gaps are days without a snapshot.", yTitle: "Dollars")

    static let drawdown = chart(
        "drawdown", "Drawdown", .area, x: days(110), xTitle: "Day",
        [("MULTIBOOK", saw(0, 37, 23, -0.0025, slope: 0)), ("LEGACY", saw(0, 17, 19, -0.0011, slope: 0))], .percent)

    static let stacked = chart(
        "stacked", "Theta by book", .stackedBar, x: days(10), xTitle: "Day",
        [
            ("PRIMARY", (0..<10).map { Double($0 * 97 % 13 * 20 + 50) }),
            ("INCOME_POP", (0..<10).map { Double($0 * 31 % 7 * 15 + 20) }),
            ("Hedge", (0..<10).map { Double($0 * 31 % 7 * -25) }),
        ], .usd, yTitle: "Dollars a day")

    static let returns = chart(
        "returns", "Distribution of daily returns", .histogram,
        x: texts("-1.5% -1.0% -0.5% 0.0% 0.5% 1.0% 1.5%"), xTitle: "Return",
        [("Days", [2, 9, 31, 64, 48, 17, 3])], .integer, yTitle: "Days")

    static let scatter = chart(
        "scatter", "Credit against P&L", .scatter, x: (0..<40).map { .number(0.1 + Double($0 * 7 % 40) / 123) },
        xTitle: "Credit ÷ width",
        [("P&L", (0..<40).map { Double($0 * 53 % 41 * 20 - 300) })], .usd, yTitle: "P&L")

    static let exposure = TableBlock(
        anchor: "exposure", title: "Exposure of the week", note: "At each session's last snapshot.",
        columns: [
            .init(name: "measure", title: "Measure", format: .text),
            .init(name: "value", title: "Value", format: .number4),
            .init(name: "limit", title: "Limit", format: .text), .init(name: "is_met", title: "Within", format: .flag),
            .init(name: "day", title: "Day", format: .date),
        ],
        rows: [
            [.text("delta"), .number(0.3412), .text("±0.30"), .flag(false), .day(Sample.day(2026, 7, 30))],
            [.text("theta"), .number(412.345), .text(""), .flag(true), .day(Sample.day(2026, 7, 31))],
            [.text("day at risk"), .number(0.0312), .text("5%"), .flag(true), .day(Sample.day(2026, 7, 31))],
        ],
        highlights: [
            .init(column: "is_met", comparison: .equal, operand: .flag(false), tone: .bad),
            .init(column: "day", comparison: .below, operand: .day(Sample.day(2026, 7, 31)), tone: .warn),
            .init(column: "measure", comparison: .above, operand: .text("e"), tone: .good),
        ], rowFormats: [1: [.delta, .usd, .percent2]])
}
