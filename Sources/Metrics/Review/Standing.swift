public import Ledger

/// Where the desk stands at a session's end, for what decides every night: both strategies' sessions, the key figures and
/// whether the books balance, from the same facts as the weekly review.
public struct Standing: Sendable {
    /// MULTIBOOK's sessions, ascending.
    public let multibook: [StrategyDay]
    /// LEGACY's sessions, ascending.
    public let legacy: [StrategyDay]
    /// The last snapshot of each day, ascending.
    public let snapshots: [PortfolioSnapshot]
    private let facts: ReviewFacts

    /// The standing at the end of the input's as-of date, in whose week the input must lie.
    public init(_ input: ReviewInput) {
        let facts = ReviewFacts(input)
        self.facts = facts
        multibook = StrategyDay.all(.multibook, facts)
        legacy = StrategyDay.all(.legacy, facts)
        snapshots = facts.lastSnapshots
    }

    /// The five key figures.
    public var kpis: [KPI] { KPI.all(facts, Performance.all(facts)) }

    /// Equity of the week so far, to the cent, with every breakdown's total against the whole.
    public var reconciliation: Reconciliation {
        Reconciliation(
            facts, WeekChange(facts), TradeDimension.allCases.map { Breakdown(facts.closedInWeek, by: $0) })
    }
}
