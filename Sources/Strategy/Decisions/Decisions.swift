public import Ledger

/// What the desk does on one tick.
public struct Decisions: Hashable, Sendable {
    /// One sleeve's part, in the order of work.
    public struct OfSleeve: Hashable, Sendable {
        /// The strategy.
        public let strategy: StrategyName
        /// With capital or in shadow.
        public let allotment: Allotment
        /// Positions to close, hedges last.
        public let exits: [ExitIntent]
        /// Whether the hedge rule asks for a hedge; nil where the sleeve carries none or it cannot be told.
        public let hedgeRequired: Bool?
        /// Sessions in a row, today's included, in which the hedge was not required.
        public let hedgeIdleSessions: Int
        /// Everything considered, the hedge first, then by confidence; entries are opened in this order.
        public let candidates: [Candidate]

        /// The trades to open, in order.
        public var entries: [EntryIntent] { candidates.compactMap(\.entry) }
    }

    /// The sleeves in the order of the portfolio's.
    public let sleeves: [OfSleeve]
    /// Mean IV rank of the universe, 0–100; nil when no symbol's is known.
    public let meanIVRank: Double?
}
