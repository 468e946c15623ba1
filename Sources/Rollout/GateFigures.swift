internal import Ledger
public import Metrics

/// What the desk earned, as far as the gate looks at it: all that another loss would change.
public struct GateFigures: Hashable, Sendable {
    /// MULTIBOOK's sessions, ascending: with capital, in shadow where it had none.
    public private(set) var multibook: [StrategyDay]
    /// The sessions that both strategies have, ascending.
    public private(set) var pairs: [DayPair]
    /// The key figures that miss their target, in words; nil where they could not be computed.
    public let missedKPIs: [String]?

    /// What the desk earned.
    public init(multibook: [StrategyDay], legacy: [StrategyDay], missedKPIs: [String]?) {
        self.multibook = multibook
        pairs = DayPair.pairs(multibook, legacy)
        self.missedKPIs = missedKPIs
    }

    /// Adds a later session of both.
    public mutating func append(_ pair: DayPair) {
        multibook.append(pair.multibook)
        pairs.append(pair)
    }
}
