public import Dates

/// A split of one symbol's shares.
public struct Split: Hashable, Sendable {
    /// The root symbol.
    public let symbol: String
    /// The first session on which new shares trade.
    public let day: Day
    /// New shares for each old one: 2 for two-for-one, 0.1 for a reverse split of one for ten.
    public let ratio: Double

    /// A split with its first session in new shares; the ratio is positive.
    public init(symbol: String, day: Day, ratio: Double) {
        self.symbol = symbol
        self.day = day
        self.ratio = ratio
    }
}
