internal import Mathematics

/// At-the-money volatilities made from VIX and realised volatilities.
struct ImpliedFromIndex {
    private let settings: RecordedMarketSettings
    /// At-the-money volatilities of the first symbol and the level that a strip of its smile shows at each, points.
    private let table: [(volatility: Double, points: Double)]

    init(settings: RecordedMarketSettings) {
        self.settings = settings
        let surface = settings.surface
        let skew = surface.skews[settings.symbols[0]] ?? surface.otherSkew
        table = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2].map { volatility in
            let ratio = surface.smile.stripRatio(atTheMoney: volatility, years: 30.0 / 365, skew: skew)
            return (volatility, 100 * volatility * ratio)
        }
    }

    /// 30-day at-the-money volatility of the first symbol: the one whose chain, by the Cboe's strip, shows this VIX.
    ///
    /// A strip of a skewed smile lies above the at-the-money volatility, by a ratio that depends on the volatility only
    /// weakly: it is interpolated between the table's levels.
    func atTheMoney(index points: Double) -> Double {
        let upper = table.firstIndex { $0.points >= points } ?? table.count - 1
        let (low, high) = (table[max(upper - 1, 0)], table[upper])
        let (first, second) = (low.volatility / low.points, high.volatility / high.points)
        guard high.points > low.points, points < high.points else { return points * second }
        return points * (first + (second - first) * (points - low.points) / (high.points - low.points))
    }

    /// How volatile another symbol is taken to be against the first one.
    func ratio(realized: Double, first: Double) -> Double {
        min(max(realized / first, settings.leastRatio), settings.greatestRatio)
    }

    /// The term structure through a 30-day volatility: mean variance over T tends from today's to the distant one,
    /// distant + (now − distant) · (1 − e^{−κT}) ÷ (κT), as of a variance that reverts (Heston, 1993).
    func termStructure(thirtyDay: Double, ratio: Double) -> VolatilityTermStructure {
        let speed = settings.termReversion
        let distant = settings.distantVolatility * settings.distantVolatility * ratio * ratio
        let part = { (years: Double) in (1 - Elementary.exp(-speed * years)) / (speed * years) }
        let today = thirtyDay * thirtyDay
        let now = max(distant + (today - distant) / part(30.0 / 365), today / 4)
        let years = [1.0, 3, 5, 7, 10, 14, 21, 30, 45, 60, 80, 105].map { $0 / 365 }
        return VolatilityTermStructure(
            years: years, totalVariance: years.map { $0 * (distant + (now - distant) * part($0)) })
    }
}
