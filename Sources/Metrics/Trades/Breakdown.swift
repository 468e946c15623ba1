internal import Dates
internal import Ledger

/// The tallies of closed trades by one dimension.
public struct Breakdown: Hashable, Sendable {
    /// One group.
    public struct Group: Hashable, Sendable {
        /// The group's name, as in `SPY` or `80-89`.
        public let key: String
        /// Its trades.
        public let tally: TradeTally
    }

    /// What the trades are broken down by.
    public let dimension: TradeDimension
    /// Groups with at least one trade: symbols in alphabetical order, everything else in its declared order, trades that
    /// lack what the dimension asks for last.
    public let groups: [Group]

    /// The tallies of closed trades by a dimension, in one pass.
    public init(_ trades: [ClosedTrade], by dimension: TradeDimension) {
        self.dimension = dimension
        groups =
            switch dimension {
            case .book: Self.groups(trades, \.rawValue) { $0.book }
            case .symbol: Self.groups(trades, order: nil, { $0 }) { $0.symbol }
            case .tier: Self.groups(trades, \.rawValue) { $0.confidence.map(ConfidenceTier.init(score:)) }
            case .structure: Self.groups(trades, \.rawValue) { $0.structure }
            case .direction: Self.groups(trades, \.rawValue) { $0.structure.direction }
            case .dteBucket: Self.groups(trades, \.rawValue) { $0.dteBucket }
            case .exitReason: Self.groups(trades, \.rawValue) { $0.exitReason }
            case .entryWeekday: Self.groups(trades, \.name) { $0.entryDay.weekday }
            case .vixRegime: Self.groups(trades, \.rawValue) { $0.vixRegime }
            case .strategy: Self.groups(trades, \.rawValue) { $0.strategy }
            }
    }

    private static func groups<Key: Hashable & CaseIterable>(
        _ trades: [ClosedTrade], _ name: (Key) -> String, by key: (ClosedTrade) -> Key?
    ) -> [Group] {
        groups(trades, order: Array(Key.allCases), name, by: key)
    }

    /// Groups in a given order, or by name where there is none.
    private static func groups<Key: Hashable>(
        _ trades: [ClosedTrade], order: [Key]?, _ name: (Key) -> String, by key: (ClosedTrade) -> Key?
    ) -> [Group] {
        var slots: [Key?: Int] = [:]
        var tallies: [TradeTally] = []
        for trade in trades {
            let group = key(trade)
            let slot = slots[group] ?? tallies.count
            if slot == tallies.count {
                slots[group] = slot
                tallies.append(TradeTally())
            }
            tallies[slot].add(trade)
        }
        let keys = order ?? slots.keys.compactMap { $0 }.sorted { name($0) < name($1) }
        return (keys.map(Optional.some) + [nil]).compactMap { group in
            slots[group].map { Group(key: group.map(name) ?? TradeDimension.notRecorded, tally: tallies[$0]) }
        }
    }
}
