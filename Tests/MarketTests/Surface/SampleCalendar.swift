import Dates
import Foundation
import Input
import Market
import Testing

/// Sessions from 2020 through 2026: weekdays, less a few holidays, with one early close.
func sampleCalendar() throws -> TradingCalendar {
    try TradingCalendar(
        coverage: CSVReader(text: "calendar,first,last\nsessions,2020-01-01,2026-12-31\n", file: "coverage.csv"),
        holidays: CSVReader(
            text: "date\n2024-01-01\n2024-01-15\n2024-02-19\n2024-03-29\n2024-05-27\n2024-06-19\n2024-07-04\n",
            file: "holidays.csv"),
        earlyCloses: CSVReader(text: "date,close_et\n2024-07-03,13:00\n", file: "early.csv"))
}

/// A day that a test names.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// Whether two numbers differ by at most a tolerance.
func isClose(_ first: Double, _ second: Double, within tolerance: Double) -> Bool {
    abs(first - second) <= tolerance
}

/// A value written to JSON and read back.
func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}
