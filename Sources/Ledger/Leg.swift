public import Options

/// One option leg of a position, per unit of the structure.
public struct Leg: Hashable, Sendable {
    /// The listed contract.
    public let contract: OptionContract
    /// Contracts of it in one unit: +1 long, −1 short.
    public let quantity: Int

    /// A leg of a contract, long for a positive quantity and short for a negative one.
    public init(contract: OptionContract, quantity: Int) {
        self.contract = contract
        self.quantity = quantity
    }
}
