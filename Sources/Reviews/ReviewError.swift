public import Dates

/// Why a week, or a night of the gate, cannot be shown.
public enum ReviewError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The history holds no session, no trade and no snapshot.
    case emptyHistory(path: String)
    /// The week lies after everything that the history knows.
    case weekInTheFuture(ISOWeek, last: Day)
    /// The week lies before everything that the history knows.
    case weekBeforeHistory(ISOWeek, first: Day)
    /// The history has not come to the end of any week yet.
    case noCompleteWeek(first: Day, asOf: Day)
    /// Nights were asked for from a day on that lies before everything that the history knows.
    case nightsBeforeHistory(since: Day, first: Day)
    /// The gate was to decide on a session that lies before everything that the history knows.
    case sessionBeforeHistory(Day, first: Day)
    /// The gate's decision on record for a session cannot be read back.
    case gateRecordUnreadable(Day)

    /// The week, the rule, the day seen and the remedy.
    public var description: String {
        switch self {
        case .emptyHistory(let path):
            "\(path): the history is empty: no session, no trade, no snapshot; fill it with `backtest simulate` or "
                + "`report import`"
        case .weekInTheFuture(let week, let last):
            "week \(week) lies after the last day of the history, \(last); the last week to review is "
                + "\(ISOWeek(containing: last))"
        case .weekBeforeHistory(let week, let first):
            "week \(week) lies before the first day of the history, \(first); the first week to review is "
                + "\(ISOWeek(containing: first))"
        case .noCompleteWeek(let first, let asOf):
            "the history begins on \(first) and no week of it is complete on \(asOf); name the week with --week"
        case .nightsBeforeHistory(let since, let first):
            "--since \(since) lies before the first day of the history, \(first), and no night before that can be made up; "
                + "begin with --since \(first) or later"
        case .sessionBeforeHistory(let session, let first):
            "the session \(session) lies before the first day of the history, \(first), and there is nothing to decide from; name "
                + "that day or a later one with --as-of"
        case .gateRecordUnreadable(let day):
            "the gate's decision of \(day) was recorded by another version of the program and cannot be shown; its "
                + "report in the archive can"
        }
    }
}
