public import Dates
public import Foundation
public import Input

/// The sessions of the New York Stock Exchange over the range of days that its files cover.
public struct TradingCalendar: Sendable {
    /// The days about which the calendar can answer.
    public let coverage: ClosedRange<Day>
    /// All sessions within the coverage, ascending.
    public let sessions: [Day]
    private let closingMinutes: [Day: Int]

    /// Reads `coverage.csv`, `nyse_holidays.csv` and `nyse_early_closes.csv` of a folder.
    public init(directory: URL) throws(CalendarError) {
        func reader(_ name: String) throws(CalendarError) -> CSVReader {
            do { return try CSVReader(contentsOf: directory.appending(path: name)) } catch { throw .file(error) }
        }
        try self.init(
            coverage: try reader("coverage.csv"), holidays: try reader("nyse_holidays.csv"),
            earlyCloses: try reader("nyse_early_closes.csv"))
    }

    /// Reads the three tables: coverage (`calendar,first,last` with a line `sessions`), holidays (`date`) and early
    /// closes (`date,close_et`).
    public init(coverage: CSVReader, holidays: CSVReader, earlyCloses: CSVReader) throws(CalendarError) {
        let file = coverage.file
        guard let range = try CalendarFile.coverage(coverage)["sessions"] else {
            throw .contradiction(
                at: SourcePosition(file: file, line: 1), problem: "has no line 'sessions'; add one with its range")
        }
        let closed = Set(
            try CalendarFile.rows(holidays, columns: ["date"]) { row throws(CSVError) in
                let day = try row.day("date")
                guard !day.weekday.isWeekend else { throw row.invalid("date", "is a \(day.weekday.name)") }
                return day
            })
        let early = try CalendarFile.rows(earlyCloses, columns: ["date", "close_et"]) { row throws(CSVError) in
            let (day, minute) = (try row.day("date"), try row.minuteOfDay("close_et"))
            guard !day.weekday.isWeekend, !closed.contains(day) else {
                throw row.invalid("date", "is no session, so it has no close")
            }
            guard minute > 9 * 60 + 30, minute < Session.regularClosingMinute else {
                throw row.invalid("close_et", "does not lie between 09:30 and 16:00")
            }
            return (day, minute)
        }
        self.coverage = range
        closingMinutes = Dictionary(early, uniquingKeysWith: { first, _ in first })
        sessions = (0...range.lowerBound.days(to: range.upperBound)).lazy
            .map { range.lowerBound.adding($0) }
            .filter { !$0.weekday.isWeekend && !closed.contains($0) }
    }

    /// The session on a day; nil on a weekend or holiday.
    public func session(on day: Day) throws(CalendarError) -> Session? {
        let index = try insertionPoint(day)
        guard index < sessions.count, sessions[index] == day else { return nil }
        return Session(day: day, closingMinute: closingMinutes[day] ?? Session.regularClosingMinute)
    }

    /// Whether the exchange trades on a day.
    public func isSession(_ day: Day) throws(CalendarError) -> Bool {
        let index = try insertionPoint(day)
        return index < sessions.count && sessions[index] == day
    }

    /// The first session after a day.
    public func next(after day: Day) throws(CalendarError) -> Day {
        let index = try insertionPoint(day.adding(1))
        guard index < sessions.count else { throw notCovered(coverage.upperBound.adding(1)) }
        return sessions[index]
    }

    /// The last session before a day.
    public func previous(before day: Day) throws(CalendarError) -> Day {
        let last = try insertionPoint(day.adding(-1))
        let index = last < sessions.count && sessions[last] < day ? last : last - 1
        guard index >= 0 else { throw notCovered(coverage.lowerBound.adding(-1)) }
        return sessions[index]
    }

    /// The sessions from a day to another, both included, ascending.
    public func sessions(from first: Day, through last: Day) throws(CalendarError) -> [Day] {
        guard first <= last else { return [] }
        let start = try insertionPoint(first)
        _ = try insertionPoint(last)
        return Array(sessions[start...].prefix { $0 <= last })
    }

    /// The index of the first session at or after a day.
    private func insertionPoint(_ day: Day) throws(CalendarError) -> Int {
        guard coverage.contains(day) else { throw notCovered(day) }
        var (low, high) = (0, sessions.count)
        while low < high {
            let middle = (low + high) / 2
            if sessions[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func notCovered(_ day: Day) -> CalendarError {
        .notCovered(calendar: "exchange sessions", day: day, coverage: coverage)
    }
}
