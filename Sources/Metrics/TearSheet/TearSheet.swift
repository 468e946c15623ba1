internal import Dates
internal import Ledger

/// The tear sheet of a span: what a weekly review says since inception is not said again.
///
/// A pure function of its input.
public struct TearSheet: Sendable {
    private let sleeves: [Sleeve]
    private let closed: [ClosedTrade]
    private let fillLevels: FillLevels
    private let market: MarketPath
    private let input: TearSheetInput

    /// Computes a tear sheet.
    public init(_ input: TearSheetInput) {
        self.input = input
        sleeves = StrategyName.allCases.map { Sleeve($0, of: input.dailyResults, upTo: input.end) }
        let trades = input.trades.filter {
            $0.allotment == .allotted && $0.structure != .hedge && ($0.exitDay.map { $0 <= input.end } ?? false)
        }
        closed = trades.compactMap(ClosedTrade.init)
        fillLevels = FillLevels(trades, input.fills)
        market = MarketPath(input.market, benchmark: input.benchmark, upTo: input.end)
    }

    static let definitions = [
        CalendarReturns.monthly, CalendarReturns.yearly, RollingStatistics.definition, Regimes.definition,
        FillLevels.definition, Benchmark.definition,
    ]

    static let scalarDefinitions: [ScalarDefinition] = [
        .init("span_first", .date, "MULTIBOOK's first session with a result"),
        .init("span_last", .date, "Its last one up to the as-of date"),
        .init("span_sessions", .count, "Its sessions with a result"),
        .init("best_month", .percent, "MULTIBOOK's best calendar month"),
        .init("worst_month", .percent, "Its worst"),
        .init("months_gained", .count, "Its calendar months with a return above zero"),
        .init("months_counted", .count, "Its calendar months with a session"),
        .init("fills_missing", .count, "Closed trades without recorded executions, which no level of fills counts"),
        .init("benchmark_symbol", .text, "What the strategies are held against"),
    ]

    /// The datasets of the tear sheet.
    public var datasets: [Dataset] {
        [
            CalendarReturns.monthlyDataset(sleeves), CalendarReturns.yearlyDataset(sleeves, input.settings),
            RollingStatistics.dataset(sleeves, input.settings),
            Regimes.dataset(sleeves, closed, market, input.settings), fillLevels.dataset,
            Benchmark.dataset(sleeves, market, symbol: input.benchmark, input.settings),
        ]
    }

    /// The single figures of the tear sheet.
    public var scalars: [Scalar] {
        let returns = sleeves.first { $0.strategy == .multibook }?.returns ?? Returns([])
        let months = CalendarReturns.months(of: returns).compactMap { $0.returns.totalReturn.value }
        func day(_ day: Day?) -> Value { day.map(Value.day) ?? .undefined(.noData) }
        let values: [Value] = [
            day(returns.days.first), day(returns.days.last), .integer(returns.count), Value(optional: months.max()),
            Value(optional: months.min()), .integer(months.count { $0 > 0 }), .integer(months.count),
            .integer(fillLevels.missing), .text(input.benchmark),
        ]
        return zip(Self.scalarDefinitions, values).map { Scalar($0.name, $0.unit, $1) }
    }
}
