public import Dates
public import Options

/// One leg of one execution, with the market that it was made in.
public struct Fill: Hashable, Sendable {
    /// The trade.
    public let tradeID: Int64
    /// When it was made.
    public let time: Instant
    /// Whether it opened the position or closed it.
    public let isOpening: Bool
    /// The contract.
    public let contract: OptionContract
    /// Contracts bought (positive) or sold (negative), in all.
    public let quantity: Int
    /// Dollars per share at which it was booked; the legs' prices add up to the combo's.
    public let price: Price
    /// Highest bid at that moment, dollars per share.
    public let bid: Double
    /// Lowest ask at that moment, dollars per share.
    public let ask: Double

    /// One leg of one execution.
    public init(
        tradeID: Int64, time: Instant, isOpening: Bool, contract: OptionContract, quantity: Int, price: Price,
        bid: Double, ask: Double
    ) {
        self.tradeID = tradeID
        self.time = time
        self.isOpening = isOpening
        self.contract = contract
        self.quantity = quantity
        self.price = price
        self.bid = bid
        self.ask = ask
    }
}
