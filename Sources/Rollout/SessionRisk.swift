public import Dates
public import Ledger

/// The desk's risk at a session's end, as its last snapshot shows it. Fractions stand against the desk's equity.
public struct SessionRisk: Hashable, Sendable {
    /// The session.
    public let day: Day
    /// Net dollar delta ÷ equity, signed.
    public let delta: Double
    /// Dollars per calendar day.
    public let theta: Double
    /// Maximum loss of everything opened in the session.
    public let dayAtRisk: Double
    /// Maximum loss of everything open; nil where the snapshot does not say it.
    public let openRisk: Double?

    /// The risk at a session's end.
    public init(day: Day, delta: Double, theta: Double, dayAtRisk: Double, openRisk: Double?) {
        self.day = day
        self.delta = delta
        self.theta = theta
        self.dayAtRisk = dayAtRisk
        self.openRisk = openRisk
    }

    /// What a session's last snapshot shows.
    public init(_ snapshot: PortfolioSnapshot) {
        self.init(
            day: snapshot.day, delta: snapshot.totalDelta, theta: snapshot.totalTheta, dayAtRisk: snapshot.dayAtRisk,
            openRisk: snapshot.openRisk)
    }
}
