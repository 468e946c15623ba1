import Dates
import Input
import Market
import Testing

@Suite("Reach of the calendars")
struct CalendarQualityTests {
    private func check(_ day: String, horizon: Int = 60) throws -> [String] {
        let sessions = try TradingCalendar(
            coverage: CSVReader(text: "calendar,first,last\nsessions,2026-01-01,2026-12-31\n", file: "coverage.csv"),
            holidays: CSVReader(text: "date\n", file: "holidays.csv"),
            earlyCloses: CSVReader(text: "date,close_et\n", file: "early.csv"))
        let range = try #require(Day("2026-01-01"))...(try #require(Day("2027-12-31")))
        let economics = EconomicCalendar(events: [], coverage: [.fomc: range, .cpi: range])
        return CalendarQuality.check(
            sessions: sessions, economics: economics, on: try #require(Day(day)), horizon: horizon
        ).map { "\($0.severity) \($0.rule) \($0.subject)" }
    }

    @Test("calendars that reach far enough are not mentioned; one that knows nothing always is")
    func reach() throws {
        #expect(try check("2026-06-01") == ["error calendar.ended employment"])
    }

    @Test("a calendar that ends soon is a warning up to its last day, an error after it and before its first")
    func ending() throws {
        #expect(try check("2026-11-02") == ["warning calendar.ending sessions", "error calendar.ended employment"])
        #expect(try check("2026-11-01") == ["error calendar.ended employment"])
        #expect(try check("2026-12-31").first == "warning calendar.ending sessions")
        #expect(try check("2027-01-01").first == "error calendar.ended sessions")
        #expect(
            try check("2025-12-31") == [
                "error calendar.ended sessions", "error calendar.ended fomc", "error calendar.ended cpi",
                "error calendar.ended employment",
            ])
    }
}
