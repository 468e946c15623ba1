internal import Dates
public import Ledger

/// What one strategy did in the week.
public struct Activity: Hashable, Sendable {
    /// The strategy.
    public let strategy: StrategyName
    /// What it considered; nil where it considered nothing, or the history does not say.
    public let candidates: CandidateTally?
    /// Trades opened with capital in the week, hedges left out.
    public let opened: Int
    /// Hedges opened with capital in the week: they are considered as trades are.
    public let hedges: Int
    /// Trades closed with capital in the week, hedges left out.
    public let closed: Int
    /// Trades opened over the last 21 sessions.
    public let inMonth: Figure

    static func all(_ facts: ReviewFacts) -> [Activity] {
        let monday = facts.input.week.monday
        let opened = facts.opened(since: monday)
        let hedges = facts.active.filter { $0.structure == .hedge && $0.entryDay >= monday }
        return StrategyName.allCases.map { strategy in
            Activity(
                strategy: strategy, candidates: facts.input.candidates.first { $0.strategy == strategy },
                opened: opened.count { $0.strategy == strategy },
                hedges: hedges.count { $0.strategy == strategy },
                closed: facts.closedInWeek.count { $0.strategy == strategy },
                inMonth: KPI.tradesInMonth(strategy, facts).figure)
        }
    }

    static let definition = DatasetDefinition(
        "activity",
        "What the two strategies did in the week, with capital. Candidates are refused, or become trades or hedges",
        [
            .init("strategy", .text, "The strategy"),
            .init("candidates", .count, "Trades considered; undefined where none is on record"),
            .init("refusals", .count, "Candidates that a rule stopped"),
            .init("trades_opened", .count, "Trades with their entry in the week"),
            .init("hedges_opened", .count, "Hedges with their entry in the week"),
            .init("trades_closed", .count, "Trades with their exit in the week"),
            .init("trades_per_month", .count, "Trades opened over the last 21 sessions"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        let none = Value.undefined(.notRecorded)
        let refusals = candidates?.refusals.reduce(0) { $0 + $1.count }
        return [
            .text(strategy.rawValue), candidates.map { .integer($0.candidates) } ?? none,
            refusals.map(Value.integer) ?? none, .integer(opened), .integer(hedges), .integer(closed),
            Value(inMonth),
        ]
    }

    static let refusalsDefinition = DatasetDefinition(
        "refusals_by_rule", "Rules that stopped candidates of the week: MULTIBOOK first, most refusals first",
        [
            .init("strategy", .text, "The strategy"),
            .init("rule", .text, "The rule that stopped the candidates first"),
            .init("refusals", .count, "Candidates that it stopped"),
            .init("share", .percent, "Refusals ÷ all candidates of the strategy"),
        ])

    static func refusals(_ activities: [Activity]) -> Dataset {
        refusalsDefinition.dataset(
            activities.compactMap(\.candidates).flatMap { tally in
                tally.refusals.map { refusal in
                    [
                        .text(tally.strategy.rawValue), .text(refusal.rule), .integer(refusal.count),
                        tally.candidates > 0
                            ? .number(Double(refusal.count) / Double(tally.candidates)) : .undefined(.noData),
                    ]
                }
            })
    }
}
