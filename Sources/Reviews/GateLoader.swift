public import Dates
public import History
internal import Ledger
public import Market
internal import Metrics
public import Rollout

/// Reads what the gate decides from, and lets it decide, once for a session.
public enum GateLoader {
    /// The decision of a session: the one on record, or a new one that the caller is to write.
    ///
    /// - Parameters:
    ///   - session: a day on which the exchange traded. What was recorded after it plays no part.
    ///   - events: tells which openings were near an economic event.
    ///   - conditions: the rules.
    ///   - surroundings: what other rooms know of the night.
    /// - Throws: what the history or the calendar of sessions throws; ``ReviewError/gateRecordUnreadable(_:)``.
    public static func night(
        after session: Day, from store: HistoryStore, calendar: TradingCalendar, events: EconomicCalendar,
        conditions: GateConditions, surroundings: GateSurroundings
    ) throws -> GateNight {
        if let record = try store.gateRecords(from: session, through: session).first {
            return GateNight(
                report: try report(of: record, store), isRecorded: true, inputsDigest: record.inputsDigest)
        }
        let input = try input(
            after: session, from: store, calendar: calendar, events: events, conditions: conditions,
            surroundings: surroundings)
        return GateNight(
            report: GateReport(Gate.judge(input), records: input.records, overrides: input.overrides),
            isRecorded: false,
            inputsDigest: input.digest)
    }

    /// Everything that the gate decides from after a session, as the history knew it at the end of that day.
    public static func input(
        after session: Day, from store: HistoryStore, calendar: TradingCalendar, events: EconomicCalendar,
        conditions: GateConditions, surroundings: GateSurroundings
    ) throws -> GateInput {
        let end = NewYork.instant(session.adding(1), hour: 0)
        let review = try reviewInput(session, store, calendar, conditions)
        let standing = Standing(review)
        let haircuts = try haircuts(review, store, conditions)
        let counted = review.lessHaircut(haircuts)
        let figures = gateFigures(haircuts.isEmpty ? standing : Standing(counted))
        let trades = review.trades.filter {
            $0.strategy == .multibook && $0.allotment == .allotted && $0.structure != .hedge
        }
        var input = GateInput(
            session: session, sessions: review.sessions, figures: figures,
            afterLoss: gateFigures(Standing(counted.afterMaximumLosses(on: session))),
            risks: standing.snapshots.map(SessionRisk.init),
            trades: trades.map { trade in
                let near = SessionLoader.nearness(trade.entryTime, events, hours: conditions.limits.blackoutHours)
                return .init(trade: trade, event: near)
            },
            traded: tradedShares(review.dailyResults),
            health: GateHealth(
                // An import leaves results and no sessions.
                lastRecorded: [try store.sessions(through: session).last, review.dailyResults.map(\.day).max()]
                    .compactMap { $0 }.max(),
                reconciliation: largestDifference(standing.reconciliation), failedCells: surroundings.failedCells,
                isArchiveWhole: surroundings.isArchiveWhole),
            ruleVersion: conditions.ruleVersion)
        input.obeysGate = try !store.runs().contains { $0.kind == "simulate" || $0.kind == "run" }
        input.killSwitch = KillSwitch(
            last: try store.killSwitchEvents().last { $0.time < end }, hasFile: surroundings.hasKillSwitchFile)
        input.approvals = try store.rulesAudit().filter { $0.time < end }
        input.signOffs = try store.signOffs().filter { $0.recordedAt < end }
        input.records = try store.gateRecords(through: session.adding(-1))
        input.overrides = try store.gateOverrides(through: session.adding(-1)).filter { $0.recordedAt < end }
        if stands(at: .half, input) {
            input.openPoints = try openPoints(session, store, calendar, events, standing, conditions)
        }
        input.settings = conditions.gate
        input.limits = conditions.limits
        input.year = conditions.review.year
        input.minimumReturns = conditions.review.minimumReturns
        return input
    }

    /// The newest decision on record up to a day; nil where there is none.
    /// - Throws: what the history throws; ``ReviewError/gateRecordUnreadable(_:)``.
    public static func newestReport(asOf day: Day, from store: HistoryStore) throws -> GateReport? {
        try store.gateRecords(through: day).last.map { try report(of: $0, store) }
    }

    private static func report(of record: GateRecord, _ store: HistoryStore) throws -> GateReport {
        guard let decision = GateDecision(recordOf: record) else { throw ReviewError.gateRecordUnreadable(record.day) }
        return GateReport(
            decision, records: try store.gateRecords(through: record.day),
            overrides: try store.gateOverrides(through: record.day))
    }

    /// The last session up to a day: the one that a night of that day decides after.
    public static func session(asOf day: Day, calendar: TradingCalendar) throws(CalendarError) -> Day {
        try calendar.isSession(day) ? day : calendar.previous(before: day)
    }

    private static func gateFigures(_ standing: Standing) -> GateFigures {
        GateFigures(
            multibook: standing.multibook, legacy: standing.legacy,
            missedKPIs: standing.kpis.filter { $0.verdict == .missed }.map { "\($0.name) (target \($0.target))" })
    }

    /// Nil where the equity was not recorded, and so nothing was checked.
    private static func largestDifference(_ reconciliation: Reconciliation) -> Money? {
        guard reconciliation.difference != nil else { return nil }
        return reconciliation.items.compactMap(\.difference).max { $0.cents.magnitude < $1.cents.magnitude }
    }
}
