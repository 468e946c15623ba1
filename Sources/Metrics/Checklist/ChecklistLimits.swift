/// What the desk may risk at a session's end, and when a check cannot be believed. Fractions are of the desk's equity at
/// the close before.
public struct ChecklistLimits: Hashable, Sendable {
    /// Net dollar delta in magnitude.
    public var delta = 0.30
    /// Maximum loss of everything opened in the session.
    public var dayRisk = 0.10
    /// Maximum loss of everything open.
    public var openRisk = 0.50
    /// The hedge is required below this vega, dollars per volatility point, and above ``meanIVRank``.
    public var vega = -1_000.0
    /// The hedge is required above this mean IV rank of the universe, 0–100, and below ``vega``.
    public var meanIVRank = 60.0
    /// Hours before and after an economic event within which nothing is opened.
    public var blackoutHours = 24
    /// A value beyond this share of its limit is a warning.
    public var warningShare = 0.9
    /// A session's last snapshot may be this many minutes older than the close; an older one says nothing of the
    /// session's end.
    public var snapshotMinutes = 120

    /// The plan's limits.
    public init() {}
}
