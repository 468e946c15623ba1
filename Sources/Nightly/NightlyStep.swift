/// A step of the nightly job. Raw values stand in the history; the order of the cases is that of the work.
public enum NightlyStep: String, CaseIterable, Hashable, Sendable {
    /// Files that were left for the job come into the history.
    case importFiles = "import"
    /// The session's data are looked at.
    case quality
    /// The session's end is held against its limits.
    case checklist
    /// The gate decides.
    case gate
    /// The daily page goes into the archive.
    case dailyReport = "report-daily"
    /// The gate's page goes into the archive.
    case gateReport = "report-gate"
    /// After the week's last session, the weekly review goes into the archive.
    case weeklyReport = "report-weekly"
    /// Reports are mailed to whoever is to have them.
    case mail
    /// People are told of what went wrong, and of what is right again.
    case alerts

    /// Whether the step is due on a session.
    public func isDue(atWeekEnd isWeekEnd: Bool) -> Bool {
        self == .weeklyReport ? isWeekEnd : true
    }

    /// Whether the step concerns the present alone and ends every run: what was published late is still to be mailed, and
    /// what went wrong or is right again to be told.
    public var concludesRun: Bool { self == .mail || self == .alerts }
}
