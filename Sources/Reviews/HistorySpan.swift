public import Dates
public import History

/// The days that a history knows anything of.
public struct HistorySpan: Equatable, Sendable {
    /// The first day of a session, a trade or a snapshot.
    public let first: Day
    /// The last such day.
    public let last: Day

    /// The days that a history knows anything of.
    /// - Throws: ``ReviewError/emptyHistory(path:)`` or what the history throws.
    public init(of store: HistoryStore) throws {
        guard let days = try store.span() else { throw ReviewError.emptyHistory(path: store.path) }
        first = days.lowerBound
        last = days.upperBound
    }

    /// The newest week whose Friday has come by a day, and of which the history knows something.
    public func lastCompleteWeek(asOf day: Day) throws(ReviewError) -> ISOWeek {
        let today = min(day, last)
        let current = ISOWeek(containing: today)
        let week = today >= current.friday ? current : current.previous
        guard week.sunday >= first else { throw .noCompleteWeek(first: first, asOf: day) }
        return week
    }

    /// Sees that a week lies within the history.
    public func check(_ week: ISOWeek) throws(ReviewError) {
        guard week.monday <= last else { throw .weekInTheFuture(week, last: last) }
        guard week.sunday >= first else { throw .weekBeforeHistory(week, first: first) }
    }
}
