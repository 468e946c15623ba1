import Dates
import Ledger
import Nightly
import Testing

@Suite("The nightly job")
struct NightlyJobTests {
    private struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    /// What the history would remember.
    private final class Memory {
        var steps: [String: JobStep] = [:]
        var performed: [String] = []
        var recordsLeft = Int.max

        func record(_ step: JobStep) throws {
            guard recordsLeft > 0 else { throw Broken(description: "the disk is full") }
            recordsLeft -= 1
            steps["\(step.day) \(step.step)"] = step
        }
    }

    private static let sessions = ["2026-07-30", "2026-07-31", "2026-08-03"].compactMap { Day($0) }

    private func run(
        _ memory: Memory, since: Day? = sessions.first, fail: [NightlyStep] = []
    ) throws -> [NightlyJob.Entry] {
        let plan = NightlyPlan(
            sessions: Self.sessions, through: Self.sessions[1], since: since, done: Array(memory.steps.values))
        return try NightlyJob(
            plan, now: { Instant(secondsSince1970: 1_800_000_000) }, record: memory.record,
            perform: { night, step in
                memory.performed.append("\(night.session) \(step.rawValue)")
                if fail.contains(step) { throw Broken(description: "no room for \(step.rawValue)") }
                return step == .mail
                    ? StepOutcome(.skipped, "nobody to mail to")
                    : StepOutcome(step == .checklist ? .attention : .done, "\(step.rawValue) is done")
            }
        ).run()
    }

    @Test("Every step of every night is done once, in order, and remembered")
    func order() throws {
        let memory = Memory()
        let entries = try run(memory)
        let thursday = NightlyStep.allCases.filter { $0 != .weeklyReport }
        #expect(entries.map(\.step) == thursday + NightlyStep.allCases)
        #expect(entries.first { $0.step == .checklist }?.state == .attention)
        #expect(memory.steps["2026-07-30 mail"]?.state == .skipped)
        #expect(memory.steps["2026-07-31 report-weekly"]?.detail == "report-weekly is done")
        memory.performed = []
        #expect(try run(memory).isEmpty && memory.performed.isEmpty)
    }

    @Test("A step that fails is told, the others go on, and the next run tries it again")
    func failure() throws {
        let memory = Memory()
        let entries = try run(memory, fail: [.gate])
        let failed = entries.filter { $0.state == nil }
        #expect(failed.map(\.step) == [.gate, .gate] && failed[0].detail == "no room for gate")
        #expect(entries.count == 17)
        memory.performed = []
        _ = try run(memory)
        #expect(
            memory.performed == ["2026-07-30 gate", "2026-07-31 gate", "2026-07-31 mail", "2026-07-31 alerts"])
    }

    @Test("Where the history cannot remember, the job ends: nothing is done that would be done twice")
    func forgetful() throws {
        let memory = Memory()
        memory.recordsLeft = 3
        #expect(throws: Broken.self) { try run(memory) }
        // The second step was begun and performed, and could not be remembered as done.
        #expect(memory.performed == ["2026-07-30 import", "2026-07-30 quality"])
        memory.recordsLeft = .max
        memory.performed = []
        _ = try run(memory)
        #expect(memory.performed.first == "2026-07-30 quality")
    }
}
