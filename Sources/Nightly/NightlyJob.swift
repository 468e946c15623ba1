public import Dates
public import Ledger

/// Does what a plan asks for: each step of each night once, in order, remembered as soon as it is done.
///
/// A job may be killed at any instruction. What it leaves is a step that was begun; the next run does that step again, and
/// every step gives the same when it is done again. A step that fails is told and tried again by the next run; the
/// steps after it are done all the same, since a night with a fault needs its checklist, its decision and its alerts most.
public struct NightlyJob {
    /// What was done.
    public struct Entry: Hashable, Sendable {
        /// The session.
        public let session: Day
        /// The step.
        public let step: NightlyStep
        /// How it ended; nil for a step that failed.
        public let state: StepOutcome.State?
        /// What came out, or why it failed.
        public let detail: String
    }

    private let plan: NightlyPlan
    private let now: () -> Instant
    private let record: (JobStep) throws -> Void
    private let perform: (NightlyPlan.Night, NightlyStep) throws -> StepOutcome

    /// A job.
    ///
    /// - Parameters:
    ///   - now: the clock.
    ///   - record: keeps how far a step has come. An error of it ends the job: what is not remembered would be done twice.
    ///   - perform: does a step, and gives the same when it is done again.
    public init(
        _ plan: NightlyPlan, now: @escaping () -> Instant, record: @escaping (JobStep) throws -> Void,
        perform: @escaping (NightlyPlan.Night, NightlyStep) throws -> StepOutcome
    ) {
        self.plan = plan
        self.now = now
        self.record = record
        self.perform = perform
    }

    /// Does the work.
    ///
    /// - Parameter progress: called before each night with its place among them.
    public func run(progress: (_ night: Int, _ session: Day) -> Void = { _, _ in }) throws -> [Entry] {
        var entries: [Entry] = []
        for (index, night) in plan.nights.enumerated() {
            progress(index, night.session)
            for step in night.steps {
                func keep(_ state: JobStep.State, _ detail: String) throws {
                    try record(
                        JobStep(day: night.session, step: step.rawValue, state: state, time: now(), detail: detail))
                }
                try keep(.begun, "")
                let outcome: StepOutcome
                do {
                    outcome = try perform(night, step)
                } catch {
                    try keep(.failed, "\(error)")
                    entries.append(Entry(session: night.session, step: step, state: nil, detail: "\(error)"))
                    continue
                }
                try keep(outcome.state.kept, outcome.detail)
                entries.append(
                    Entry(session: night.session, step: step, state: outcome.state, detail: outcome.detail))
            }
        }
        return entries
    }
}

extension StepOutcome.State {
    /// How far the step has come, as the history keeps it: one that was only begun is due again.
    fileprivate var kept: JobStep.State {
        switch self {
        case .done, .attention: .done
        case .unfinished: .begun
        case .skipped: .skipped
        }
    }
}
