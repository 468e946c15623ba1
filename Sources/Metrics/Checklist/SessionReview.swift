internal import Dates
public import Ledger

/// A session's end: its checklist, what is open, and what the session brought.
///
/// A pure function of its input.
public struct SessionReview: Sendable {
    /// What was held against its limit.
    public var checklist: Checklist
    private let input: ChecklistInput
    private let results: [DailyResult]
    private let closed: [Trade]

    /// Reviews a session.
    ///
    /// - Parameters:
    ///   - results: the strategies' results of the session.
    ///   - closed: trades with capital that were closed in the session, without hedges.
    public init(_ input: ChecklistInput, results: [DailyResult], closed: [Trade]) {
        checklist = Checklist(input)
        self.input = input
        self.results = results.filter { $0.day == input.session && $0.allotment == .allotted }
        self.closed = closed
    }

    static let openDefinition = DatasetDefinition(
        "open_at_close", "Positions with capital open at the session's end, hedges included, by trade number",
        OpenPosition.definition.columns)

    static var definitions: [DatasetDefinition] { [Checklist.definition, openDefinition] }

    static let scalarDefinitions: [ScalarDefinition] = [
        .init("session", .date, "The session under review: the last one up to the as-of date"),
        .init("checklist_verdict", .text, "The checklist in one sentence"),
        .init("checks_passed", .count, "Checks that passed"),
        .init("checks_warned", .count, "Checks within their limit that are to be looked at"),
        .init("checks_failed", .count, "Checks outside their limit"),
        .init("checks_unknown", .count, "Checks that could not be evaluated"),
        .init("session_pnl", .usd, "Marked P&L of the session on capital, both strategies, hedge and fees included"),
        .init("session_realized_pnl", .usd, "Realised P&L of the trades closed in the session, without hedges"),
        .init("session_opened", .count, "Trades opened in the session, with capital and without hedges"),
        .init("session_closed", .count, "Trades closed in the session, with capital and without hedges"),
        .init("session_open", .count, "Positions open at the session's end, hedges included"),
        .init("session_equity", .usd, "The desk's marked equity at the session's last snapshot"),
        .init("session_theta", .usdPerDay, "Theta at the session's last snapshot"),
        .init("session_vix", .points, "VIX at the session's last snapshot"),
        .init("snapshot_time", .time, "When the session's last snapshot was taken"),
    ]

    /// The datasets of a session.
    public var datasets: [Dataset] {
        let open = input.open.map {
            OpenPosition(trade: $0, mark: input.marks[$0.id], days: $0.entryDay.days(to: input.session))
        }
        return [checklist.dataset, Self.openDefinition.dataset(open.map(\.cells))]
    }

    /// The session's single figures.
    public var scalars: [Scalar] {
        let snapshot = input.snapshot
        func recorded(_ value: Value?) -> Value { value ?? .undefined(.notRecorded) }
        let values: [Value] = [
            .day(input.session), .text(checklist.verdict), .integer(checklist.count(.pass)),
            .integer(checklist.count(.warn)), .integer(checklist.count(.fail)), .integer(checklist.count(.unknown)),
            results.isEmpty ? .undefined(.notRecorded) : .money(results.reduce(.zero) { $0 + $1.pnl }),
            .money(closed.reduce(.zero) { $0 + ($1.realizedPnL ?? .zero) }), .integer(input.openings.count),
            .integer(closed.count), .integer(input.open.count), recorded(snapshot?.equity.map(Value.money)),
            recorded(snapshot.map { Value.number($0.totalTheta) }), recorded(snapshot?.vix.map(Value.number)),
            recorded(snapshot.map { Value.instant($0.time) }),
        ]
        return zip(Self.scalarDefinitions, values).map { Scalar($0.name, $0.unit, $1) }
    }
}
