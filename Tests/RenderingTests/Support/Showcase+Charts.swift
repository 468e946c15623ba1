import Dates
import Metrics
import Notebooks

extension Showcase {
    static let charts = [area, stack, stackOfDays, histogram, scatter, months, waterfall, longLine, loneSeries]

    static let foldedChart = ChartBlock(
        anchor: "folded-chart", title: "Rates, folded", alternative: "One bar.", kind: .bar, xTitle: "Rate",
        x: [.text("3 months")], series: [.init(name: "r", title: "Rate", values: [0.0432])], format: .percent2,
        placement: Placement(isFolded: true))

    static let area = ChartBlock(
        anchor: "drawdown", title: "Drawdown", alternative: "An area below zero with one gap.", kind: .area,
        xTitle: "Day", x: (0..<40).map { .day(Sample.day(2026, 6, 1).adding($0 / 5 * 7 + $0 % 5)) },
        series: [
            .init(name: "new", title: "MULTIBOOK", values: (0..<40).map { fall($0, 7) }),
            .init(name: "old", title: "LEGACY", values: (0..<40).map { fall($0, 3) }),
        ], format: .percent)

    static let stack = ChartBlock(
        anchor: "by-tier", title: "P&L by tier and book", alternative: "Bars of three parts.", kind: .stackedBar,
        xTitle: "Tier", x: ["70–79", "80–89", "90–100"].map { .text($0) },
        series: [
            .init(name: "primary", title: "PRIMARY", values: [1191.6, -320, 410]),
            .init(name: "income", title: "INCOME_POP", values: [915, 240.5, nil]),
            .init(name: "legacy", title: "LEGACY", values: [-258.8, 45.6, 0]),
        ], format: .usd0)

    static let stackOfDays = ChartBlock(
        anchor: "theta-ledger", title: "What became of theta", alternative: "Bars of four parts over ten days.",
        kind: .stackedBar, xTitle: "Day", x: (0..<10).map { .day(Sample.day(2026, 7, 20).adding($0 / 5 * 7 + $0 % 5)) },
        series: [
            .init(name: "time", title: "Time", values: (0..<10).map { Double(380 + $0 * 31 % 90) }),
            .init(name: "gamma", title: "Gamma", values: (0..<10).map { Double(-60 - $0 * 53 % 170) }),
            .init(name: "vega", title: "Vega", values: (0..<10).map { Double($0 * 37 % 23 * 20 - 220) }),
            .init(name: "rest", title: "Unexplained", values: (0..<10).map { Double($0 * 7 % 5 * 12 - 20) }),
        ], format: .usd, yTitle: "Dollars a day")

    static let histogram = ChartBlock(
        anchor: "pnl-histogram", title: "P&L of closed trades", alternative: "Eight bins, skewed to the left.",
        kind: .histogram, xTitle: "P&L of a trade",
        x: [
            "-$800 to -$600", "-$600 to -$400", "-$400 to -$200", "-$200 to $0", "$0 to $200", "$200 to $400",
            "$400 to $600", "$600 to $800",
        ].map { .text($0) }, series: [.init(name: "n", title: "Trades", values: [2, 1, 4, 9, 31, 58, 22, 4])],
        format: .integer, yTitle: "Trades")

    static let scatter = ChartBlock(
        anchor: "edge", title: "P&L against credit ÷ width", alternative: "Two clouds that rise to the right.",
        kind: .scatter, xTitle: "Credit ÷ width", x: (0..<60).map { .number(0.12 + Double($0 * 29 % 60) / 400) },
        series: [
            .init(name: "primary", title: "PRIMARY", values: (0..<60).map { cloud($0, 0, slope: 9) }),
            .init(name: "income", title: "INCOME_POP", values: (0..<60).map { cloud($0, 1, slope: 5) }),
        ], format: .usd0, xFormat: .percent, yTitle: "Realised P&L")

    static let months = ChartBlock(
        anchor: "months", title: "Return by month",
        alternative: "Three years of twelve months; March 2025 was the worst.",
        kind: .heatMap, xTitle: "Month",
        x: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map { .text($0) },
        series: (0..<3).map { year in
            .init(
                name: "y\(year)", title: String(2024 + year),
                values: (0..<12).map { year == 2 && $0 > 6 ? nil : month(year * 12 + $0) })
        }, format: .percent)

    static let waterfall = ChartBlock(
        anchor: "bridge", title: "From premium to result", alternative: "Premium less losses, hedge and fees.",
        kind: .waterfall, xTitle: "Step",
        x: [
            "Premium kept", "Losses at stop", "Net of trades", "Change of unrealised P&L", "Hedge", "Fees", "Result",
        ].map { .text($0) },
        series: [.init(name: "usd", title: "Amount", values: [3204.5, -1952.3, 1252.2, 894.6, -2650, -142.8, -646])],
        format: .usd0, totals: [2, 6])

    static let longLine = ChartBlock(
        anchor: "growth", title: "Growth of $100", alternative: "Two lines over twenty weeks.", kind: .line,
        xTitle: "Day",
        x: (0..<100).map { .day(Sample.day(2025, 8, 4).adding($0 / 5 * 7 + $0 % 5)) },
        series: [
            .init(name: "new", title: "MULTIBOOK", values: (0..<100).map { 100 + rise($0, 3) }),
            .init(name: "old", title: "LEGACY", values: (0..<100).map { $0 < 20 ? nil : 100 + rise($0, 1) / 2 }),
        ], format: .usd)

    static let loneSeries = ChartBlock(
        anchor: "rolling", title: "Rolling Sharpe ratio", alternative: "One line that falls and recovers.", kind: .line,
        xTitle: "Trade", x: (1...30).map { .integer($0) },
        series: [.init(name: "s", title: "Sharpe", values: (0..<30).map { $0 < 4 ? nil : rise($0 * 9, 2) / 6 })],
        format: .ratio, yTitle: "Annualised, 20 trades")

    private static func cloud(_ index: Int, _ part: Int, slope: Int) -> Double? {
        index % 2 == part ? Double(index * 29 % 60 * slope + index * 41 % 17 * 40 - 420) : nil
    }

    private static func fall(_ index: Int, _ step: Int) -> Double? {
        (18...20).contains(index) ? nil : -Double((index * step * 13) % 41) / 400
    }

    private static func rise(_ index: Int, _ step: Int) -> Double {
        Double(index) / 30 * Double(step) + Double(index * 37 % 29) / 10 - Double(index * index % 97) / 20
    }

    private static func month(_ index: Int) -> Double {
        Double(index * 71 % 47 - 20) / 700
    }
}
