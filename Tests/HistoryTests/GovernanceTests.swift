import Dates
import GRDB
import Ledger
import Testing

@testable import History

@Suite("Decisions, words and steps are kept")
struct GovernanceTests {
    private let record = GateRecord(
        day: day("2026-07-30"), decidedAt: instant("2026-07-30T21:00:00Z"), shareBefore: 0.25, shareAfter: 0.5,
        decision: .promote, rule: "promote", grade: "plan rule only",
        reasons: ["Four sessions", "ahead of \"LEGACY\""],
        evidence: #"{"checks":[]}"#, inputsDigest: "abc", ruleVersion: "1")

    @Test("A decision comes back as it was, and a session has one")
    func gate() throws {
        let history = try Folder().history()
        #expect(try history.record(record))
        let other = GateRecord(
            day: record.day, decidedAt: instant("2026-07-31T03:00:00Z"), shareBefore: 0.25, shareAfter: 0.25,
            decision: .hold, rule: "dwell", grade: "", reasons: [], evidence: "{}", inputsDigest: "x", ruleVersion: "2")
        #expect(try !history.record(other))
        #expect(try history.gateRecords() == [record])
        #expect(try history.gateRecords(from: day("2026-07-31")).isEmpty)
        #expect(
            try rows(history, "SELECT decision, rule, grade, ifnull(overridden_by, '-') FROM gate_decisions")
                == ["PROMOTE|promote|plan rule only|-"])
    }

    @Test("An override names the decision that it overrides; without one there is nothing to override")
    func overrides() throws {
        let history = try Folder().history()
        func override() throws -> GateOverride {
            try history.record(
                overriding: record.day, at: instant("2026-07-31T12:00:00Z"), person: "Ada", secondPerson: nil,
                from: 0.5, to: 0.25, reason: "earnings season", expiresOn: day("2026-08-07"))
        }
        #expect(throws: HistoryError.noGateRecord(day: record.day)) { try override() }
        _ = try history.record(record)
        let first = try override()
        let second = try history.record(
            overriding: record.day, at: instant("2026-07-31T13:00:00Z"), person: "Ada", secondPerson: "Grace",
            from: 0.25, to: 0.5, reason: "after all", expiresOn: day("2026-08-01"))
        #expect(try history.gateOverrides() == [first, second])
        #expect([first.id, second.id] == [1, 2] && second.secondPerson == "Grace")
        #expect(try history.gateRecords() == [record])
        #expect(try rows(history, "SELECT overridden_by FROM gate_decisions") == ["2"])
    }

    @Test("Words, approvals and the kill switch come back in the order in which they were given")
    func words() throws {
        let history = try Folder().history()
        let signed = SignOff(
            item: "rollback", person: "Ada", recordedAt: instant("2026-07-01T12:00:00Z"), note: "rehearsed")
        let withdrawn = SignOff(
            item: "rollback", person: "Grace", recordedAt: instant("2026-07-02T12:00:00Z"), note: "", isGiven: false)
        for word in [signed, withdrawn] { try history.record(word) }
        #expect(try history.signOffs() == [signed, withdrawn])

        let entries = [
            RulesAuditEntry(
                time: instant("2026-06-01T12:00:00Z"), rule: "two-year-backtest", version: "3",
                backtestResults: #"{"sharpe":0.4}"#, status: .testing),
            RulesAuditEntry(
                time: instant("2026-06-02T12:00:00Z"), rule: "two-weeks-paper", version: "3",
                livePerformance: "{}", status: .approved),
        ]
        for entry in entries { try history.record(entry) }
        #expect(try history.rulesAudit() == entries)

        let events = [
            KillSwitchEvent(
                time: instant("2026-07-03T12:00:00Z"), isEngaged: true, person: "Ada", reason: "data feed"),
            KillSwitchEvent(
                time: instant("2026-07-03T13:00:00Z"), isEngaged: false, person: "Ada", reason: "feed is back"),
        ]
        for event in events { try history.record(event) }
        #expect(try history.killSwitchEvents() == events)
    }

    @Test(
        "What was decided or said is neither changed nor deleted, whoever opens the file",
        arguments: [
            "UPDATE gate_records SET share_after = 1", "DELETE FROM gate_records",
            "UPDATE gate_overrides SET person = 'Eve'", "DELETE FROM gate_overrides",
            "UPDATE sign_offs SET person = 'Eve'", "DELETE FROM sign_offs",
            "UPDATE kill_switch_events SET is_engaged = 0", "DELETE FROM kill_switch_events",
        ])
    func writtenOnce(change: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.record(record)
        _ = try history.record(
            overriding: record.day, at: instant("2026-07-31T12:00:00Z"), person: "Ada", secondPerson: nil, from: 0.5,
            to: 0.25, reason: "r", expiresOn: day("2026-08-07"))
        try history.record(
            SignOff(item: "i", person: "Ada", recordedAt: instant("2026-07-01T12:00:00Z"), note: ""))
        try history.record(
            KillSwitchEvent(time: instant("2026-07-03T12:00:00Z"), isEngaged: true, person: "Ada", reason: "r"))
        try history.close()
        let stranger = try DatabaseQueue(path: folder.file())
        #expect(throws: DatabaseError.self) { try stranger.write { try $0.execute(sql: change) } }
    }

    @Test("A step is known by its last state; a report by its place, once")
    func jobs() throws {
        let history = try Folder().history()
        func step(_ step: String, _ state: JobStep.State, _ time: String, _ detail: String) -> JobStep {
            JobStep(day: day("2026-07-30"), step: step, state: state, time: instant(time), detail: detail)
        }
        try history.record(step("gate", .begun, "2026-07-30T21:00:00Z", ""))
        try history.record(step("import", .done, "2026-07-30T21:00:01Z", "nothing new"))
        try history.record(step("gate", .done, "2026-07-30T21:00:02Z", "HOLD at 25 %"))
        #expect(
            try history.jobSteps() == [
                step("import", .done, "2026-07-30T21:00:01Z", "nothing new"),
                step("gate", .done, "2026-07-30T21:00:02Z", "HOLD at 25 %"),
            ])
        #expect(try history.jobSteps(from: day("2026-07-31")).isEmpty)

        let run = ReportRunRecord(
            report: "weekly", asOf: day("2026-07-31"), parameters: ["week": "2026-W31"], digest: "abc",
            place: "2026/W31/weekly/r1", scalars: #"{"win_rate":0.5}"#, recordedAt: instant("2026-07-31T21:00:00Z"))
        try history.record(run)
        try history.record(run)
        #expect(try history.reportRuns() == [run])
    }

    @Test(
        "An entry of the outbox is changed in one transaction; what the change throws is thrown on, and nothing written"
    )
    func outbox() throws {
        struct Refused: Error {}
        let history = try Folder().history()
        func change(_ state: String, _ work: (String?) throws -> String) throws -> String {
            try history.updateOutbox(kind: "weekly", period: "2026-W31", revision: 1, recipient: "ada@desk.example") {
                known in
                (
                    OutboxRecord(
                        kind: "weekly", period: "2026-W31", revision: 1, recipient: "ada@desk.example", state: state,
                        entry: "{\"state\":\"\(state)\"}", recordedAt: instant("2026-07-31T21:00:00Z")), try work(known)
                )
            }
        }
        #expect(try change("queued") { $0 ?? "new" } == "new")
        #expect(throws: Refused.self) { try change("sent") { _ in throw Refused() } }
        #expect(try change("sent") { $0 ?? "new" } == #"{"state":"queued"}"#)
        #expect(try history.outbox().map(\.state) == ["sent"])
    }

    @Test("A condition is known until it is over and told")
    func alerts() throws {
        let history = try Folder().history()
        let time = instant("2026-07-31T21:00:00Z")
        try history.record(alert: "nightly.mail", standing: #"{"a":1}"#, at: time)
        try history.record(alert: "nightly.mail", standing: #"{"a":2}"#, at: time)
        #expect(try history.alertStandings() == ["nightly.mail": #"{"a":2}"#])
        try history.record(alert: "nightly.mail", standing: nil, at: time)
        #expect(try history.alertStandings().isEmpty)
    }

    @Test("The statements of an empty history make its tables and views")
    func schema() throws {
        let database = try DatabaseQueue()
        let names = try database.write { db in
            for statement in try HistoryStore.schemaStatements() { try db.execute(sql: statement) }
            return Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"))
        }
        #expect(names.isSuperset(of: ["trades", "closed_trades", "daily_equity", "gate_decisions", "job_steps"]))
        #expect(!names.contains("grdb_migrations"))
        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM closed_trades") } == 0)
    }
}
