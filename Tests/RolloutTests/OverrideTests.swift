import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("A person against the gate")
struct OverrideTests {
    /// A desk at 25 % for 14 sessions, the last being session 39, with an override recorded on the morning of session 34.
    private func input(
        to: RolloutStage, until last: Int = 50, at stage: RolloutStage = .quarter, second: String? = nil
    ) -> GateInput {
        var input = GateDesk.input(at: stage, for: 14)
        input.overrides = [
            GateDesk.override(7, of: 33, recorded: 34, from: stage, to: to, until: last, second: second)
        ]
        input.traded = (0..<40).map { index in
            let share = ShareInForce(
                in: GateDesk.sessions[index], records: input.records, overrides: input.overrides
            ).share
            return TradedShare(day: GateDesk.sessions[index], share: share ?? 0)
        }
        return input
    }

    @Test("While it is in force the gate holds, from the share in force, at the computed one")
    func holds() {
        let decision = Gate.judge(input(to: .half))
        #expect(decision.decision == .hold && decision.rule == .override)
        #expect(decision.shareBefore == 0.5 && decision.shareAfter == 0.25)
        #expect(decision.stage.sessions == 6 && decision.stage.since == GateDesk.sessions[34])
        #expect(
            decision.reasons == [
                "Override 7 (Ada) is in force until 16 March; no share that a person set is promoted from."
            ])
        #expect(decision.check("traded-share")?.status == .pass)
        // Dwell and conditions are those of the share in force, and are shown although they do not decide.
        #expect(decision.check("dwell")?.detail == "6 sessions; 3 were asked for")
        #expect(decision.check("kpis")?.status == .pass)
    }

    @Test("The night before its last day has passed, the computed share comes back and its stage begins anew")
    func expiry() {
        var input = input(to: .half, until: 39)
        let decision = Gate.judge(input)
        #expect(decision.shareBefore == 0.25 && decision.shareAfter == 0.25)
        #expect(decision.decision == .hold && decision.rule == .dwell)
        #expect(decision.stage.since == nil && decision.stage.counted == 0)
        #expect(decision.check("stage-pnl")?.status == .inconclusive)
        // Without the override the stage would have been long enough.
        input.overrides = []
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0.25) }
        #expect(Gate.judge(input).decision == .promote)
    }

    struct Loss: Sendable, CustomTestStringConvertible {
        let stage, to, after: RolloutStage
        var testDescription: String { "\(stage), overridden to \(to), comes to \(after)" }
    }

    @Test(
        "A limit passed under it takes one stage off the share in force, and never leaves more than was computed",
        arguments: [
            Loss(stage: .quarter, to: .half, after: .quarter), Loss(stage: .quarter, to: .whole, after: .quarter),
            Loss(stage: .half, to: .quarter, after: .tenth), Loss(stage: .half, to: .none, after: .none),
            Loss(stage: .tenth, to: .whole, after: .tenth),
        ])
    func breach(loss: Loss) {
        var input = input(to: loss.to, at: loss.stage)
        input.replaceRisk(39, by: GateDesk.risk(39, delta: 0.4))
        let decision = Gate.judge(input)
        #expect(decision.decision == .rollBack && decision.rule == .hardLimit)
        #expect(decision.shareAfter == loss.after.share)
        // That decision ends the override.
        let records = input.records + [decision.record(decidedAt: GateDesk.time(39, hour: 18), inputsDigest: "")]
        let next = ShareInForce(in: GateDesk.sessions[40], records: records, overrides: input.overrides)
        #expect(next.share == loss.after.share && next.override == nil)
    }

    @Test(
        "The kill switch takes everything back whatever a person put in force", arguments: [RolloutStage.none, .whole])
    func killSwitch(to: RolloutStage) {
        var input = input(to: to)
        input.killSwitch.hasFile = true
        let decision = Gate.judge(input)
        #expect(decision.decision == .rollBack && decision.shareAfter == 0 && decision.rule == .killSwitch)
    }

    @Test("A drawdown under it takes everything back")
    func drawdown() {
        var input = input(to: .half)
        input.replaceMultibook { $0 == 39 ? GateDesk.multibook($0, dollars: -30_000) : $1 }
        #expect(Gate.judge(input).shareAfter == 0)
    }

    @Test("Trading at the share that a person put in force is no breach, trading above it is")
    func traded() {
        var input = input(to: .half)
        #expect(Gate.judge(input).check("traded-share")?.status == .pass)
        input.traded[39] = TradedShare(day: input.session, share: 1)
        #expect(Gate.judge(input).check("traded-share")?.status == .fail)
    }

    @Test("An override during the session may have been traded from then on")
    func duringSession() {
        var input = GateDesk.input(at: .quarter, for: 14)
        input.overrides = [GateDesk.override(7, of: 38, recorded: 39, hour: 11, to: .half, until: 50)]
        input.traded[39] = TradedShare(day: input.session, share: 0.5)
        let decision = Gate.judge(input)
        #expect(decision.check("traded-share")?.status == .pass)
        #expect(decision.shareBefore == 0.5 && decision.stage.since == nil)
        // The session itself is looked at by somebody all the same.
        input.replaceRisk(39, by: GateDesk.risk(39, delta: 0.4))
        #expect(Gate.judge(input).rule == .hardLimit)
    }
}

@Suite("What speaks against an override")
struct OverrideRequestTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var change: @Sendable (inout OverrideRequest) -> Void = { _ in }
        var records: [GateRecord] = [GateDesk.record(9, .hold, .quarter, .quarter)]
        var overrides: [GateOverride] = []
        var killSwitch = KillSwitch()
        let faults: [String]
    }

    private static let rolledBack = [
        GateDesk.record(7, .rollBack, .half, .quarter), GateDesk.record(8, .hold, .quarter, .quarter),
        GateDesk.record(9, .hold, .quarter, .quarter),
    ]

    private static let needsSecond = [
        "50 % goes past a hard limit, after which the rules allow 25 %; name a second person who decides with you"
    ]

    /// Session 10 is Monday 19 January 2026.
    static let cases = [
        Case(testDescription: "nothing", faults: []),
        Case(
            testDescription: "no decision", records: [],
            faults: ["there is no decision to override; run `report gate` first"]),
        Case(
            testDescription: "nobody named, and no reason",
            change: {
                $0.person = "  "
                $0.reason = "\n"
            },
            faults: ["the override names nobody; say who decides", "the override has no reason; say why"]),
        Case(
            testDescription: "no stage", change: { $0.to = 0.3 },
            faults: ["30 % is no stage; choose 0, 10, 25, 50 or 100 %"]),
        Case(
            testDescription: "the share in force", change: { $0.to = 0.25 },
            faults: ["25 % is in force already; there is nothing to override"]),
        Case(
            testDescription: "the last day before the first session",
            change: { $0.expiresOn = GateDesk.sessions[9] },
            faults: [
                "the override would end on 2026-01-16, before the first session on which it could hold, 2026-01-19; "
                    + "give a later date"
            ]),
        Case(testDescription: "for one session", change: { $0.expiresOn = GateDesk.sessions[10] }, faults: []),
        Case(
            testDescription: "thirty days", change: { $0.expiresOn = GateDesk.sessions[10].adding(30) }, faults: []),
        Case(
            testDescription: "a day more", change: { $0.expiresOn = GateDesk.sessions[10].adding(31) },
            faults: ["the override would end on 2026-02-19; it may hold for 30 days, until 2026-02-18"]),
        Case(testDescription: "past a hard limit alone", records: rolledBack, faults: needsSecond),
        Case(
            testDescription: "past a hard limit with a blank second name", change: { $0.secondPerson = " " },
            records: rolledBack, faults: needsSecond),
        Case(
            testDescription: "past a hard limit with a second name", change: { $0.secondPerson = "Grace" },
            records: rolledBack, faults: []),
        Case(
            testDescription: "down after a hard limit", change: { $0.to = 0.1 }, records: rolledBack, faults: []),
        Case(
            testDescription: "up after a roll-back for bad health",
            records: [GateDesk.record(9, .rollBack, .half, .quarter, rule: .health)], faults: []),
        Case(
            testDescription: "up after the kill switch",
            records: [GateDesk.record(9, .rollBack, .half, .quarter, rule: .killSwitch)], faults: needsSecond),
        Case(
            testDescription: "up after a promotion that came later",
            records: [
                GateDesk.record(5, .rollBack, .quarter, .tenth), GateDesk.record(9, .promote, .tenth, .quarter),
            ], faults: []),
        Case(
            testDescription: "the same person twice", change: { $0.secondPerson = " ADA" }, records: rolledBack,
            faults: ["Ada is named twice; the second person must be somebody else"]),
        Case(
            testDescription: "the same person twice where none was needed", change: { $0.secondPerson = "ada" },
            faults: ["Ada is named twice; the second person must be somebody else"]),
        Case(
            testDescription: "while the kill switch is engaged", killSwitch: KillSwitch(hasFile: true),
            faults: [
                "the kill switch is engaged, and nothing is traded whatever the share; release it first"
            ]),
        Case(
            testDescription: "down to nothing while the kill switch is engaged", change: { $0.to = 0 },
            killSwitch: KillSwitch(hasFile: true), faults: []),
        Case(
            testDescription: "back to the computed share", change: { $0.to = 0.25 },
            overrides: [GateDesk.override(7, of: 9, recorded: 9, hour: 20, to: .half, until: 20)], faults: []),
        Case(
            testDescription: "everything at once",
            change: { $0 = OverrideRequest(person: "", to: 2, reason: "", expiresOn: GateDesk.sessions[0]) },
            records: rolledBack,
            faults: [
                "the override names nobody; say who decides", "the override has no reason; say why",
                "200 % is no stage; choose 0, 10, 25, 50 or 100 %",
                "the override would end on 2026-01-05, before the first session on which it could hold, 2026-01-19; "
                    + "give a later date",
                "200 % goes past a hard limit, after which the rules allow 25 %; name a second person who decides with you",
            ]),
    ]

    @Test("Every fault is told, with its remedy", arguments: cases)
    func faults(one: Case) {
        var request = OverrideRequest(
            person: "Ada", to: 0.5, reason: "earnings season", expiresOn: GateDesk.sessions[14])
        one.change(&request)
        let faults = request.faults(
            from: GateDesk.sessions[10], records: one.records, overrides: one.overrides, killSwitch: one.killSwitch,
            settings: GateSettings())
        #expect(faults.map(\.description) == one.faults)
    }

    @Test("A limit that is passed tonight needs a second name, although bad health decided")
    func hidden() {
        var input = GateDesk.input(at: .quarter)
        input.health.isArchiveWhole = false
        input.replaceRisk(input.now, by: GateDesk.risk(input.now, delta: 0.5))
        let record = Gate.judge(input).record(decidedAt: GateDesk.time(39, hour: 18), inputsDigest: "")
        #expect(record.rule == "health")
        let request = OverrideRequest(person: "Ada", to: 0.5, reason: "r", expiresOn: GateDesk.sessions[45])
        let faults = request.faults(
            from: GateDesk.sessions[40], records: [record], overrides: [], killSwitch: KillSwitch(),
            settings: GateSettings())
        #expect(faults == [.secondPersonMissing(0.5, computed: 0.25)])
    }
}
