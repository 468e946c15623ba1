/// At which prices orders are filled, between the middle of the market and its far side.
public struct FillSettings: Hashable, Sendable, Codable {
    /// How kind the market is to the desk.
    public enum Level: String, CaseIterable, Sendable, Codable {
        /// Near the middle.
        case kind
        /// As ``FillSettings/oneLeg`` and ``FillSettings/fourLegs`` say.
        case standard
        /// At the far side.
        case harsh
    }

    /// The level in force; `standard` by default.
    public var level = Level.standard
    /// Share of the half-spread given up at the kind level; 0.25 by default.
    public var kind = 0.25
    /// Share given up at the standard level for one leg; 0.75 by default.
    public var oneLeg = 0.75
    /// Share given up at the standard level for four legs; 0.56 by default. Spreads trade inside the sum of their
    /// legs' markets, the more legs the further inside.
    public var fourLegs = 0.56
    /// Share given up at the harsh level; 1 by default.
    public var harsh = 1.0

    /// The usual fills.
    public init() {}

    /// The share of the combined half-spread given up for a number of legs; on the straight line between one leg and
    /// four at the standard level (0.69 for two).
    public func fraction(legs: Int) -> Double {
        switch level {
        case .kind: kind
        case .harsh: harsh
        case .standard: oneLeg + (fourLegs - oneLeg) * Double(min(max(legs, 1), 4) - 1) / 3
        }
    }
}
