internal import Archive
public import Dates
internal import History
public import Ledger
internal import Mail
internal import Metrics
public import Nightly
public import Publishing
internal import Reports
internal import Reviews
internal import Rollout

/// Does the steps of a night. Each gives the same when it is done again.
public struct NightWork {
    private let publisher: Publisher
    private let notebooks: NightNotebooks
    private let gate: GateWork
    private let inbox: Inbox
    private let mail: MailRound?
    private let alerts: AlertBook
    private let now: () -> Instant

    /// The work of a desk's nights.
    /// - Parameters:
    ///   - mail: nil for a desk without mail.
    ///   - now: the clock.
    public init(
        _ publisher: Publisher, notebooks: NightNotebooks, gate: GateWork, inbox: Inbox, mail: MailRound?,
        alerts: AlertBook, now: @escaping () -> Instant
    ) {
        self.publisher = publisher
        self.notebooks = notebooks
        self.gate = gate
        self.inbox = inbox
        self.mail = mail
        self.alerts = alerts
        self.now = now
    }

    /// Does what a plan asks for.
    ///
    /// - Parameters:
    ///   - record: keeps how far a step has come; nil for the history.
    ///   - progress: called before each night with its place among them.
    /// - Throws: what `record` throws. A step that fails is told in its entry, and to the alerts.
    public func run(
        _ plan: NightlyPlan, record: ((JobStep) throws -> Void)? = nil,
        progress: (_ night: Int, _ session: Day) -> Void = { _, _ in }
    ) throws -> [NightlyJob.Entry] {
        let last = plan.nights.last?.session
        var failed: [String] = []
        let job = NightlyJob(plan, now: now, record: record ?? { try store.record($0) }) { night, step in
            do {
                return try perform(step, of: night, isLast: night.session == last, failed: failed)
            } catch {
                failed.append("\(night.session) \(step.rawValue): \(error)")
                throw error
            }
        }
        return try job.run(progress: progress)
    }

    /// Does a step.
    ///
    /// While the history has nothing of the last session, no step is at its end: the next run does it again with what has
    /// come in since, and reports become revisions. The gate alone decides once. A session that is still missing when the
    /// next one has ended is given up.
    /// - Parameters:
    ///   - isLast: whether the night is the last of its run: what only the present concerns is done then.
    ///   - failed: the steps of this run that failed until now, each with why.
    func perform(
        _ step: NightlyStep, of night: NightlyPlan.Night, isLast: Bool, failed: [String]
    ) throws -> StepOutcome {
        let outcome = try outcome(of: step, night, isLast, failed)
        guard isLast, step != .gate, try !isRecorded(night.session) else { return outcome }
        return StepOutcome(.unfinished, outcome.detail)
    }

    private func outcome(
        of step: NightlyStep, _ night: NightlyPlan.Night, _ isLast: Bool, _ failed: [String]
    ) throws -> StepOutcome {
        switch step {
        case .importFiles: try inbox.take(into: store, at: now())
        case .quality: try SessionQuality(session: night.session, store: store).outcome()
        case .checklist: try checklist(night.session)
        case .gate: try decide(night.session)
        case .dailyReport: try publish(ReportOrder(notebooks.daily, about: .day(night.session), asOf: night.session))
        case .gateReport: try publish(ReportOrder(notebooks.gate, about: .day(night.session), asOf: night.session))
        case .weeklyReport: try publishWeek(of: night.session)
        case .mail: isLast ? try deliver() : StepOutcome(.skipped, "left to the last night of this run")
        case .alerts:
            isLast ? try alert(night.session, failed) : StepOutcome(.skipped, "left to the last night of this run")
        }
    }

    private var store: HistoryStore { publisher.reports.data.store }

    private func isRecorded(_ session: Day) throws -> Bool {
        try !store.dailyResults(from: session, through: session).isEmpty
    }

    private func review(_ session: Day) throws -> SessionReview {
        let data = publisher.reports.data
        return try SessionLoader.review(
            of: session, from: data.store, calendar: data.calendar, events: data.events, limits: data.limits)
    }

    private func checklist(_ session: Day) throws -> StepOutcome {
        let checklist = try review(session).checklist
        return StepOutcome(checklist.exitStatus == 0 ? .done : .attention, checklist.verdict)
    }

    private func decide(_ session: Day) throws -> StepOutcome {
        let night = try gate.decide(after: session, keeping: now())
        let decision = night.decision
        let words = "\(decision.summary), \(decision.rule.title.lowercased())"
        let isQuiet = decision.decision != .rollBack && decision.rule != .health
        return StepOutcome(isQuiet ? .done : .attention, words + (night.isRecorded ? ", on record" : ""))
    }

    private func publishWeek(of session: Day) throws -> StepOutcome {
        let week = ISOWeek(containing: session)
        return try publish(
            ReportOrder(
                notebooks.weekly, about: .week(week), asOf: session, parameters: ["week": week.description]))
    }

    private func publish(_ order: ReportOrder) throws -> StepOutcome {
        let report = try publisher.publish(order)
        let words = report.run.place.path + (report.isNew ? "" : ", unchanged")
        guard report.warnings.isEmpty else {
            return StepOutcome(.attention, "\(words); \(report.warnings.joined(separator: "; "))")
        }
        return StepOutcome(.done, words)
    }

    private var today: Day { NewYork.day(at: now()) }

    private func deliver() throws -> StepOutcome {
        guard let mail else { return StepOutcome(.skipped, "no mail is set up") }
        let outcomes = try mail.deliver()
        let tried = outcomes.map(\.description)
        let stuck = try OutboxReview(HistoryOutbox(store, now: now), archive: publisher.archive, today: today).words()
            .stuck
        guard !outcomes.isEmpty || !stuck.isEmpty else { return StepOutcome(.skipped, "nothing to send") }
        let words = (tried + stuck.filter { !tried.contains($0) }).joined(separator: "; ")
        let states = outcomes.map(\.entry.state)
        if states.contains(where: \.isOpen) { return StepOutcome(.unfinished, words) }
        let allSent = states.allSatisfy { if case .sent = $0 { true } else { false } }
        return StepOutcome(allSent && stuck.isEmpty ? .done : .attention, words)
    }

    private func alert(_ session: Day, _ failed: [String]) throws -> StepOutcome {
        let conditions = try conditions(after: session, failed: failed)
        let outcome = try alerts.note(try conditions.alerts())
        var words = outcome.raised.map(\.title).joined(separator: ", ")
        if words.isEmpty { words = outcome.told + outcome.owed == 0 ? "nothing to tell" : "what was told of is over" }
        guard outcome.owed == 0 else {
            return StepOutcome(.unfinished, "\(words); \(outcome.owed) could not be told yet")
        }
        return StepOutcome(.done, words + (outcome.told == 0 ? "" : "; alerts went out"))
    }

    private func conditions(after session: Day, failed: [String]) throws -> DeskConditions {
        var conditions = DeskConditions(session: session)
        conditions.failedSteps = failed
        conditions.isRecorded = try isRecorded(session)
        let checklist = try review(session).checklist
        if checklist.exitStatus > 1 { conditions.checklist = checklist.verdict }
        let records = try store.gateRecords(through: session)
        conditions.gate = (records.last { $0.decision != .hold }, records.last)
        conditions.archiveFaults = try archiveFaults(since: session.adding(-7))
        conditions.mail = try OutboxReview(HistoryOutbox(store, now: now), archive: publisher.archive, today: today)
            .words()
        return conditions
    }

    /// What is wrong with the archive: its log as a whole, and the files of the last days.
    private func archiveFaults(since day: Day) throws -> [String] {
        guard publisher.archive.exists else { return [] }
        return try publisher.archive.verify(from: day).filter { !$0.kind.isLeftByCrash }.prefix(5).map(\.description)
    }
}
