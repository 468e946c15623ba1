import Dates
import Foundation
import Testing

@Suite struct DayTests {
    // Weekdays and day numbers from Python 3.11's datetime: date(...).isoweekday(), (date - date(1970, 1, 1)).days.
    @Test(
        "A day knows its number, its parts and its weekday",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
            ("2024-12-30", 20_087, .monday), ("2026-07-31", 20_665, .friday), ("1900-03-01", -25_508, .thursday),
            ("9999-12-31", 2_932_896, .friday), ("0001-01-01", -719_162, .monday),
        ])
    func parts(text: String, number: Int, weekday: Weekday) throws {
        let day = try #require(Day(text))
        #expect(day.daysSince1970 == Int32(number))
        #expect(day.weekday == weekday)
        #expect(day.iso == text)
        #expect(Day(day.year, day.month, day.dayOfMonth) == day)
    }

    @Test(
        "What is not a date is refused",
        arguments: [
            "", "2026-7-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026/07/31", "2026-07-31 ",
            "2026-07-3a", "20260731", "２026-07-31", "0000-01-01",
        ])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("Every day of four centuries returns to itself, one after the other")
    func roundTrip() throws {
        let first = try #require(Day(1800, 1, 1))
        var previous = first.adding(-1)
        for offset in 0..<146_097 {
            let day = first.adding(offset)
            #expect(previous.days(to: day) == 1 && previous < day)
            #expect(Day(day.iso) == day)
            previous = day
        }
    }

    @Test("A day is coded as its ISO text")
    func coding() throws {
        let day = try #require(Day("2026-07-31"))
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == "[\"2026-07-31\"]")
        #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[\"31.7.26\"]".utf8)) }
    }

    @Test("Months outside the year have no length")
    func lengths() {
        #expect(
            (0...13).map { Day.length(ofMonth: $0, in: 2025) } == [
                0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0,
            ])
        #expect(Day.length(ofMonth: 2, in: 1900) == 28)
        #expect(Day.length(ofMonth: 2, in: 2000) == 29)
    }

    @Test("Weekdays bear their English names, two of them a weekend")
    func weekdays() {
        #expect(
            Weekday.allCases.map(\.name).joined(separator: " ")
                == "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
