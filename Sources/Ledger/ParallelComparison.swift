public import Dates

/// What the two strategies made of the same market on the same tick.
public struct ParallelComparison: Hashable, Sendable {
    /// The tick.
    public let time: Instant
    /// Symbols and structures that MULTIBOOK would trade, as `SPY put_credit`, sorted.
    public let multibookProposed: [String]
    /// The same of LEGACY.
    public let legacyProposed: [String]
    /// Maximum loss of all that MULTIBOOK holds with capital, in shadow where it has none.
    public let multibookExposure: Money
    /// The same of LEGACY.
    public let legacyExposure: Money
    /// Symbols that only one of them would trade, sorted.
    public let onlyOne: [String]
    /// Symbols that they would trade in opposite directions, sorted.
    public let opposite: [String]
    /// MULTIBOOK's proposed maximum loss ÷ LEGACY's; nil where either proposed nothing.
    public let sizeRatio: Double?

    /// The two strategies on the same tick.
    public init(
        time: Instant, multibookProposed: [String], legacyProposed: [String], multibookExposure: Money,
        legacyExposure: Money, onlyOne: [String], opposite: [String], sizeRatio: Double?
    ) {
        self.time = time
        self.multibookProposed = multibookProposed
        self.legacyProposed = legacyProposed
        self.multibookExposure = multibookExposure
        self.legacyExposure = legacyExposure
        self.onlyOne = onlyOne
        self.opposite = opposite
        self.sizeRatio = sizeRatio
    }
}
