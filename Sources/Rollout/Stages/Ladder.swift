internal import Dates
internal import Ledger

/// Where MULTIBOOK stands on the ladder at a session's end, before tonight's decision, and how long it has stood there.
///
/// Stages come from the gate's earlier decisions and the overrides in force; before the first decision from the share
/// that the daily results show, taken down to the next rung.
struct Ladder {
    /// The share that will be in force from the next session on, should nothing be decided.
    let stage: RolloutStage
    /// The share that the rules allowed last; another than ``stage`` only while an override is in force.
    let computed: RolloutStage
    /// What is in force in the next session, and by whom.
    let inForce: ShareInForce
    /// The share traded last, where it stands on no rung and no decision is on record.
    let offLadder: Double?
    /// The sessions of this stage, the last one included; empty where the share changes with the next session.
    let stageSessions: [Day]
    /// Of them, those under the present rules: what dwell and conditions look at.
    let window: [Day]
    /// The first night of the present rules, where they changed within this stage.
    let restart: Day?
    /// The sessions since MULTIBOOK last had no capital.
    let rollout: [Day]
    /// The factor by which roll-backs have lengthened the dwell, 1 for none.
    let dwellFactor: Int
    /// Roll-backs that are not forgotten.
    let rollBacks: Int
    /// Nights running, up to the last one, on which bad health decided; counted anew after every move.
    let unhealthyNights: Int
    /// When everything was taken back last; nil where it never was.
    let takenBack: Instant?

    init(_ input: GateInput) {
        // The weekday after stands in where the calendar ends; nothing but an expiry could tell them apart.
        let next = input.nextSession ?? input.session.adding(1)
        inForce = ShareInForce(in: next, records: input.records, overrides: input.overrides)
        var shares = SessionShares(input)
        let last = input.records.last
        let now = shares.stage(in: input.session)
        computed = last.map { RolloutStage(atMost: $0.shareAfter) } ?? now
        stage = inForce.override.map { RolloutStage(atMost: $0.to) } ?? computed
        let traded = input.traded.last { $0.day <= input.session }?.share
        offLadder = last == nil ? traded.flatMap { RolloutStage(share: $0) == nil ? $0 : nil } : nil

        let past = input.sessions.prefix { $0 <= input.session }
        var (stageStart, rolloutStart) = (past.endIndex, past.endIndex)
        for index in past.indices.reversed() {
            let share = shares.stage(in: past[index])
            let isOfStage = share == stage && stageStart == index + 1
            let isOfRollout = share != .none && rolloutStart == index + 1
            guard isOfStage || isOfRollout else { break }
            if isOfStage { stageStart = index }
            if isOfRollout { rolloutStart = index }
        }
        let stageSessions = Array(past[stageStart...])
        self.stageSessions = stageSessions
        rollout = Array(past[rolloutStart...])

        let stale = input.records.lastIndex { $0.ruleVersion != input.ruleVersion }
        let firstNight = stale.map { index in
            index + 1 < input.records.endIndex ? input.records[index + 1].day : input.session
        }
        restart = firstNight.flatMap { night in stageSessions.first.map { $0 <= night } == true ? night : nil }
        // The session before that night may have been traded under the old rules, so it does not count.
        window = restart.map { night in Array(stageSessions.drop { $0 <= night }) } ?? stageSessions

        let dwell = input.settings.dwell
        rollBacks = Self.rollBacks(input.records, dwell)
        dwellFactor = Self.factor(rollBacks, dwell)
        unhealthyNights =
            input.records.reversed().prefix {
                $0.rule == GateRule.health.rawValue && $0.decision == .hold
            }.count
        takenBack = input.records.last { $0.decision == .rollBack && $0.shareAfter == 0 }?.decidedAt
    }

    /// 2 for each roll-back, up to the largest.
    private static func factor(_ rollBacks: Int, _ settings: DwellSettings) -> Int {
        min(1 << min(rollBacks, 20), settings.largestFactor)
    }

    /// The roll-backs that are not forgotten. One is, once a promotion goes beyond the share from which it fell; one from
    /// the top, once 100 % has been held for its dwell.
    private static func rollBacks(_ records: [GateRecord], _ settings: DwellSettings) -> Int {
        var falls: [Double] = []
        var held = 0
        for record in records {
            switch record.decision {
            case .rollBack: falls.append(record.shareBefore)
            case .promote:
                falls.removeAll { $0 < record.shareAfter - 1e-9 }
                held = 0
            case .hold:
                guard !falls.isEmpty, record.shareAfter == RolloutStage.whole.share else { continue }
                held += 1
                if held >= settings.at100 * factor(falls.count, settings) { falls = [] }
            }
        }
        return falls.count
    }
}
