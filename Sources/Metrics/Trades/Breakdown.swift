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
            case .symbol: Self.symbols(trades)
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

    /// Groups of an enumeration in its declared order, trades without a key last.
    private static func groups<Key: Equatable & CaseIterable>(
        _ trades: [ClosedTrade], _ name: (Key) -> String, by key: (ClosedTrade) -> Key?
    ) -> [Group] {
        // A handful of cases is found faster by looking than by hashing their raw texts.
        let order = Array(Key.allCases)
        var tallies = [TradeTally](repeating: TradeTally(), count: order.count + 1)
        for trade in trades {
            let slot = key(trade).flatMap(order.firstIndex(of:)) ?? order.count
            tallies[slot].add(trade)
        }
        let names = order.map(name) + [TradeDimension.notRecorded]
        return zip(names, tallies).filter { $1.count > 0 }.map(Group.init)
    }

    private static func symbols(_ trades: [ClosedTrade]) -> [Group] {
        var slots: [String: Int] = [:]
        var tallies: [TradeTally] = []
        for trade in trades {
            let slot = slots[trade.symbol] ?? tallies.count
            if slot == tallies.count {
                slots[trade.symbol] = slot
                tallies.append(TradeTally())
            }
            tallies[slot].add(trade)
        }
        return slots.sorted { $0.key < $1.key }.map { Group(key: $0.key, tally: tallies[$0.value]) }
    }
}
