import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

/// A desk on which nothing is wrong: MULTIBOOK earns 100 dollars a session on 20,000 at risk and 250,000 of capital,
/// LEGACY 20 on as much; both vary in the same way, so that their difference is steady but for a little.
///
/// Sessions are the weekdays of 2026, without holidays; session 0 is Monday 5 January.
enum GateDesk {
    static let sessions: [Day] = {
        guard let first = Day("2026-01-05") else { return [] }
        return (0..<361).map { first.adding($0) }.filter { !$0.weekday.isWeekend }
    }()

    static let version = "gate 1, settings aaaaaaaaaaaa, program 1"

    /// A desk that has stood at a stage for so many of its sessions, the last one being tonight's.
    static func input(at stage: RolloutStage, for held: Int = 6, of days: Int = 40) -> GateInput {
        let session = sessions[days - 1]
        let results = (0..<days).map { index in
            (
                multibook(index, stage == .none ? .shadow : .allotted, dollars: 100 + wave(index)),
                legacy(index, dollars: 20 + wave(index + 1))
            )
        }
        var input = GateInput(
            session: session, sessions: sessions,
            figures: GateFigures(multibook: results.map(\.0), legacy: results.map(\.1), missedKPIs: []),
            risks: (0..<days).map { risk($0) },
            trades: [opening(1, on: max(days - 3, 0), stop: "profit 50%, stop 150%")],
            traded: (0..<days).map { TradedShare(day: sessions[$0], share: 0) },
            health: GateHealth(lastRecorded: session, reconciliation: .zero, failedCells: [], isArchiveWhole: true),
            ruleVersion: version)
        input.afterLoss = input.figures
        input.settings.resamples = 40
        input.approvals = ["two-year-backtest", "two-weeks-paper"].map { approval($0, on: 0) }
        input.openPoints = []
        input.records = records(at: stage, for: held, of: days)
        input.traded = (0..<days).map { index in
            let share = ShareInForce(in: sessions[index], records: input.records, overrides: []).share
            return TradedShare(day: sessions[index], share: share ?? 0)
        }
        return input
    }

    /// A decision a night from the first session to the one before tonight, one stage up when the present one began.
    static func records(at stage: RolloutStage, for held: Int, of days: Int) -> [GateRecord] {
        (0..<days - 1).map { index in
            let began = days - 1 - held
            return switch index {
            case ..<began: record(index, .hold, stage.below, stage.below)
            case began: record(index, stage == .none ? .hold : .promote, stage.below, stage)
            default: record(index, .hold, stage, stage)
            }
        }
    }

    /// A smooth deviation between −8 and 8 dollars that is no straight line, as integers of a quadratic congruence ÷ 4.
    static func wave(_ index: Int) -> Double { Double((index * index * 17 + 5) % 65 - 32) / 4 }

    static func multibook(
        _ index: Int, _ allotment: Allotment = .allotted, dollars: Double, atRisk: Int64 = 2_000_000
    ) -> StrategyDay {
        day(index, .multibook, allotment, dollars, atRisk)
    }

    static func legacy(_ index: Int, dollars: Double, atRisk: Int64 = 2_000_000) -> StrategyDay {
        day(index, .legacy, .allotted, dollars, atRisk)
    }

    private static func day(
        _ index: Int, _ strategy: StrategyName, _ allotment: Allotment, _ dollars: Double, _ atRisk: Int64
    ) -> StrategyDay {
        StrategyDay(
            result: DailyResult(
                day: sessions[index], strategy: strategy, allotment: allotment, capital: Money(cents: 25_000_000),
                pnl: Money(dollars: dollars) ?? .zero, share: 0.5),
            atRisk: Money(cents: atRisk))
    }

    static func risk(
        _ index: Int, delta: Double = 0.1, theta: Double = 30, dayAtRisk: Double = 0.02, openRisk: Double? = 0.2
    ) -> SessionRisk {
        SessionRisk(day: sessions[index], delta: delta, theta: theta, dayAtRisk: dayAtRisk, openRisk: openRisk)
    }

    static func opening(
        _ id: Int64, on index: Int, until exit: Int? = nil, stop: String? = "profit 50%, stop 150%",
        near event: ChecklistInput.Nearness = .clear
    ) -> ChecklistInput.Opening {
        ChecklistInput.Opening(
            trade: Trade(
                id: id, book: .primary, mode: .paper, symbol: "SPY", structure: .putCredit, contracts: 1,
                entryTime: time(index, hour: 15, minute: 30), entryCredit: Price(tenThousandths: 6_000),
                entryFees: .zero, width: Price(tenThousandths: 50_000), stopRule: stop,
                exit: exit.map {
                    TradeExit(
                        time: time($0, hour: 15, minute: 40), cost: Price(tenThousandths: 3_000), fees: .zero,
                        reason: .profit)
                }),
            event: event)
    }

    static func record(
        _ index: Int, _ decision: RolloutDecision, _ before: RolloutStage, _ after: RolloutStage,
        rule: GateRule? = nil, version: String = GateDesk.version
    ) -> GateRecord {
        let usual: GateRule = decision == .promote ? .promote : decision == .rollBack ? .hardLimit : .dwell
        return GateRecord(
            day: sessions[index], decidedAt: time(index, hour: 18), shareBefore: before.share,
            shareAfter: after.share, decision: decision, rule: (rule ?? usual).rawValue, grade: "too early",
            reasons: ["because"], evidence: "{}", inputsDigest: "d\(index)", ruleVersion: version)
    }

    static func override(
        _ id: Int64, of index: Int, recorded: Int, hour: Int = 8, from: RolloutStage = .quarter, to: RolloutStage,
        until last: Int, second: String? = nil
    ) -> GateOverride {
        GateOverride(
            id: id, gateDay: sessions[index], recordedAt: time(recorded, hour: hour), person: "Ada",
            secondPerson: second, from: from.share, to: to.share, reason: "earnings season",
            expiresOn: sessions[last])
    }

    static func approval(_ item: String, on index: Int, _ status: RulesAuditEntry.Status = .approved)
        -> RulesAuditEntry
    {
        RulesAuditEntry(time: time(index, hour: 12), rule: item, version: "3", status: status)
    }

    static func word(_ item: String, on index: Int, hour: Int = 20, isGiven: Bool = true) -> SignOff {
        SignOff(item: item, person: "Ada", recordedAt: time(index, hour: hour), note: "", isGiven: isGiven)
    }

    static func time(_ index: Int, hour: Int, minute: Int = 0) -> Instant {
        NewYork.instant(sessions[index], hour: hour, minute: minute)
    }
}

extension GateInput {
    /// The index of tonight's session among ``GateDesk/sessions``.
    var now: Int { GateDesk.sessions.firstIndex(of: session) ?? 0 }

    /// Gives MULTIBOOK other results on some sessions, by index.
    mutating func replaceMultibook(_ change: (Int, StrategyDay) -> StrategyDay?) {
        let days = figures.multibook.compactMap { day in
            change(GateDesk.sessions.firstIndex(of: day.day) ?? 0, day)
        }
        figures = GateFigures(
            multibook: days, legacy: figures.pairs.map(\.legacy), missedKPIs: figures.missedKPIs)
    }

    /// Gives LEGACY other results.
    mutating func replaceLegacy(_ change: (StrategyDay) -> StrategyDay?) {
        figures = GateFigures(
            multibook: figures.multibook, legacy: figures.pairs.compactMap { change($0.legacy) },
            missedKPIs: figures.missedKPIs)
    }

    /// Puts another risk in the place of a session's, by index; nil leaves the session without a snapshot.
    mutating func replaceRisk(_ index: Int, by risk: SessionRisk?) {
        risks.removeAll { $0.day == GateDesk.sessions[index] }
        if let risk { risks.append(risk) }
        risks.sort { $0.day < $1.day }
    }
}

extension GateDecision {
    func check(_ id: String) -> GateCheck? { checks.first { $0.id == id } }
}
