internal import Mathematics

/// One fund's own volatility and the volume of its trading, beside the market's.
struct FundFactor: Sendable {
    let settings: FundSettings
    /// Logarithm of the part of its own volatility that does not go with the market's.
    private(set) var logOwn = 0.0
    /// What the volume of yesterday left unexplained, in standard deviations.
    private(set) var volumeNoise = 0.0

    init(settings: FundSettings) {
        self.settings = settings
    }

    /// Annualised volatility of its own return, for the market's ln σ − level less its long-run mean.
    func ownVolatility(marketExcess: Double) -> Double {
        settings.ownVolatility * Elementary.exp(settings.ownElasticity * marketExcess + logOwn)
    }

    /// Expected variance of its own return at a time ahead, annualised.
    func expectedOwnVariance(mean: Double, variance: Double, horizon: ForecastHorizon) -> Double {
        let elasticity = settings.ownElasticity
        let exponent =
            elasticity * mean + elasticity * elasticity * variance + logOwn * horizon.ownDecay + horizon.ownVariance
        return settings.ownVolatility * settings.ownVolatility * Elementary.exp(2 * exponent)
    }

    /// Goes one session on with two standard normal numbers.
    mutating func advance(volatilityShock: Double, volumeShock: Double, simulation: SimulationSettings) {
        logOwn +=
            -simulation.ownVolatilityReversion * MarketFactor.step * logOwn
            + simulation.ownVolatilityOfVolatility * MarketFactor.step.squareRoot() * volatilityShock
        let persistence = simulation.volumePersistence
        volumeNoise = persistence * volumeNoise + (1 - persistence * persistence).squareRoot() * volumeShock
    }
}
