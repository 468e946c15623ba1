public import Dates
public import Foundation
public import Input

/// FOMC statements, CPI releases and employment reports, with the range of days for which each is known.
public struct EconomicCalendar: Sendable {
    /// All events, ascending by time.
    public let events: [EconomicEvent]
    /// The days for which each kind of event is known; a kind without a range is known for no day.
    public let coverage: [EconomicEvent.Kind: ClosedRange<Day>]

    /// Reads `coverage.csv` and one file per kind (`fomc.csv`, `cpi.csv`, `employment.csv`) of a folder.
    public init(directory: URL) throws(CalendarError) {
        func reader(_ name: String) throws(CalendarError) -> CSVReader {
            do { return try CSVReader(contentsOf: directory.appending(path: name)) } catch { throw .file(error) }
        }
        var files: [EconomicEvent.Kind: CSVReader] = [:]
        for kind in EconomicEvent.Kind.allCases { files[kind] = try reader("\(kind.rawValue).csv") }
        try self.init(coverage: try reader("coverage.csv"), files: files)
    }

    /// Reads coverage (`calendar,first,last`) and a table per kind (`date,time_et,status`).
    public init(coverage: CSVReader, files: [EconomicEvent.Kind: CSVReader]) throws(CalendarError) {
        let ranges = try CalendarFile.coverage(coverage)
        var events: [EconomicEvent] = []
        var covered: [EconomicEvent.Kind: ClosedRange<Day>] = [:]
        for kind in EconomicEvent.Kind.allCases {
            guard let file = files[kind], let range = ranges[kind.rawValue] else { continue }
            covered[kind] = range
            events += try CalendarFile.rows(file, columns: ["date", "time_et", "status"]) { row throws(CSVError) in
                let (day, minute) = (try row.day("date"), try row.minuteOfDay("time_et"))
                guard range.contains(day) else {
                    throw row.invalid("date", "lies outside the coverage, \(range.lowerBound) to \(range.upperBound)")
                }
                return EconomicEvent(
                    kind: kind, time: NewYork.instant(day, hour: minute / 60, minute: minute % 60),
                    status: try row.choice("status"))
            }
        }
        self.init(events: events, coverage: covered)
    }

    /// A calendar of events and the range of days for which each kind is known.
    public init(events: [EconomicEvent], coverage: [EconomicEvent.Kind: ClosedRange<Day>]) {
        let order = EconomicEvent.Kind.allCases
        self.events = events.sorted {
            ($0.time, order.firstIndex(of: $0.kind) ?? 0) < ($1.time, order.firstIndex(of: $1.kind) ?? 0)
        }
        self.coverage = coverage
    }

    /// The events at most this many seconds before or after an instant, ascending.
    ///
    /// Unannounced events count only once they have taken place: nobody knew of them before. Throws where any kind's
    /// coverage does not reach over the whole stretch; an unknown day is never taken for a quiet one.
    public func events(within seconds: Int, of instant: Instant) throws(CalendarError) -> [EconomicEvent] {
        let (start, end) = (instant.adding(seconds: -seconds), instant.adding(seconds: seconds))
        for kind in EconomicEvent.Kind.allCases {
            for day in [NewYork.day(at: start), NewYork.day(at: end)] {
                try requireCoverage(of: kind, on: day)
            }
        }
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if events[middle].time < start { low = middle + 1 } else { high = middle }
        }
        return events[low...].prefix { $0.time <= end }
            .filter { $0.status != .unscheduled || $0.time <= instant }
    }

    private func requireCoverage(of kind: EconomicEvent.Kind, on day: Day) throws(CalendarError) {
        guard let range = coverage[kind], range.contains(day) else {
            throw .notCovered(calendar: kind.rawValue, day: day, coverage: coverage[kind])
        }
    }
}
