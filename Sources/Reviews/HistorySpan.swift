public import Dates
public import History
import Ledger

/// The days that a history knows anything of.
public struct HistorySpan: Equatable, Sendable {
    /// The first day of a session, a trade or a snapshot.
    public let first: Day
    /// The last such day.
    public let last: Day

    /// The days that a history knows anything of.
    /// - Throws: ``ReviewError/emptyHistory(path:)`` or what the history throws.
    public init(of store: HistoryStore) throws {
        var days: [Day] = []
        if let results = Self.ends(try store.sessions()) { days += results }
        if let trades = Self.ends(try store.trades().flatMap { [$0.entryDay, $0.exitDay].compactMap { $0 } }) {
            days += trades
        }
        if let snapshots = Self.ends(try store.snapshots().map(\.day)) { days += snapshots }
        guard let first = days.min(), let last = days.max() else { throw ReviewError.emptyHistory(path: store.path) }
        self.first = first
        self.last = last
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

    private static func ends(_ days: [Day]) -> [Day]? {
        guard let first = days.min(), let last = days.max() else { return nil }
        return [first, last]
    }
}
