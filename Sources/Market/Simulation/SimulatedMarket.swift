public import Dates
public import Input
internal import Mathematics
internal import Options

/// A market made by a model: correlated funds with stochastic volatility, jumps and regimes, their option chains, and
/// a VIX computed from the SPY chain. The same settings, dates and seed give the same bits on every machine.
///
/// docs/simulated-market.md has the equations, the calibration and the comparison with real markets.
public struct SimulatedMarket: MarketData {
    /// The sessions that the market shows, ascending.
    public let sessions: [Day]
    /// The funds' symbols, in the settings' order.
    public let symbols: [String]
    /// Always: every price is a model's.
    public var isSynthetic: Bool { true }
    /// What it is and from which seed.
    public let provenance: String
    /// A simulation has no faulty data.
    public var findings: [Finding] { [] }

    private let settings: SimulationSettings
    private let calendar: TradingCalendar
    private var economy: SimulatedEconomy
    private var builders: [ChainBuilder]
    private var volatilityIndex: VolatilityIndexChain
    private var windows: [IndicatorWindow]
    private var position = 0

    /// A market over the sessions from one day through another.
    ///
    /// - Throws: ``SimulationError`` where a setting is out of range or no session lies in the range; ``CalendarError``
    ///   where the calendar does not reach from the warm-up to the expirations after the last session.
    public init(
        settings: SimulationSettings = SimulationSettings(), calendar: TradingCalendar, from: Day, to: Day, seed: UInt64
    ) throws {
        try settings.validate()
        let sessions = try calendar.sessions(from: from, through: to)
        guard let first = sessions.first, let last = sessions.last else {
            throw SimulationError.noSessions(from: from, to: to)
        }
        let earlier = try calendar.sessions(from: calendar.coverage.lowerBound, through: first.adding(-1))
        guard earlier.count >= settings.warmUpSessions else {
            throw SimulationError.warmUpNotCovered(
                first: first, needed: settings.warmUpSessions, available: earlier.count)
        }
        let beyond = try calendar.sessions(
            from: last.adding(1), through: last.adding(ExpirationCycle.longest + 2))
        self.settings = settings
        self.calendar = calendar
        self.sessions = sessions
        symbols = settings.funds.map(\.symbol)
        provenance = "simulated market, seed \(seed): every price is a model's, none was ever quoted"
        economy = try SimulatedEconomy(
            settings: settings, sessions: Array(earlier.suffix(settings.warmUpSessions)) + sessions + beyond,
            seed: seed)
        builders = settings.funds.map { ChainBuilder(symbol: $0.symbol, settings: settings.surface) }
        volatilityIndex = VolatilityIndexChain(settings: settings.surface)
        windows = settings.funds.map { _ in IndicatorWindow() }
        for _ in 0..<settings.warmUpSessions {
            for (fund, session) in economy.advance().enumerated() {
                observe(session, economy.termStructure(of: fund), fund: fund)
            }
        }
    }

    private mutating func observe(
        _ session: SimulatedEconomy.FundSession, _ atTheMoney: VolatilityTermStructure, fund: Int
    ) {
        windows[fund].append(session.bar, impliedVolatility: atTheMoney.volatility(years: 30.0 / 365))
    }

    /// Goes to the next session and shows it 15 minutes before its close, at its closing prices; nil after the last.
    public mutating func next() throws -> MarketSnapshot? {
        guard position < sessions.count else { return nil }
        let day = sessions[position]
        position += 1
        let time = try calendar.decisionTime(on: day)
        var underlyings: [MarketSnapshot.Underlying] = []
        for (fund, session) in economy.advance().enumerated() {
            let atTheMoney = economy.termStructure(of: fund)
            observe(session, atTheMoney, fund: fund)
            let inputs = ChainBuilder.Inputs(
                day: day, time: time,
                forwards: ForwardCurve(
                    today: day, spot: session.bar.close, rate: settings.rate, dividends: session.dividends),
                atTheMoney: atTheMoney, rate: settings.rate)
            underlyings.append(
                MarketSnapshot.Underlying(
                    symbol: symbols[fund], bar: session.bar, indicators: windows[fund].indicators,
                    chain: try builders[fund].chain(inputs, calendar: calendar), nextDividend: session.nextDividend))
        }
        // VIX follows from the first fund's chain, in hundredths of a point as it is published.
        let level = VolatilityIndex.level(of: underlyings[0].chain, rate: settings.rate)
            .map { ($0 * 100).rounded() / 100 }
        let options = try level.map {
            try volatilityIndex.chain(on: day, time: time, level: $0, rate: settings.rate, calendar: calendar)
        }
        return MarketSnapshot(
            time: time, day: day, vix: level, underlyings: underlyings, vixChain: options, isSynthetic: true)
    }

    /// Dividends that go ex on a session; the simulation has no splits. Known once the session before has been shown.
    public func corporateActions(on day: Day) -> [CorporateAction] {
        zip(symbols, economy.plans).compactMap { symbol, plan in
            let amount = plan.amount(on: day)
            return amount > 0 ? .dividend(symbol: symbol, amount: amount) : nil
        }
    }
}

extension TradingCalendar {
    /// 15 minutes before a session's close. Where a day is no session, as if it closed at 16:00.
    func decisionTime(on day: Day) throws(CalendarError) -> Instant {
        (try session(on: day)?.close ?? NewYork.instant(day, hour: 16)).adding(seconds: -15 * 60)
    }
}
