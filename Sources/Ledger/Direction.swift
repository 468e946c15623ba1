/// A view of the market.
public enum Direction: String, CaseIterable, Sendable, Codable {
    /// Gains when the underlying does not fall.
    case bullish
    /// Gains when the underlying does not rise.
    case bearish
    /// Gains when the underlying stays where it is.
    case neutral
    /// Gains when volatility rises.
    case hedge
}
