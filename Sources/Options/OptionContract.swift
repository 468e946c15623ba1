public import Dates

/// A listed option: underlying, expiration, right and strike. One contract stands for 100 shares.
public struct OptionContract: Hashable, Sendable {
    /// The root symbol of the underlying, such as `SPY`.
    public let underlying: String
    /// The last day on which it can be exercised.
    public let expiration: Day
    /// Call or put.
    public let right: Right
    /// The strike in thousandths of a dollar, as the OCC writes it.
    public let strikeThousandths: Int

    /// A contract with a strike in thousandths of a dollar.
    public init(underlying: String, expiration: Day, right: Right, strikeThousandths: Int) {
        self.underlying = underlying
        self.expiration = expiration
        self.right = right
        self.strikeThousandths = strikeThousandths
    }

    /// The strike in dollars.
    public var strike: Double { Double(strikeThousandths) / 1000 }
}
