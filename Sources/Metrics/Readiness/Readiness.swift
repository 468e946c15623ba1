internal import Dates
internal import Ledger

/// Whether the desk is ready for all of its capital: eight points, six of them computed and two on people's words.
public struct Readiness: Hashable, Sendable {
    /// What only a person can know. Raw values are the names for `report signoff`.
    public enum Item: String, CaseIterable, Hashable, Sendable {
        /// Kill switch and rollback were rehearsed.
        case rollbackRehearsed = "rollback-rehearsed"
        /// Alerts arrive, a backup was restored, secrets were rotated, the runbook was read.
        case operationsReady = "operations-ready"

        /// What whoever signs vouches for.
        public var title: String {
            switch self {
            case .rollbackRehearsed: "Kill switch and rollback rehearsed"
            case .operationsReady: "Alerts arrive, backup restored, secrets rotated, runbook read"
            }
        }
    }

    /// Sessions that the computed points look back on: a month.
    public static let sessions = 20
    /// Tests of the rules that a person has to approve, by their names in `strategy_rules_audit`.
    public static let ruleTests = ["two-year-backtest", "two-weeks-paper"]
    /// Days for which a person's word holds.
    public static let signOffDays = 90

    /// The points, in a fixed order.
    public let points: [Check]

    /// Judges readiness.
    public init(_ input: ReadinessInput) {
        points =
            [
                Self.approval("two-year-backtest", "Rules backtested over two years", input),
                Self.approval("two-weeks-paper", "Rules on paper for two weeks", input), Self.balance(input),
                Self.completeness(input), Self.limits(input), Self.guarded(input),
            ] + Item.allCases.map { Self.word($0, input) }
    }

    /// Whether every point passed.
    public var isReady: Bool { points.allSatisfy { $0.verdict == .pass } }

    /// All of it in one sentence.
    public var verdict: String {
        let open = points.count { $0.verdict != .pass }
        return open == 0
            ? "Ready: all \(points.count) points passed" : "Not ready: \(open) of \(points.count) points open"
    }

    static let definition = DatasetDefinition(
        "readiness", "Production readiness, one row a point", Check.columns)

    static let scalarDefinitions: [ScalarDefinition] = [
        .init("readiness_verdict", .text, "Production readiness in one sentence"),
        .init("readiness_open", .count, "Points of production readiness that did not pass"),
    ]

    /// The dataset `readiness`.
    public var dataset: Dataset { Self.definition.dataset(points.map(\.cells)) }

    /// The single figures.
    public var scalars: [Scalar] {
        let values: [Value] = [.text(verdict), .integer(points.count { $0.verdict != .pass })]
        return zip(Self.scalarDefinitions, values).map { Scalar($0.name, $0.unit, $1) }
    }
}
