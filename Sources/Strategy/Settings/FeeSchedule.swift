public import Ledger

/// What an execution costs beside its price.
public struct FeeSchedule: Hashable, Sendable, Codable {
    /// The broker's commission, dollars per contract and leg; 0.65 by default.
    public var commission = 0.65
    /// Clearing and regulatory fees, dollars per contract and leg; 0.05 by default: about 0.025 to the OCC for
    /// clearing, 0.02 options regulatory fee, 0.003 trading activity fee on sales.
    public var regulatory = 0.05

    /// The desk's usual broker.
    public init() {}

    /// The fees of one execution of a number of units with a number of legs each, rounded up to the cent.
    public func fees(legs: Int, contracts: Int) -> Money {
        let each = Int64(((commission + regulatory) * 10_000).rounded())
        let total = each * Int64(legs) * Int64(contracts)
        return Money(cents: (total + 99) / 100)
    }
}
