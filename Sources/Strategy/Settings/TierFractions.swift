public import Ledger

/// The share of a sleeve's capital that one trade may lose at most, by the tier of its confidence.
public struct TierFractions: Hashable, Sendable, Codable {
    /// For scores in [70, 80).
    public var from70: Double
    /// For scores in [80, 90).
    public var from80: Double
    /// For scores in [90, 100].
    public var from90: Double

    /// Fractions of capital, tier by tier.
    public init(from70: Double, from80: Double, from90: Double) {
        self.from70 = from70
        self.from80 = from80
        self.from90 = from90
    }

    /// The fraction of a tier; nil below 70, where there is no trade.
    public func fraction(of tier: ConfidenceTier) -> Double? {
        switch tier {
        case .below70: nil
        case .from70: from70
        case .from80: from80
        case .from90: from90
        }
    }
}
