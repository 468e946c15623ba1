import Dates
import Testing

@Suite struct NewYorkTests {
    // Python 3.11 zoneinfo("America/New_York"), tzdata 2025b.
    @Test(
        "UTC and New York wall time agree with the time zone database",
        arguments: [
            ("2026-07-31T20:00:00Z", "2026-07-31 16:00"), ("2026-01-15T21:00:00Z", "2026-01-15 16:00"),
            ("2026-03-08T06:59:59Z", "2026-03-08 01:59"), ("2026-03-08T07:00:00Z", "2026-03-08 03:00"),
            ("2026-11-01T05:59:00Z", "2026-11-01 01:59"), ("2026-11-01T06:00:00Z", "2026-11-01 01:00"),
            ("2006-04-02T07:00:00Z", "2006-04-02 03:00"), ("2006-10-29T05:59:00Z", "2006-10-29 01:59"),
            ("2006-10-29T06:00:00Z", "2006-10-29 01:00"), ("2027-01-01T04:30:00Z", "2026-12-31 23:30"),
            ("2024-06-04T01:30:00Z", "2024-06-03 21:30"),
        ])
    func wallTime(utc: String, wall: String) throws {
        #expect(NewYork.wallTime(try #require(Instant(utc))) == wall)
    }

    @Test("Each 16:00 close of three decades returns to its day and time")
    func closes() throws {
        let first = try #require(Day(2000, 1, 1))
        for offset in 0..<11_000 {
            let day = first.adding(offset)
            let close = NewYork.instant(day, hour: 16)
            #expect(NewYork.day(at: close) == day && NewYork.minuteOfDay(at: close) == 960)
        }
    }
}
