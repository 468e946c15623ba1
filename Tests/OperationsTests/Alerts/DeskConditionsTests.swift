import Dates
import Ledger
import Mail
import Operations
import PublishingFixture
import Testing

@Suite("The conditions that somebody should know of")
struct DeskConditionsTests {
    private static let session = Day("2026-07-31") ?? Day(daysSince1970: 0)

    private static func record(
        _ decision: RolloutDecision, rule: String, reasons: [String], on day: Day = session
    ) -> GateRecord {
        GateRecord(
            day: day, decidedAt: NewYork.instant(day, hour: 18), shareBefore: 0.5, shareAfter: 0.25,
            decision: decision, rule: rule, grade: "too early", reasons: reasons, evidence: "{}", inputsDigest: "",
            ruleVersion: "gate 1")
    }

    /// A condition and all that is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let key: String
        let severity: Alert.Severity
        let title: String
        let body: String
        let make: @Sendable (inout DeskConditions) -> Void
        var testDescription: String { key }
    }

    static let cases = [
        Case(
            key: "history.stale", severity: .critical, title: "The history has nothing of the last session",
            body:
                "The last session, 2026-07-31, is not in the history. Look at what writes it, then run report nightly."
        ) { $0.isRecorded = false },
        Case(
            key: "nightly.steps", severity: .critical, title: "A step of the nightly job failed",
            body:
                "2026-07-30 gate: the disk is full\n2026-07-31 mail: no such host.\nThe next run tries again: report nightly."
        ) { $0.failedSteps = ["2026-07-30 gate: the disk is full", "2026-07-31 mail: no such host"] },
        Case(
            key: "gate.roll-back.2026-07-31", severity: .critical, title: "ROLL BACK to 25 %",
            body: "After 2026-07-31: Delta 0.35 is beyond 0.30. See the gate's page in the archive."
        ) {
            $0.gate.moved = record(.rollBack, rule: "hard-limit", reasons: ["Delta 0.35 is beyond 0.30.", "And more."])
        },
        Case(
            key: "gate.roll-back.2026-07-31", severity: .critical, title: "ROLL BACK to 25 %",
            body: "After 2026-07-31: by the rule hard-limit. See the gate's page in the archive."
        ) { $0.gate.moved = record(.rollBack, rule: "hard-limit", reasons: []) },
        Case(
            key: "gate.health", severity: .warning, title: "The gate cannot believe its figures",
            body: "After 2026-07-31: A required cell failed. Unhealthy nights running take capital back."
        ) { $0.gate.newest = record(.hold, rule: "health", reasons: ["A required cell failed."]) },
        Case(
            key: "archive", severity: .critical, title: "The archive is not as it was published",
            body: "changed file: a\nchanged file: b\nSee docs/archive.md, and report verify."
        ) { $0.archiveFaults = ["changed file: a", "changed file: b"] },
        Case(
            key: "checklist", severity: .warning, title: "The daily checklist",
            body: "2026-07-31: 1 of 5 checks failed. See report daily."
        ) { $0.checklist = "1 of 5 checks failed" },
        Case(
            key: "mail.stuck", severity: .critical, title: "Mail needs a person",
            body: "weekly to ada: failed\nSee report mail --status."
        ) { $0.mail.stuck = ["weekly to ada: failed"] },
        Case(
            key: "mail.waiting", severity: .warning, title: "Mail does not go out",
            body: "weekly to ada: not sent yet\nIt is tried again by each run of report nightly."
        ) { $0.mail.waiting = ["weekly to ada: not sent yet"] },
    ]

    @Test("Each has its key, its gravity, a title and a body with the remedy", arguments: cases)
    func alert(expected: Case) throws {
        var conditions = DeskConditions(session: Self.session)
        expected.make(&conditions)
        #expect(
            try conditions.alerts() == [
                try Alert(
                    key: expected.key, title: expected.title, body: expected.body, severity: expected.severity)
            ])
    }

    @Test("A desk of which nothing is wrong has none")
    func none() throws {
        #expect(try DeskConditions(session: Self.session).alerts() == [])
    }

    @Test(
        "Of the gate, only a roll-back that still stands and bad health are told",
        arguments: [
            (RolloutDecision.promote, "promote"), (.hold, "dwell"), (.hold, "discipline"), (.hold, "kill-switch"),
        ])
    func quietGate(decision: RolloutDecision, rule: String) throws {
        var conditions = DeskConditions(session: Self.session)
        let record = Self.record(decision, rule: rule, reasons: ["Because."])
        conditions.gate = (moved: decision == .hold ? nil : record, newest: record)
        #expect(try conditions.alerts() == [])
    }

    @Test("A second roll-back is another alert; the first stays the same one as long as no capital is moved")
    func rollBacks() throws {
        var conditions = DeskConditions(session: Self.session)
        conditions.gate.moved = Self.record(.rollBack, rule: "hard-limit", reasons: [], on: Self.session.adding(-2))
        conditions.gate.newest = Self.record(.hold, rule: "dwell", reasons: [])
        #expect(try conditions.alerts().map(\.key) == ["gate.roll-back.2026-07-29"])
    }

    @Test("All at once stand in their order, and no two have one key")
    func all() throws {
        var conditions = DeskConditions(session: Self.session)
        for one in Self.cases { one.make(&conditions) }
        let keys = try conditions.alerts().map(\.key)
        #expect(keys == Self.cases.map(\.key).reduce(into: []) { if $0.last != $1 { $0.append($1) } })
        #expect(Set(keys).count == keys.count)
    }
}
