internal import Mathematics

/// At-the-money volatilities made from VIX and realised volatilities.
struct ImpliedFromIndex {
    let settings: RecordedMarketSettings

    /// 30-day at-the-money volatility of the first symbol: the one whose chain, by the Cboe's strip, shows this VIX.
    ///
    /// A strip of a skewed smile lies above the at-the-money volatility; by how much depends on the volatility only
    /// weakly, so that three steps of the fixed-point iteration settle it to 1e-6.
    func atTheMoney(index points: Double) -> Double {
        let smile = settings.surface.smile
        let skew = settings.surface.skews[settings.symbols[0]] ?? settings.surface.otherSkew
        let years = 30.0 / 365
        var volatility = points / 113
        for _ in 0..<3 {
            volatility = points / 100 / smile.stripRatio(atTheMoney: volatility, years: years, skew: skew)
        }
        return volatility
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
