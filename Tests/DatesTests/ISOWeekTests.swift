import Dates
import Testing

@Suite struct ISOWeekTests {
    // Python 3.11: date.isocalendar().
    @Test(
        "A week is named by its ISO year",
        arguments: [
            ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
            ("2026-07-31", "2026-W31"), ("2027-01-01", "2026-W53"), ("2026-11-23", "2026-W48"),
            ("2008-12-29", "2009-W01"),
        ])
    func naming(day: String, name: String) throws {
        let day = try #require(Day(day))
        let week = ISOWeek(containing: day)
        #expect(week.description == name)
        #expect(ISOWeek(name) == week)
        #expect(week.contains(day))
        #expect(week.monday.weekday == .monday && week.sunday.weekday == .sunday && week.friday.weekday == .friday)
        #expect(week.previous.next == week && week.previous < week)
        #expect(!week.contains(week.next.monday))
    }

    @Test(
        "What is not a week is refused",
        arguments: ["2026-31", "2026-W54", "2025-W53", "2026-W00", "2026-w31", "26-W31", "2026-W3", "2026-W+1", ""])
    func refused(text: String) {
        #expect(ISOWeek(text) == nil)
    }
}
