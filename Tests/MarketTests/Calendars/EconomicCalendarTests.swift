import Dates
import Input
import Market
import Testing

private let hours = 3600

@Suite("Economic events")
struct EconomicCalendarTests {
    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    private func march(
        fomc: String = "2020-03-15,17:00,unscheduled\n", cpi: String = "2020-03-11,08:30,happened\n",
        coverage: String = "fomc,2020-03-01,2020-03-31\ncpi,2020-03-01,2020-03-20\nemployment,2020-03-01,2020-03-31\n"
    ) throws -> EconomicCalendar {
        let header = "date,time_et,status\n"
        return try EconomicCalendar(
            coverage: CSVReader(text: "calendar,first,last\n" + coverage, file: "coverage.csv"),
            files: [
                .fomc: CSVReader(text: header + fomc, file: "fomc.csv"),
                .cpi: CSVReader(text: header + cpi, file: "cpi.csv"),
                .employment: CSVReader(text: header + "2020-03-06,08:30,happened\n", file: "employment.csv"),
            ])
    }

    @Test("events are found up to the very second before and after")
    func window() throws {
        let calendar = try march()
        // 08:30 New York summer time on 11 March 2020 is 12:30 UTC.
        let release = try instant("2020-03-11T12:30:00Z")
        #expect(try calendar.events(within: 24 * hours, of: release.adding(seconds: -24 * hours)).map(\.kind) == [.cpi])
        #expect(try calendar.events(within: 24 * hours, of: release.adding(seconds: 24 * hours)).map(\.kind) == [.cpi])
        #expect(try calendar.events(within: 24 * hours, of: release.adding(seconds: -24 * hours - 1)).isEmpty)
        #expect(try calendar.events(within: 24 * hours, of: release.adding(seconds: 24 * hours + 1)).isEmpty)
    }

    @Test("several events come in the order of their times")
    func order() throws {
        let calendar = try march()
        let found = try calendar.events(within: 3 * 24 * hours, of: instant("2020-03-09T12:30:00Z"))
        #expect(found.map(\.kind) == [.employment, .cpi])
    }

    @Test("what came unannounced is not known before it comes")
    func unscheduled() throws {
        let calendar = try march()
        let statement = try instant("2020-03-15T21:00:00Z")
        #expect(try calendar.events(within: 24 * hours, of: statement.adding(seconds: -1)).isEmpty)
        #expect(try calendar.events(within: 24 * hours, of: statement).map(\.status) == [.unscheduled])
        #expect(try calendar.events(within: 24 * hours, of: statement.adding(seconds: 3600)).map(\.kind) == [.fomc])
    }

    @Test("a stretch that one kind does not cover is unknown, not quiet")
    func coverage() throws {
        let calendar = try march()
        let error = CalendarError.notCovered(
            calendar: "cpi", day: try #require(Day("2020-03-21")), coverage: calendar.coverage[.cpi])
        #expect(throws: error) { try calendar.events(within: 24 * hours, of: instant("2020-03-20T15:00:00Z")) }
        #expect(throws: CalendarError.self) {
            try calendar.events(within: 24 * hours, of: instant("2020-03-01T15:00:00Z"))
        }
    }

    @Test("a kind without coverage is unknown throughout")
    func uncovered() throws {
        let calendar = try march(coverage: "fomc,2020-03-01,2020-03-31\nemployment,2020-03-01,2020-03-31\n")
        let error = CalendarError.notCovered(calendar: "cpi", day: try #require(Day("2020-03-09")), coverage: nil)
        #expect(throws: error) { try calendar.events(within: 24 * hours, of: instant("2020-03-10T15:00:00Z")) }
        #expect(error.description.hasPrefix("the calendar of cpi covers no day, not 2020-03-09;"))
    }

    @Test("rows outside of the coverage or of unknown status are refused with their place")
    func faults() throws {
        func message(_ calendar: () throws -> EconomicCalendar) -> String? {
            do { _ = try calendar() } catch { return "\(error)" }
            return nil
        }
        #expect(
            message { try march(cpi: "2020-04-10,08:30,happened\n") }
                == "cpi.csv:2:1: date '2020-04-10' lies outside the coverage, 2020-03-01 to 2020-03-20")
        #expect(
            message { try march(cpi: "2020-03-11,08:30,maybe\n") }
                == "cpi.csv:2:18: status 'maybe' is not one of happened, scheduled, unscheduled")
    }
}

@Suite("The economic calendar that is shipped")
struct ShippedEconomicCalendarTests {
    let calendar: EconomicCalendar

    init() throws { calendar = try EconomicCalendar(directory: ProjectData.calendars) }

    private func days(_ kind: EconomicEvent.Kind, in year: Int) -> [Day] {
        calendar.events.filter { $0.kind == kind && $0.status != .unscheduled }.map { NewYork.day(at: $0.time) }
            .filter { $0.year == year }
    }

    @Test("each year has eight FOMC statements, but 2020, whose March meeting was cancelled", arguments: 2007...2027)
    func statements(_ year: Int) {
        #expect(days(.fomc, in: year).count == (year == 2020 ? 7 : 8))
    }

    @Test("each year has twelve releases, but 2025, whose October ones were cancelled", arguments: 2007...2026)
    func releases(_ year: Int) {
        #expect(days(.cpi, in: year).count == (year == 2025 ? 11 : 12))
        #expect(days(.employment, in: year).count == (year == 2025 ? 11 : 12))
    }

    @Test("announced events fall on weekdays: no FOMC statement on a Monday or Friday, no CPI on a Monday")
    func weekdays() {
        for event in calendar.events where event.status != .unscheduled {
            let day = NewYork.day(at: event.time)
            #expect(!day.weekday.isWeekend, "\(event.kind) on \(day)")
            if event.kind == .fomc { #expect(day.weekday != .monday && day.weekday != .friday, "\(day)") }
            if event.kind == .cpi { #expect(day.weekday != .monday, "\(day)") }
        }
    }

    /// The Bureau of Labor Statistics releases on the third Friday after the week that contains the 12th of the month
    /// reported on. Exceptions: around Independence Day on the Thursday, in early January a week later, and after
    /// shutdowns; the other 2022–2026 dates that differ follow the published schedules.
    @Test("employment reports up to 2021 follow their rule, but for known exceptions")
    func employmentRule() {
        var exceptions: [String] = []
        for year in 2007...2021 {
            for day in days(.employment, in: year) {
                let reported = Day(day.month == 1 ? year - 1 : year, day.month == 1 ? 12 : day.month - 1, 12)
                guard let reported else { continue }
                let saturday = reported.adding((6 - reported.weekday.rawValue + 7) % 7)
                if saturday.adding(20) != day { exceptions.append(day.iso) }
            }
        }
        #expect(
            exceptions == [
                "2008-07-03", "2009-01-09", "2009-07-02", "2010-01-08", "2013-10-22", "2013-11-08", "2014-01-10",
                "2014-07-03", "2015-01-09", "2015-07-02", "2016-01-08", "2020-01-10", "2020-07-02", "2021-01-08",
            ])
    }

    /// Press releases of the Federal Reserve and of the Bureau of Labor Statistics.
    @Test(
        "known moments",
        arguments: [
            (EconomicEvent.Kind.fomc, "2008-12-16 14:15"), (.fomc, "2011-04-27 12:30"), (.fomc, "2012-09-13 12:30"),
            (.fomc, "2013-01-30 14:15"), (.fomc, "2013-03-20 14:00"), (.fomc, "2020-03-15 17:00"),
            (.cpi, "2008-10-16 08:30"), (.cpi, "2013-10-30 08:30"), (.cpi, "2015-02-26 08:30"),
            (.cpi, "2025-10-24 08:30"),
            (.employment, "2013-10-22 08:30"), (.employment, "2020-07-02 08:30"), (.employment, "2025-11-20 08:30"),
        ])
    func known(_ kind: EconomicEvent.Kind, _ wallTime: String) {
        #expect(calendar.events.contains { $0.kind == kind && NewYork.wallTime($0.time) == wallTime })
    }

    @Test("the back-test of 2008 to 2019 is covered with a week to spare on both sides")
    func coverage() throws {
        for kind in EconomicEvent.Kind.allCases {
            let range = try #require(calendar.coverage[kind])
            let days = try [#require(Day("2007-12-25")), #require(Day("2020-01-07"))]
            #expect(days.allSatisfy(range.contains))
        }
    }
}
