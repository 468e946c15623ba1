internal import Mathematics

/// The market's return and its stochastic volatility, session by session.
///
/// ln σ = level + slow + fast: a slow factor that reverts to a level by regime (calm or stress, a Markov chain), and a
/// fast one. Both move against the return (leverage), and the fast one is lifted by downward jumps.
struct MarketFactor: Sendable {
    /// One session in years.
    static let step = 1.0 / 252

    private let settings: MarketFactorSettings
    private var random: RandomSource
    private var isStress: Bool
    private var slow: Double
    private var fast = 0.0

    /// A market in its stationary regime, with two years behind it.
    init(settings: MarketFactorSettings, seed: UInt64) {
        self.settings = settings
        random = RandomSource(seed: seed, stream: "market")
        isStress = random.uniform() < settings.stressShare
        slow = isStress ? settings.stressLevel : 0
        for _ in 0..<504 { _ = advance() }
    }

    /// ln σ − level: how much more volatile the market is than at its calm level.
    var logExcess: Double { slow + fast }

    /// Annualised volatility of the next session's return, its jumps apart.
    var volatility: Double { Elementary.exp(settings.logLevel + slow + fast) }

    /// Goes one session on and returns the market's log return, dividends included.
    mutating func advance() -> Double {
        let root = MarketFactor.step.squareRoot()
        let deviation = volatility * root
        // The same number of draws every session, so that one event does not shift all that follow.
        let (shock, slowShock, fastShock) = (random.normal(), random.normal(), random.normal())
        let (jumpDraw, jumpShock, regimeDraw) = (random.uniform(), random.normal(), random.uniform())
        let jumps = jumpDraw < settings.jumpRate * MarketFactor.step
        let jump = jumps ? settings.jumpMean + settings.jumpDeviation * jumpShock : 0
        let turning = isStress ? settings.stressToCalm : settings.calmToStress
        if regimeDraw < turning * MarketFactor.step { isStress.toggle() }
        let target = isStress ? settings.stressLevel : 0
        slow +=
            settings.slowReversion * MarketFactor.step * (target - slow)
            + settings.slowVolatility * root * mixed(shock, slowShock, settings.slowCorrelation)
        // Less the expected lift, so that jumps do not raise the mean.
        let lift = max(-jump, 0) - settings.jumpRate * MarketFactor.step * abs(settings.jumpMean)
        fast +=
            -settings.fastReversion * MarketFactor.step * fast
            + settings.fastVolatility * root * mixed(shock, fastShock, settings.fastCorrelation)
            + settings.jumpLift * lift
        let expectedJump = settings.jumpRate * MarketFactor.step * settings.jumpMean
        return settings.drift * MarketFactor.step + deviation * (shock + jump - expectedJump)
    }

    /// A standard normal number with a correlation to the first of two independent ones.
    private func mixed(_ first: Double, _ second: Double, _ correlation: Double) -> Double {
        correlation * first + (1 - correlation * correlation).squareRoot() * second
    }

    /// What is expected of ln σ − level at a time ahead: its mean given today, and its variance.
    ///
    /// The regime enters by its expected level; the variance that its turning adds is left out.
    func expectation(_ horizon: ForecastHorizon) -> (mean: Double, variance: Double) {
        let share = settings.stressShare
        let now = isStress ? 1.0 : 0.0
        let regime =
            settings.stressLevel * (share * (1 - horizon.slowDecay) + (now - share) * horizon.regimeBridge)
        return (slow * horizon.slowDecay + fast * horizon.fastDecay + regime, horizon.variance)
    }

    /// Expected variance of the return at a time ahead, annualised, jumps included.
    func expectedVariance(_ horizon: ForecastHorizon) -> Double {
        let (mean, variance) = expectation(horizon)
        return settings.jumpFactor * Elementary.exp(2 * (settings.logLevel + mean + variance))
    }
}

extension MarketFactorSettings {
    /// The share of sessions in the stress regime, in the long run.
    var stressShare: Double { calmToStress / (calmToStress + stressToCalm) }

    /// Variance of the return with jumps ÷ without.
    var jumpFactor: Double {
        1 + jumpRate * MarketFactor.step * (jumpMean * jumpMean + jumpDeviation * jumpDeviation)
    }
}
