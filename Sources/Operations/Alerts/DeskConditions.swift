public import Dates
public import Ledger
public import Mail
internal import Metrics
internal import Rollout

/// What somebody should know before they look: the conditions of a desk after a night.
public struct DeskConditions: Sendable {
    /// The session.
    public var session: Day
    /// Whether the history has it.
    public var isRecorded = true
    /// Steps of the night that failed, each with why.
    public var failedSteps: [String] = []
    /// The session's checklist in a sentence, where a check failed or could not be evaluated; nil otherwise.
    public var checklist: String?
    /// The newest decision of the gate that moved capital, and the newest of all.
    public var gate: (moved: GateRecord?, newest: GateRecord?) = (nil, nil)
    /// What is wrong with the archive.
    public var archiveFaults: [String] = []
    /// Mails that a person must look at, and mails that have waited for long.
    public var mail: (stuck: [String], waiting: [String]) = ([], [])

    /// A desk of which nothing is known yet.
    public init(session: Day) { self.session = session }

    /// The alerts, the gravest first.
    public func alerts() throws(MailError) -> [Alert] {
        var alerts: [Alert] = []
        func raise(_ key: String, _ severity: Alert.Severity, _ title: String, _ body: String) throws(MailError) {
            alerts.append(try Alert(key: key, title: title, body: body, severity: severity))
        }
        if !isRecorded {
            try raise(
                "history.stale", .critical, "The history has nothing of the last session",
                "The last session, \(session), is not in the history. Look at what writes it, then run report nightly.")
        }
        if !failedSteps.isEmpty {
            try raise(
                "nightly.steps", .critical, "A step of the nightly job failed",
                failedSteps.joined(separator: "\n") + ".\nThe next run tries again: report nightly.")
        }
        if let moved = gate.moved, moved.decision == .rollBack {
            try raise(
                "gate.roll-back.\(moved.day.iso)", .critical, moved.summary,
                "\(Self.words(moved)) See the gate's page in the archive.")
        }
        if let newest = gate.newest, newest.rule == GateRule.health.rawValue {
            try raise(
                "gate.health", .warning, "The gate cannot believe its figures",
                "\(Self.words(newest)) Unhealthy nights running take capital back.")
        }
        if !archiveFaults.isEmpty {
            try raise(
                "archive", .critical, "The archive is not as it was published",
                archiveFaults.joined(separator: "\n") + "\nSee docs/archive.md, and report verify.")
        }
        if let checklist {
            try raise("checklist", .warning, "The daily checklist", "\(session): \(checklist). See report daily.")
        }
        if !mail.stuck.isEmpty {
            try raise(
                "mail.stuck", .critical, "Mail needs a person",
                mail.stuck.joined(separator: "\n") + "\nSee report mail --status.")
        }
        if !mail.waiting.isEmpty {
            try raise(
                "mail.waiting", .warning, "Mail does not go out",
                mail.waiting.joined(separator: "\n") + "\nIt is tried again by each run of report nightly.")
        }
        return alerts
    }

    private static func words(_ record: GateRecord) -> String {
        "After \(record.day): \(record.reasons.first ?? "by the rule \(record.rule).")"
    }
}
