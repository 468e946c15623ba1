/// Every number of the desk's rules. Defaults are those of the plan; see docs/strategy.md.
public struct StrategySettings: Hashable, Sendable, Codable {
    /// MULTIBOOK's core book.
    public var primary = SpreadBookSettings.primary
    /// MULTIBOOK's short-dated book.
    public var incomePop = SpreadBookSettings.incomePop
    /// The old strategy.
    public var legacy = LegacySettings()
    /// IV rank from which MULTIBOOK sells an iron condor rather than a vertical, 0–100; 65 by default.
    public var condorFromIVRank = 65.0
    /// Whether the directional filter gates iron condors too; true by default, as the plan filters first.
    public var condorNeedsDirection = true
    /// Widths and credits of MULTIBOOK's spreads.
    public var credit = CreditSettings()
    /// Combined bid–ask of a spread as a fraction of its width, at most; 0.04 by default.
    public var maximumQuoteWidth = 0.04
    /// The oldest quotes to open on, in seconds before the decision; 900 by default.
    public var maximumQuoteAge: Int64 = 900
    /// Points of the confidence score.
    public var confidence = ConfidenceSettings()
    /// What a MULTIBOOK sleeve may risk.
    public var limits = LimitSettings()
    /// The VIX hedge.
    public var hedge = HedgeSettings()
    /// No opening within this many hours before or after an economic event; 24 by default.
    public var blackoutHours = 24
    /// Commission and fees, which sizes and exits take into account.
    public var fees = FeeSchedule()

    /// The plan's rules.
    public init() {}
}
