internal import Dates
internal import Mathematics

/// The simulated market before anybody quotes an option in it: bars, dividends and the volatility that is expected.
///
/// Goes forward only; a session is a function of the settings, the seed and the sessions before it.
struct SimulatedEconomy: Sendable {
    /// One session of one fund.
    struct FundSession: Sendable {
        let bar: Bar
        let nextDividend: Dividend?
        /// Declared and expected dividends, for forwards.
        let dividends: [Dividend]
        /// What went ex at the open, dollars per share.
        let dividendPaid: Double
    }

    /// Nodes of the term structures, calendar days.
    private static let nodes: [Double] = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 80, 105]
    private static let nodeYears = nodes.map { $0 / 365 }

    let sessions: [Day]
    private let settings: SimulationSettings
    private let shocks: CorrelatedShocks
    private let horizons: [ForecastHorizon]
    private let meanExcess: Double
    private let outlierScale: Double
    private var market: MarketFactor
    private var factors: [FundFactor]
    private(set) var plans: [DividendPlan]
    private var closes: [Double]
    private var ownRandom: RandomSource
    private var pathRandom: RandomSource
    private var volumeRandom: RandomSource
    private var index = -1
    /// The market's part of the variance that is expected between the nodes, and what is expected of ln σ.
    private var forecast: [(systematic: Double, mean: Double, variance: Double)] = []

    /// An economy over sessions in order; `sessions` reach beyond the last one that will be asked for.
    init(settings: SimulationSettings, sessions: [Day], seed: UInt64) throws(SimulationError) {
        self.settings = settings
        self.sessions = sessions
        shocks = try CorrelatedShocks(of: settings)
        var earlier = 0.0
        horizons = Self.nodes.map { node in
            let middle = (earlier + node) / 2
            earlier = node
            return ForecastHorizon(years: middle / 365, settings: settings)
        }
        meanExcess = settings.market.stressShare * settings.market.stressLevel
        // Unit variance in spite of the outliers, which are three times as wide.
        outlierScale = 1 / (1 + 8 * settings.ownOutlierChance).squareRoot()
        market = MarketFactor(settings: settings.market, seed: seed)
        factors = settings.funds.map { FundFactor(settings: $0) }
        plans = settings.funds.map { DividendPlan(fund: $0, sessions: sessions) }
        closes = settings.funds.map(\.initialPrice)
        ownRandom = RandomSource(seed: seed, stream: "funds")
        pathRandom = RandomSource(seed: seed, stream: "paths")
        volumeRandom = RandomSource(seed: seed, stream: "volumes")
    }

    /// Goes one session on; the funds in the order of the settings.
    mutating func advance() -> [FundSession] {
        index += 1
        let day = sessions[index]
        let step = MarketFactor.step
        let marketVolatility = market.volatility
        let excess = market.logExcess - meanExcess
        let marketReturn = market.advance()
        let own = ownShocks()
        var bars: [Bar] = []
        for fund in factors.indices {
            let parameters = factors[fund].settings
            let ownVolatility = factors[fund].ownVolatility(marketExcess: excess)
            let logReturn =
                parameters.beta * marketReturn + parameters.ownDrift * step
                + ownVolatility * step.squareRoot() * own[fund]
            let systematic = parameters.beta * marketVolatility
            let deviation = ((systematic * systematic + ownVolatility * ownVolatility) * step).squareRoot()
            factors[fund].advance(
                volatilityShock: ownRandom.normal(), volumeShock: volumeRandom.normal(), simulation: settings)
            let surprise = abs(logReturn) / deviation - 0.8
            let logVolume =
                0.2 * surprise + settings.volumeElasticity * excess + parameters.volumeNoise * factors[fund].volumeNoise
            let path = SessionPath(
                previousClose: closes[fund], logReturn: logReturn, deviation: deviation,
                dividend: plans[fund].amount(on: day), overnightShare: settings.overnightShare)
            let volume = (parameters.volume * Elementary.exp(logVolume) / 100).rounded() * 100
            bars.append(path.bar(day: day, volume: volume, random: &pathRandom))
            closes[fund] = bars[fund].close
        }
        forecast = horizons.map { horizon in
            let (mean, variance) = market.expectation(horizon)
            return (settings.market.variancePremium * market.expectedVariance(horizon), mean - meanExcess, variance)
        }
        return factors.indices.map { fund in
            let paid = plans[fund].amount(on: day)
            plans[fund].declare(at: index, close: closes[fund])
            return FundSession(
                bar: bars[fund], nextDividend: plans[fund].next,
                dividends: plans[fund].expected(after: day, spot: closes[fund]), dividendPaid: paid)
        }
    }

    /// Shocks of unit variance to the funds' own returns; the first fund's is independent of the others'.
    private mutating func ownShocks() -> [Double] {
        let first = ownRandom.normal()
        let independent = factors.dropFirst().map { _ in ownRandom.normal() }
        return ([first] + shocks.correlated(independent)).map { shock in
            shock * outlierScale * (ownRandom.uniform() < settings.ownOutlierChance ? 3 : 1)
        }
    }

    /// A fund's at-the-money volatility after the last session: the expected variance of the market's part, with the
    /// premium, and of its own.
    func termStructure(of fund: Int) -> VolatilityTermStructure {
        let beta = factors[fund].settings.beta
        let hasOwn = factors[fund].settings.ownVolatility > 0
        var (sum, earlier) = (0.0, 0.0)
        var totals: [Double] = []
        totals.reserveCapacity(horizons.count)
        for (node, horizon) in horizons.enumerated() {
            let (systematic, mean, variance) = forecast[node]
            let own =
                hasOwn
                ? factors[fund].expectedOwnVariance(mean: mean, variance: variance, horizon: horizon) : 0
            sum += (Self.nodeYears[node] - earlier) * (beta * beta * systematic + own)
            earlier = Self.nodeYears[node]
            totals.append(sum)
        }
        return VolatilityTermStructure(years: Self.nodeYears, totalVariance: totals)
    }
}
