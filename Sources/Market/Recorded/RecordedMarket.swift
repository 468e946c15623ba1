public import Dates
public import Foundation
public import Input
internal import Mathematics
internal import Options

/// Recorded bars and VIX, with option chains made from them: synthetic chains on recorded prices.
///
/// The first symbol's 30-day volatility is the one whose chain shows the recorded VIX; another symbol's is scaled by
/// realised volatilities. docs/simulated-market.md says how well such chains fit real ones. A session whose bar is
/// missing or refused leaves its symbol untradable: last prices, no quotes and the finding that says why.
public struct RecordedMarket: MarketData {
    /// The sessions that the market shows, ascending; earlier bars fill the windows.
    public let sessions: [Day]
    /// The symbols, in the settings' order.
    public let symbols: [String]
    /// Always: the chains are made by a model.
    public var isSynthetic: Bool { true }
    /// What is recorded and what is made.
    public let provenance: String
    /// Faults of files, bars and VIX, in that order.
    public let findings: [Finding]

    private let settings: RecordedMarketSettings
    private let calendar: TradingCalendar
    private let prices: RecordedPrices
    private let implied: ImpliedFromIndex
    private let levels: [Day: Double]
    private var underlyings: [RecordedSymbol]
    private var builders: [ChainBuilder]
    private var volatilityIndex: VolatilityIndexChain
    private var position = 0

    /// A market from files: `SYMBOL.csv` and `dividends.csv` in a folder, VIX in a file of its own, `splits.csv` beside
    /// the calendars.
    ///
    /// - Throws: ``CSVError`` where a file cannot be read; otherwise as the other initialiser.
    public init(
        folder: URL, vix: URL, calendars: URL, calendar: TradingCalendar, from: Day, to: Day,
        settings: RecordedMarketSettings = RecordedMarketSettings()
    ) throws {
        let prices = try RecordedPrices(folder: folder, vix: vix, calendars: calendars, symbols: settings.symbols)
        try self.init(prices: prices, calendar: calendar, from: from, to: to, settings: settings)
    }

    /// A market over the sessions from one day through another.
    ///
    /// - Throws: ``RecordedMarketError`` where bars are missing altogether or a setting is out of range;
    ///   ``CalendarError`` where the calendar does not reach from the first bar to the expirations after the last day.
    public init(
        prices: RecordedPrices, calendar: TradingCalendar, from: Day, to: Day,
        settings: RecordedMarketSettings = RecordedMarketSettings()
    ) throws {
        try settings.validate()
        let sessions = try calendar.sessions(from: from, through: to)
        guard let start = sessions.first, let end = sessions.last else {
            throw RecordedMarketError.noSessions(from: from, to: to)
        }
        for (symbol, bars) in [(settings.symbols[0], prices.bars[settings.symbols[0]] ?? []), ("VIX", prices.vix)] {
            guard let first = bars.map(\.day).min(), let last = bars.map(\.day).max() else {
                throw RecordedMarketError.noBars(symbol: symbol)
            }
            guard first <= start, last >= end else {
                throw RecordedMarketError.notCovered(symbol: symbol, first: first, last: last, from: start, to: end)
            }
        }
        var findings = prices.findings
        var underlyings: [RecordedSymbol] = []
        for symbol in settings.symbols {
            guard let bars = prices.bars[symbol], !bars.isEmpty else {
                throw RecordedMarketError.noBars(symbol: symbol)
            }
            let faults = BarQuality.check(bars, symbol: symbol, calendar: calendar, splits: prices.splits)
            findings += faults
            underlyings.append(
                RecordedSymbol(
                    symbol: symbol, bars: bars, findings: faults, dividends: prices.actions.dividends(of: symbol),
                    realizedSessions: settings.realizedSessions))
        }
        let indexFaults = BarQuality.check(prices.vix, symbol: "VIX", calendar: calendar, limits: .index)
        findings += indexFaults
        let refused = Set(indexFaults.filter { $0.severity == .error }.compactMap(\.day))
        levels = Dictionary(
            prices.vix.filter { !refused.contains($0.day) }.map { ($0.day, $0.close) }, uniquingKeysWith: { a, _ in a })
        self.settings = settings
        self.calendar = calendar
        self.prices = prices
        self.sessions = sessions
        self.findings = findings
        self.underlyings = underlyings
        symbols = settings.symbols
        provenance = "recorded prices and VIX; synthetic chains on recorded prices, no option quote was ever seen"
        implied = ImpliedFromIndex(settings: settings)
        builders = settings.symbols.map { ChainBuilder(symbol: $0, settings: settings.surface) }
        volatilityIndex = VolatilityIndexChain(settings: settings.surface)
        let earliest = settings.symbols.compactMap { prices.bars[$0]?.map(\.day).min() }.min() ?? start
        for day in try calendar.sessions(from: max(earliest, calendar.coverage.lowerBound), through: start.adding(-1)) {
            _ = observe(day)
        }
    }

    /// One symbol's session after everything has been taken in.
    private struct Observation {
        let bar: Bar
        let indicators: Indicators
        let atTheMoney: VolatilityTermStructure?
        let findings: [Finding]
    }

    /// Takes a session in, symbol by symbol; nil for a symbol that has never had a bar.
    private mutating func observe(_ day: Day) -> [Observation?] {
        for action in prices.actions.on(day) {
            switch action {
            case .split(let symbol, let ratio):
                guard let index = symbols.firstIndex(of: symbol) else { continue }
                underlyings[index].split(ratio: ratio)
                builders[index].adjust(forSplit: ratio)
            case .dividend(let symbol, let amount):
                guard let index = symbols.firstIndex(of: symbol) else { continue }
                underlyings[index].goesEx(amount: amount)
            }
        }
        let bars = underlyings.map { $0.bar(on: day) }
        for (index, bar) in bars.enumerated() {
            if let bar { underlyings[index].observe(bar) }
        }
        let level = levels[day]
        let thirtyDay = level.map { implied.atTheMoney(index: $0) }
        let first = underlyings[0].realizedVolatility
        return underlyings.indices.map { index in
            let symbol = symbols[index]
            var findings = underlyings[index].faults(on: day)
            guard let bar = bars[index] else {
                guard let last = underlyings[index].last else { return nil }
                if !findings.contains(where: { $0.severity == .error }) {
                    findings.append(fault("bars.gap", symbol, day, "the session has no bar"))
                }
                let still = Bar(
                    day: day, open: last.close, high: last.close, low: last.close, close: last.close, volume: 0)
                return Observation(
                    bar: still, indicators: underlyings[index].indicators, atTheMoney: nil, findings: findings)
            }
            var curve: VolatilityTermStructure?
            if let thirtyDay, let first, let realized = underlyings[index].realizedVolatility {
                let ratio = index == 0 ? 1 : implied.ratio(realized: realized, first: first)
                curve = implied.termStructure(thirtyDay: thirtyDay * ratio, ratio: ratio)
            } else {
                let reason =
                    level == nil
                    ? "VIX has no value, so that no chain can be made"
                    : "fewer than \(settings.realizedSessions) returns lie before, so that no chain can be made"
                findings.append(fault("recorded.no-volatility", symbol, day, reason))
            }
            let indicators = underlyings[index].observe(
                bar, impliedVolatility: curve?.volatility(years: 30.0 / 365))
            return Observation(bar: bar, indicators: indicators, atTheMoney: curve, findings: findings)
        }
    }

    private func fault(_ rule: String, _ symbol: String, _ day: Day, _ message: String) -> Finding {
        Finding(
            severity: .error, rule: rule, subject: symbol, day: day, message: "\(symbol) on \(day): \(message)")
    }

    /// Goes to the next session and shows it 15 minutes before its close, at its closing prices; nil after the last.
    public mutating func next() throws -> MarketSnapshot? {
        guard position < sessions.count else { return nil }
        let day = sessions[position]
        position += 1
        let time = try calendar.decisionTime(on: day)
        let rate = settings.rate(year: day.year)
        var notice = day
        for _ in 0..<settings.dividendNotice { notice = try calendar.next(after: notice) }
        var shown: [MarketSnapshot.Underlying] = []
        for (index, observation) in observe(day).enumerated() {
            guard let observation else { continue }
            let dividends = underlyings[index].dividends(after: day, notice: notice)
            var chain = OptionChain(
                underlying: symbols[index], time: time, spot: observation.bar.close, isSynthetic: true, slices: [])
            if let curve = observation.atTheMoney {
                let forwards = ForwardCurve(
                    today: day, spot: observation.bar.close, rate: rate, dividends: dividends)
                chain = try builders[index].chain(
                    ChainBuilder.Inputs(day: day, time: time, forwards: forwards, atTheMoney: curve, rate: rate),
                    calendar: calendar)
            }
            shown.append(
                MarketSnapshot.Underlying(
                    symbol: symbols[index], bar: observation.bar, indicators: observation.indicators, chain: chain,
                    nextDividend: prices.actions.nextDividend(of: symbols[index], after: day, through: notice),
                    findings: observation.findings))
        }
        let level = levels[day]
        let options = try level.map {
            try volatilityIndex.chain(on: day, time: time, level: $0, rate: rate, calendar: calendar)
        }
        return MarketSnapshot(
            time: time, day: day, vix: level, underlyings: shown, vixChain: options, isSynthetic: true)
    }

    /// Dividends and splits that take effect on a session, before its open.
    public func corporateActions(on day: Day) -> [CorporateAction] {
        prices.actions.on(day).filter { action in
            switch action {
            case .dividend(let symbol, _), .split(let symbol, _): symbols.contains(symbol)
            }
        }
    }
}
