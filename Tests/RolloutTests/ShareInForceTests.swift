import Dates
import Ledger
import Testing

@testable import Rollout

@Suite("The share in force")
struct ShareInForceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let session: Int
        let records: [GateRecord]
        let overrides: [GateOverride]
        let share: Double?
        let text: String
    }

    /// HOLD at 25 % every night.
    private static let holds = (0..<20).map { GateDesk.record($0, .hold, .quarter, .quarter) }
    private static func moved(_ index: Int, _ decision: RolloutDecision, _ stage: RolloutStage) -> [GateRecord] {
        holds.map { $0.day == GateDesk.sessions[index] ? GateDesk.record(index, decision, .quarter, stage) : $0 }
    }

    /// Session 10 is Monday 19 January, session 14 Friday 23 January, session 15 Monday 26 January.
    private static let up = GateDesk.override(7, of: 9, recorded: 10, to: .half, until: 14)

    static let cases = [
        Case(
            testDescription: "no decision yet", session: 10, records: [], overrides: [up], share: 0.5,
            text: "No decision of the gate is on record."),
        Case(
            testDescription: "a decision and no override", session: 10, records: holds, overrides: [], share: 0.25,
            text: "Computed: HOLD at 25 %. In force: 25 %."),
        Case(
            testDescription: "recorded before the open, it holds on the day", session: 10, records: holds,
            overrides: [up], share: 0.5,
            text: "Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 23 January."),
        Case(
            testDescription: "recorded after the open, it does not yet", session: 10, records: holds,
            overrides: [GateDesk.override(7, of: 9, recorded: 10, hour: 10, to: .half, until: 14)], share: 0.25,
            text: "Computed: HOLD at 25 %. In force: 25 %."),
        Case(
            testDescription: "it outlasts the nights that hold, to its last day", session: 14, records: holds,
            overrides: [up], share: 0.5,
            text: "Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 23 January."),
        Case(
            testDescription: "after its last day it says that it has expired", session: 15, records: holds,
            overrides: [up], share: 0.25,
            text: "Computed: HOLD at 25 %. In force: 25 %; override 7 (Ada) expired on 23 January."),
        Case(
            testDescription: "for a week", session: 20, records: holds, overrides: [up], share: 0.25,
            text: "Computed: HOLD at 25 %. In force: 25 %."),
        Case(
            testDescription: "two names", session: 10, records: holds,
            overrides: [GateDesk.override(7, of: 9, recorded: 10, to: .half, until: 14, second: "Grace")], share: 0.5,
            text: "Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada and Grace), until 23 January."),
        Case(
            testDescription: "a newer one takes the place of the older", session: 12, records: holds,
            overrides: [up, GateDesk.override(8, of: 10, recorded: 11, from: .half, to: .tenth, until: 13)],
            share: 0.1, text: "Computed: HOLD at 25 %. In force: 10 % by override 8 (Ada), until 22 January."),
        Case(
            testDescription: "the older does not come back when the newer expires", session: 14, records: holds,
            overrides: [up, GateDesk.override(8, of: 10, recorded: 11, from: .half, to: .tenth, until: 13)],
            share: 0.25, text: "Computed: HOLD at 25 %. In force: 25 %; override 8 (Ada) expired on 22 January."),
        Case(
            testDescription: "one that asks for the computed share withdraws it", session: 12, records: holds,
            overrides: [up, GateDesk.override(8, of: 10, recorded: 11, from: .half, to: .quarter, until: 14)],
            share: 0.25,
            text: "Computed: HOLD at 25 %. In force: 25 %; override 8 (Ada) put the computed share back."),
        Case(
            testDescription: "and does not hold back what is computed later", session: 13,
            records: moved(12, .promote, .half),
            overrides: [up, GateDesk.override(8, of: 10, recorded: 11, from: .half, to: .quarter, until: 14)],
            share: 0.5, text: "Computed: PROMOTE to 50 %. In force: 50 %; override 8 (Ada) put the computed share back."
        ),
        Case(
            testDescription: "a roll-back ends it", session: 13, records: moved(12, .rollBack, .tenth),
            overrides: [up], share: 0.1,
            text:
                "Computed: ROLL BACK to 10 %. In force: 10 %; override 7 (Ada) ended with the roll-back of 21 January."),
        Case(
            testDescription: "so does a promotion", session: 13, records: moved(12, .promote, .whole),
            overrides: [up], share: 1,
            text:
                "Computed: PROMOTE to 100 %. In force: 100 %; override 7 (Ada) ended with the promotion of 21 January."),
        Case(
            testDescription: "the night of that decision itself does not count for its session", session: 12,
            records: moved(12, .rollBack, .tenth), overrides: [up], share: 0.5,
            text: "Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 23 January."),
    ]

    @Test("Computed, and put in its place", arguments: cases)
    func share(one: Case) {
        let inForce = ShareInForce(
            in: GateDesk.sessions[one.session], records: one.records, overrides: one.overrides)
        #expect(inForce.share == one.share)
        #expect(inForce.text == one.text)
    }

    @Test("A date of another year is written with it")
    func year() throws {
        let day = try #require(Day("2027-01-05"))
        let override = GateOverride(
            id: 7, gateDay: GateDesk.sessions[9], recordedAt: GateDesk.time(10, hour: 8), person: "Ada",
            secondPerson: "", from: 0.25, to: 0.5, reason: "r", expiresOn: day)
        let inForce = ShareInForce(in: GateDesk.sessions[10], records: Self.holds, overrides: [override])
        #expect(
            inForce.text == "Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 5 January 2027.")
    }

    @Test("Exit statuses are 0, 10 and 20")
    func exitStatus() {
        #expect(RolloutDecision.allCases.map(\.exitStatus) == [0, 10, 20])
    }
}
