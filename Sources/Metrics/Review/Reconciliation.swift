internal import Dates
public import Input
public import Ledger

/// The desk's equity through the week, item by item, to the cent, with every breakdown's total against the whole.
public struct Reconciliation: Hashable, Sendable {
    /// One line.
    public struct Item: Hashable, Sendable {
        /// A stable identifier, such as `opening-equity`.
        public let key: String
        /// What a reader calls it.
        public let title: String
        /// The amount; nil where the history does not hold it.
        public let amount: Money?
        /// What it must equal; nil for a line that is not checked.
        public let expected: Money?

        /// Amount − expected; nil for a line that is not checked.
        public var difference: Money? { amount.flatMap { amount in expected.map { amount - $0 } } }
    }

    /// The lines: the bridge of equity first, then the checks.
    public let items: [Item]
    /// What does not reconcile, and what could not be checked.
    public let findings: [Finding]

    init(_ facts: ReviewFacts, _ change: WeekChange, _ breakdowns: [Breakdown]) {
        let monday = facts.input.week.monday
        let allotted = facts.input.dailyResults.filter { $0.allotment == .allotted && $0.day <= facts.end }
        let earlier = allotted.filter { $0.day < monday }
        let inWeek = allotted.filter { $0.day >= monday }
        func total(_ results: [DailyResult], _ part: (DailyResult) -> Money) -> Money {
            results.reduce(.zero) { $0 + part($1) }
        }
        let flows = total(inWeek, \.flow)
        let recordedBefore = facts.lastSnapshots.last { $0.day < monday }?.equity
        // Without a snapshot that says the equity, the daily results since the start do.
        let opening = recordedBefore ?? facts.input.initialEquity + total(earlier) { $0.pnl + $0.flow }
        let computed = change.net.map { opening + $0 + flows }
        let recorded = facts.lastSnapshots.last { $0.day >= monday }?.equity
        let daily = inWeek.isEmpty ? nil : total(inWeek, \.pnl)
        var items = [
            Item(key: "opening-equity", title: "Opening equity", amount: opening, expected: nil),
            Item(key: "realized", title: "Realised P&L", amount: change.realized, expected: nil),
            Item(key: "unrealized", title: "Change of unrealised P&L", amount: change.unrealized, expected: nil),
            Item(key: "hedge", title: "Hedge P&L", amount: change.hedge, expected: nil),
            Item(key: "adjustments", title: "Adjustments and flows", amount: flows, expected: nil),
            Item(key: "computed-equity", title: "Computed closing equity", amount: computed, expected: nil),
            Item(key: "recorded-equity", title: "Recorded closing equity", amount: recorded, expected: computed),
            Item(
                key: "daily-results", title: "Sum of the daily results", amount: daily,
                // Where the change was derived from the daily results, they prove nothing.
                expected: change.isDerived ? nil : change.net),
        ]
        for breakdown in breakdowns {
            items.append(
                Item(
                    key: "by-\(breakdown.dimension.rawValue)",
                    title: "Realised P&L by \(breakdown.dimension.title)",
                    amount: breakdown.groups.reduce(.zero) { $0 + $1.tally.pnl }, expected: change.realized))
        }
        self.items = items
        findings = items.compactMap { item in
            if let difference = item.difference, difference != .zero, let expected = item.expected {
                return Finding(
                    severity: .error, rule: "review.reconciliation", subject: item.key, day: facts.end,
                    message:
                        "\(item.title) is off by \(difference): expected \(expected). Nothing was spread to hide it; "
                        + "look for trades, marks or results of the week that are missing or were changed.")
            }
            if item.amount == nil, item.key == "recorded-equity" || item.key == "daily-results" {
                return Finding(
                    severity: .warning, rule: "review.not-reconciled", subject: item.key, day: facts.end,
                    message: "\(item.title) is not recorded, so the week could not be checked against it.")
            }
            return nil
        }
    }

    /// Recorded less computed closing equity; nil where the equity was not recorded.
    public var difference: Money? { items.first { $0.key == "recorded-equity" }?.difference }
    /// Whether every line that can be checked agrees to the cent.
    public var isExact: Bool { items.allSatisfy { ($0.difference ?? .zero) == .zero } }

    static let definition = DatasetDefinition(
        "reconciliation", "The bridge from opening to closing equity, then the checks",
        [
            .init("item", .text, "The line"),
            .init("amount", .usd, "Its amount"),
            .init("expected", .usd, "What it must equal; null for a line that is not checked"),
            .init("difference", .usd, "Amount less expected; null for a line that is not checked"),
            .init("key", .text, "A stable identifier of the line"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            items.map { item in
                [
                    .text(item.title), item.amount.map(Value.money) ?? .undefined(.notRecorded),
                    item.expected.map(Value.money) ?? .null, item.difference.map(Value.money) ?? .null, .text(item.key),
                ]
            })
    }
}
