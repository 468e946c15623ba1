public import Dates

/// Figures of earlier weeks that differ now from what was reported then.
public struct Restatement: Hashable, Sendable {
    /// One figure that moved.
    public struct Row: Hashable, Sendable {
        /// The week.
        public let week: ISOWeek
        /// The scalar's stable name.
        public let name: String
        /// What was reported; nil where it was undefined.
        public let reported: Double?
        /// What it is now; nil where it is undefined.
        public let now: Double?
        /// What moved it, as far as the other figures of the week tell.
        public let reason: String
    }

    /// Figures that moved, by week, then in the order in which they were reported.
    public let rows: [Row]

    /// What was reported against what is. Figures that were not reported then are no restatements; one that is missing
    /// now is. Relative differences up to 1e-9 are rounding.
    public init(reported: [ReportedFigure], now: [ReportedFigure]) {
        var current: [ISOWeek: [String: Double]] = [:]
        for figure in now { current[figure.week, default: [:]][figure.name] = figure.value }
        let moved = reported.filter { !Self.isSame($0.value, current[$0.week]?[$0.name]) }
        var names: [ISOWeek: Set<String>] = [:]
        for figure in moved { names[figure.week, default: []].insert(figure.name) }
        rows = moved.enumerated().sorted { ($0.element.week, $0.offset) < ($1.element.week, $1.offset) }.map {
            _, figure in
            Row(
                week: figure.week, name: figure.name, reported: figure.value,
                now: current[figure.week]?[figure.name], reason: Self.reason(names[figure.week] ?? []))
        }
    }

    private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    }

    /// The most basic thing that moved explains the figures that rest on it.
    private static func reason(_ moved: Set<String>) -> String {
        let causes: [([String], String)] = [
            (["trades_closed", "trades_opened"], "trades were added, removed or dated anew"),
            (["realized_pnl", "fees"], "prices or fees of trades were changed"),
            (["unrealized_pnl", "hedge_cost"], "marks were changed"),
            (["gross_theta"], "snapshots were changed"),
        ]
        return causes.first { $0.0.contains(where: moved.contains) }?.1 ?? "daily results or settings were changed"
    }
}

extension Restatement {
    static let definition = DatasetDefinition(
        "restatement", "Figures of earlier weeks that differ now from what was reported then, by week",
        [
            .init("week", .text, "The ISO week of the earlier review"),
            .init("name", .text, "The scalar's name"),
            .init("reported", .ratio, "What was reported then, in the scalar's own unit"),
            .init("now", .ratio, "What the same history gives now, in the scalar's own unit"),
            .init("difference", .ratio, "Now less then; undefined where either is"),
            .init("reason", .text, "What moved, as far as the week's other figures tell"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            rows.map { row in
                let difference = row.now.flatMap { now in row.reported.map { now - $0 } }
                return [
                    .text(row.week.description), .text(row.name), Value(optional: row.reported),
                    Value(optional: row.now), Value(optional: difference), .text(row.reason),
                ]
            })
    }
}
