internal import Mathematics

/// A time ahead and what of today's volatility is left then; constants of the settings, computed once.
struct ForecastHorizon: Sendable {
    /// e^{−κT} of the slow factor.
    let slowDecay: Double
    /// e^{−κT} of the fast factor.
    let fastDecay: Double
    /// What a regime away from its long-run share adds to the slow factor's mean by then, per unit of its level.
    let regimeBridge: Double
    /// Variance of the sum of both factors, given today.
    let variance: Double
    /// e^{−κT} of a fund's own volatility.
    let ownDecay: Double
    /// Variance of the logarithm of a fund's own volatility, given today.
    let ownVariance: Double

    init(years: Double, settings: SimulationSettings) {
        let market = settings.market
        slowDecay = Elementary.exp(-market.slowReversion * years)
        fastDecay = Elementary.exp(-market.fastReversion * years)
        let fade = market.calmToStress + market.stressToCalm
        let gap = market.slowReversion - fade
        // The limit where both rates meet.
        regimeBridge =
            abs(gap) < 1e-6
            ? market.slowReversion * years * slowDecay
            : market.slowReversion / gap * (Elementary.exp(-fade * years) - slowDecay)
        variance =
            market.slowVolatility * market.slowVolatility / (2 * market.slowReversion) * (1 - slowDecay * slowDecay)
            + market.fastVolatility * market.fastVolatility / (2 * market.fastReversion) * (1 - fastDecay * fastDecay)
        ownDecay = Elementary.exp(-settings.ownVolatilityReversion * years)
        let diffusion = settings.ownVolatilityOfVolatility * settings.ownVolatilityOfVolatility
        ownVariance = diffusion / (2 * settings.ownVolatilityReversion) * (1 - ownDecay * ownDecay)
    }
}
