internal import Mathematics

/// How daily figures become annual ones.
public struct Annualization: Hashable, Sendable {
    /// Sessions in a year.
    public let sessionsPerYear: Double
    /// The risk-free rate as an effective annual fraction.
    public let riskFreeRate: Double

    /// 252 sessions and no risk-free rate unless said otherwise.
    public init(sessionsPerYear: Double = 252, riskFreeRate: Double = 0) {
        precondition(
            sessionsPerYear > 0 && riskFreeRate > -1, "no year of \(sessionsPerYear) sessions at \(riskFreeRate)")
        self.sessionsPerYear = sessionsPerYear
        self.riskFreeRate = riskFreeRate
    }

    /// The risk-free rate a session, (1 + annual)^(1/sessions) − 1.
    public var dailyRiskFreeRate: Double {
        riskFreeRate == 0 ? 0 : Elementary.pow(1 + riskFreeRate, 1 / sessionsPerYear) - 1
    }

    /// The factor from a daily to an annual ratio or standard deviation, √sessions.
    public var rootOfYear: Double { sessionsPerYear.squareRoot() }
}
