internal import Dates
internal import Input
internal import Mathematics

/// One symbol of the recorded market as of the session last observed.
struct RecordedSymbol: Sendable {
    let symbol: String
    private let barsByDay: [Day: Bar]
    private let faultsByDay: [Day: [Finding]]
    private let dividends: ExpectedDividends
    private var window = IndicatorWindow()
    private var realized: RealizedVolatility
    private(set) var last: Bar?
    private var carriedDividend = 0.0

    /// A symbol before its first session; `findings` are those of its bars.
    init(symbol: String, bars: [Bar], findings: [Finding], dividends: [Dividend], realizedSessions: Int) {
        self.symbol = symbol
        barsByDay = Dictionary(bars.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        var faults: [Day: [Finding]] = [:]
        for finding in findings {
            if let day = finding.day { faults[day, default: []].append(finding) }
        }
        faultsByDay = faults
        self.dividends = ExpectedDividends(recorded: dividends)
        realized = RealizedVolatility(length: realizedSessions)
    }

    /// Findings of a session.
    func faults(on day: Day) -> [Finding] { faultsByDay[day] ?? [] }

    /// The session's bar; nil where there is none or it was refused.
    func bar(on day: Day) -> Bar? {
        guard !faults(on: day).contains(where: { $0.severity == .error }) else { return nil }
        return barsByDay[day]
    }

    /// Volatility over the window up to the last bar observed.
    var realizedVolatility: Double? { realized.value }

    /// Dividends known or expected after a session.
    func dividends(after day: Day, notice: Day) -> [Dividend] { dividends.after(day, notice: notice) }

    /// Restates what was observed to shares after a split.
    mutating func split(ratio: Double) {
        window.restate(forSplit: ratio)
        if let bar = last {
            last = Bar(
                day: bar.day, open: bar.open / ratio, high: bar.high / ratio, low: bar.low / ratio,
                close: bar.close / ratio, volume: bar.volume * ratio)
        }
    }

    /// A dividend goes ex, whether or not the session has a bar.
    mutating func goesEx(amount: Double) { carriedDividend += amount }

    /// Takes a session's good bar into the realised volatility.
    mutating func observe(_ bar: Bar) {
        if let last { realized.append(from: last.close, to: bar.close + carriedDividend) }
        carriedDividend = 0
        last = bar
    }

    /// Takes the same session into the indicators, once its implied volatility is known.
    mutating func observe(_ bar: Bar, impliedVolatility: Double?) -> Indicators {
        window.append(bar, impliedVolatility: impliedVolatility)
        return window.indicators
    }

    /// The indicators after the last good session.
    var indicators: Indicators { window.indicators }
}
