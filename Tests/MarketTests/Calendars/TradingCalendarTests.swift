import Dates
import Foundation
import Input
import Market
import Testing

@Suite("The exchange's sessions")
struct TradingCalendarTests {
    /// New Year's week of 2025: a holiday on Wednesday, an early close made up for Friday.
    private func week(
        coverage: String = "sessions,2024-12-30,2025-01-05", holidays: String = "2025-01-01",
        early: String = "2025-01-03,13:00"
    ) throws -> TradingCalendar {
        try TradingCalendar(
            coverage: CSVReader(text: "calendar,first,last\n\(coverage)\n", file: "coverage.csv"),
            holidays: CSVReader(text: "date,holiday\n\(holidays),x\n", file: "holidays.csv"),
            earlyCloses: CSVReader(text: "date,close_et\n\(early)\n", file: "early.csv"))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("weekends and holidays have no session, and an early close is one")
    func sessions() throws {
        let calendar = try week()
        #expect(calendar.sessions.map(\.iso) == ["2024-12-30", "2024-12-31", "2025-01-02", "2025-01-03"])
        #expect(try calendar.session(on: day("2025-01-01")) == nil)
        #expect(try calendar.session(on: day("2025-01-04")) == nil)
        let thursday = try #require(try calendar.session(on: day("2025-01-02")))
        // 09:30 and 16:00 in winter are 14:30 and 21:00 UTC.
        #expect(thursday.open.iso == "2025-01-02T14:30:00Z")
        #expect(thursday.close.iso == "2025-01-02T21:00:00Z")
        #expect(!thursday.isEarlyClose)
        let friday = try #require(try calendar.session(on: day("2025-01-03")))
        #expect(friday.close.iso == "2025-01-03T18:00:00Z")
        #expect(friday.isEarlyClose)
    }

    @Test("the sessions before and after a day, which need not be one itself")
    func neighbours() throws {
        let calendar = try week()
        #expect(try calendar.next(after: day("2024-12-31")).iso == "2025-01-02")
        #expect(try calendar.next(after: day("2025-01-01")).iso == "2025-01-02")
        #expect(try calendar.previous(before: day("2025-01-02")).iso == "2024-12-31")
        #expect(try calendar.previous(before: day("2025-01-01")).iso == "2024-12-31")
        #expect(try calendar.previous(before: day("2025-01-06")).iso == "2025-01-03")
        #expect(
            try calendar.sessions(from: day("2024-12-31"), through: day("2025-01-02")).map(\.iso)
                == ["2024-12-31", "2025-01-02"])
        #expect(try calendar.sessions(from: day("2025-01-02"), through: day("2024-12-31")).isEmpty)
        #expect(try calendar.sessions(from: day("2025-01-04"), through: day("2025-01-05")).isEmpty)
    }

    @Test("beyond its coverage the calendar does not guess")
    func coverage() throws {
        let calendar = try week()
        let error = CalendarError.notCovered(
            calendar: "exchange sessions", day: try day("2025-01-06"), coverage: calendar.coverage)
        #expect(throws: error) { try calendar.session(on: day("2025-01-06")) }
        #expect(throws: error) { try calendar.next(after: day("2025-01-03")) }
        #expect(throws: error) { try calendar.sessions(from: day("2025-01-02"), through: day("2025-01-06")) }
        #expect(throws: CalendarError.self) { try calendar.previous(before: day("2024-12-30")) }
        #expect(throws: CalendarError.self) { try calendar.next(after: day("2025-01-05")) }
        #expect(
            error.description
                == "the calendar of exchange sessions covers 2024-12-30 to 2025-01-05, not 2025-01-06; "
                + "extend its file in data/calendars and its line in coverage.csv")
    }

    @Test("files that contradict themselves are refused with file, line and column")
    func contradictions() throws {
        func message(_ calendar: () throws -> TradingCalendar) -> String? {
            do { _ = try calendar() } catch { return "\(error)" }
            return nil
        }
        #expect(message { try week(holidays: "2025-01-04") } == "holidays.csv:2:1: date '2025-01-04' is a Saturday")
        #expect(
            message { try week(early: "2025-01-01,13:00") }
                == "early.csv:2:1: date '2025-01-01' is no session, so it has no close")
        #expect(
            message { try week(early: "2025-01-03,16:00") }
                == "early.csv:2:12: close_et '16:00' does not lie between 09:30 and 16:00")
        #expect(
            message { try week(coverage: "sessions,2025-01-05,2024-12-30") }
                == "coverage.csv:2:21: last '2024-12-30' lies before the first day, 2025-01-05")
        #expect(
            message { try week(coverage: "fomc,2025-01-05,2025-12-30") }
                == "coverage.csv:1: has no line 'sessions'; add one with its range")
        #expect(
            message { try week(holidays: "1 January") }
                == "holidays.csv:2:1: date '1 January' is not a date; write YYYY-MM-DD")
    }

    @Test("a folder without the files is refused")
    func absent() {
        #expect(throws: CalendarError.self) {
            try TradingCalendar(directory: URL(filePath: "/nonexistent"))
        }
    }
}

@Suite("The exchange calendar that is shipped")
struct ShippedTradingCalendarTests {
    let calendar: TradingCalendar

    init() throws { calendar = try TradingCalendar(directory: ProjectData.calendars) }

    /// Counted with the Python library exchange_calendars 4.13 (calendar XNYS), which agrees with this calendar on
    /// every session and every early close of these years; 2028 by the exchange's rules.
    @Test(
        "each year has its number of sessions",
        arguments: [
            (2006, 251), (2007, 251), (2008, 253), (2009, 252), (2010, 252), (2011, 252), (2012, 250), (2013, 252),
            (2014, 252), (2015, 252), (2016, 252), (2017, 251), (2018, 251), (2019, 252), (2020, 253), (2021, 252),
            (2022, 251), (2023, 250), (2024, 252), (2025, 250), (2026, 251), (2027, 251), (2028, 251),
        ])
    func counts(_ year: Int, _ count: Int) {
        #expect(calendar.sessions.count { $0.year == year } == count)
    }

    @Test(
        "closings that no rule foresees",
        arguments: [
            "2007-01-02", "2012-10-29", "2012-10-30", "2018-12-05", "2025-01-09",
        ])
    func specialClosings(_ text: String) throws {
        let day = try #require(Day(text))
        #expect(try calendar.session(on: day) == nil)
    }

    @Test(
        "days that are sessions though a rule of thumb says otherwise",
        arguments: [
            "2010-12-31", "2021-12-31", "2021-06-18", "2011-01-03", "2027-12-31",
        ])
    func openAfterAll(_ text: String) throws {
        let day = try #require(Day(text))
        #expect(try calendar.session(on: day) != nil)
    }

    @Test(
        "early closes at 13:00",
        arguments: [
            "2006-07-03", "2006-11-24", "2007-12-24", "2008-12-24", "2013-07-03", "2018-07-03", "2024-07-03",
            "2026-12-24",
        ])
    func earlyCloses(_ text: String) throws {
        let day = try #require(Day(text))
        let session = try #require(try calendar.session(on: day))
        #expect(session.isEarlyClose)
        #expect(NewYork.minuteOfDay(at: session.close) == 13 * 60)
    }

    @Test("sessions of the real prices and of the calendar are the same", .enabled(if: RealData.isPresent))
    func realSessions() throws {
        let (bars, findings) = try BarFile.read(CSVReader(contentsOf: RealData.bars("SPY")), symbol: "SPY")
        #expect(findings.isEmpty)
        let days = bars.map(\.day)
        let (first, last) = try (#require(days.first), #require(days.last))
        #expect(try calendar.sessions(from: first, through: last) == days)
    }
}
