public import Dates

/// Where a history comes from: one run of the backtester, or one import.
public struct RunRecord: Hashable, Sendable {
    /// `simulate`, `run` or `import`.
    public var kind: String
    /// The first and the last session.
    public var from: Day
    /// The last session.
    public var to: Day
    /// The desk's equity before the first session.
    public var initialEquity: Money
    /// The share of capital that MULTIBOOK begins with, 0–1.
    public var share: Double
    /// The seed of a simulated market; nil otherwise.
    public var seed: UInt64?
    /// Whether a model made prices that it rests on.
    public var isSynthetic: Bool
    /// Where the prices come from, in one line.
    public var provenance: String
    /// Everything else that the run was asked for, as sorted `key=value` lines.
    public var parameters: String

    /// Where a history comes from.
    public init(
        kind: String, from: Day, to: Day, initialEquity: Money, share: Double, seed: UInt64?, isSynthetic: Bool,
        provenance: String, parameters: String
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.initialEquity = initialEquity
        self.share = share
        self.seed = seed
        self.isSynthetic = isSynthetic
        self.provenance = provenance
        self.parameters = parameters
    }
}
