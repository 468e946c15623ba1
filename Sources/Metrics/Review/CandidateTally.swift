public import Ledger

/// What one strategy considered in a week, and which rules stopped it.
public struct CandidateTally: Hashable, Sendable {
    /// Candidates that a rule stopped first.
    public struct Refusal: Hashable, Sendable {
        /// The rule's stable identifier.
        public let rule: String
        /// Candidates that it was the first to stop.
        public let count: Int

        /// Candidates that a rule stopped first.
        public init(rule: String, count: Int) {
            self.rule = rule
            self.count = count
        }
    }

    /// The strategy.
    public let strategy: StrategyName
    /// Candidates considered.
    public let candidates: Int
    /// Refusals by the rule that stopped the candidate first, the most frequent first, then by name.
    public let refusals: [Refusal]

    /// What one strategy considered; refusals in any order.
    public init(strategy: StrategyName, candidates: Int, refusals: [Refusal]) {
        self.strategy = strategy
        self.candidates = candidates
        self.refusals = refusals.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    }

    /// The tallies of a list of candidates, one a strategy that has any; those in shadow are left out.
    public static func tallies(of candidates: some Sequence<CandidateRecord>) -> [CandidateTally] {
        var counts: [StrategyName: Int] = [:]
        var refusals: [StrategyName: [String: Int]] = [:]
        for candidate in candidates where candidate.allotment == .allotted {
            let strategy = candidate.book.strategy
            counts[strategy, default: 0] += 1
            if candidate.tradeID == nil {
                refusals[strategy, default: [:]][candidate.refusedBy ?? TradeDimension.notRecorded, default: 0] += 1
            }
        }
        return StrategyName.allCases.compactMap { strategy in
            counts[strategy].map { count in
                CandidateTally(
                    strategy: strategy, candidates: count,
                    refusals: (refusals[strategy] ?? [:]).map { Refusal(rule: $0.key, count: $0.value) })
            }
        }
    }
}
