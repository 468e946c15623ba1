import Dates
import Input
import Market
import Testing

@Suite("Quality of bars")
struct BarQualityTests {
    /// The two weeks around Christmas 2024; the 25th and New Year's Day are holidays.
    private func calendar() throws -> TradingCalendar {
        try TradingCalendar(
            coverage: CSVReader(text: "calendar,first,last\nsessions,2024-12-16,2025-01-03\n", file: "coverage.csv"),
            holidays: CSVReader(text: "date\n2024-12-25\n2025-01-01\n", file: "holidays.csv"),
            earlyCloses: CSVReader(text: "date,close_et\n2024-12-24,13:00\n", file: "early.csv"))
    }

    private func bar(
        _ day: String, _ close: Double = 100, open: Double? = nil, high: Double? = nil, low: Double? = nil,
        volume: Double = 1000
    ) throws -> Bar {
        Bar(
            day: try #require(Day(day)), open: open ?? close, high: high ?? close + 1, low: low ?? close - 1,
            close: close, volume: volume)
    }

    private func check(
        _ bars: [Bar], splits: [Split] = [], limits: BarQuality.Limits = .init()
    ) throws -> [String] {
        try BarQuality.check(bars, symbol: "XYZ", calendar: calendar(), splits: splits, limits: limits)
            .map { "\($0.severity) \($0.rule) \($0.message)" }
    }

    @Test("bars without a fault have no finding, over a holiday and a weekend")
    func clean() throws {
        let bars = try [
            bar("2024-12-20", 100), bar("2024-12-23", 101), bar("2024-12-24", 102), bar("2024-12-26", 101),
        ]
        #expect(try check(bars) == [])
    }

    @Test("no bar at all")
    func empty() throws {
        #expect(try check([]) == ["error bars.empty XYZ: there is no bar at all"])
    }

    @Test("a session without a bar is a gap")
    func gap() throws {
        let bars = try [bar("2024-12-20", 100), bar("2024-12-26", 101)]
        #expect(
            try check(bars) == [
                "error bars.gap XYZ on 2024-12-23: the session has no bar",
                "error bars.gap XYZ on 2024-12-24: the session has no bar",
            ])
    }

    @Test("a bar where the exchange was closed, or beyond the calendar")
    func nonSession() throws {
        #expect(
            try check([bar("2024-12-24", 100), bar("2024-12-25", 101)]) == [
                "error bars.non-session XYZ on 2024-12-25: the exchange had no session on this Wednesday"
            ])
        #expect(
            try check([bar("2025-01-03", 100), bar("2025-01-06", 101)]) == [
                "error bars.calendar-end XYZ on 2025-01-06: the calendar of exchange sessions covers 2024-12-16 to "
                    + "2025-01-03, not 2025-01-06; extend its file in data/calendars and its line in coverage.csv"
            ])
    }

    @Test("days twice and out of order")
    func order() throws {
        #expect(
            try check([bar("2024-12-23", 100), bar("2024-12-23", 101), bar("2024-12-20", 99)]) == [
                "error bars.unordered XYZ on 2024-12-20: the day comes after 2024-12-23; sort the file by date",
                "error bars.duplicate XYZ on 2024-12-23: the day is there twice",
            ])
    }

    @Test("prices that cannot be")
    func prices() throws {
        #expect(
            try check([bar("2024-12-23", 100, open: 0, low: 0)]) == [
                "error bars.price XYZ on 2024-12-23: open is 0.0, not above zero",
                "error bars.price XYZ on 2024-12-23: low is 0.0, not above zero",
            ])
        #expect(
            try check([bar("2024-12-23", 100, high: 98, low: 99)]) == [
                "error bars.range XYZ on 2024-12-23: high 98.0 is below low 99.0"
            ])
        #expect(
            try check([bar("2024-12-23", 100, open: 103, high: 102, low: 101)]) == [
                "error bars.range XYZ on 2024-12-23: open 103.0 lies outside low 101.0 to high 102.0",
                "error bars.range XYZ on 2024-12-23: close 100.0 lies outside low 101.0 to high 102.0",
            ])
    }

    @Test("no volume, but for an index")
    func volume() throws {
        let bars = try [bar("2024-12-23", 100, volume: 0)]
        #expect(try check(bars) == ["warning bars.zero-volume XYZ on 2024-12-23: volume is 0.0"])
        #expect(try check(bars, limits: .index) == [])
    }

    @Test("a bar that repeats the one before")
    func stale() throws {
        #expect(
            try check([bar("2024-12-23", 100), bar("2024-12-24", 100)]) == [
                "warning bars.stale XYZ on 2024-12-24: all prices equal those of 2024-12-23"
            ])
    }

    @Test("a jump that looks like a split, one that looks like none, and one that is listed")
    func jumps() throws {
        let halved = try [bar("2024-12-23", 100), bar("2024-12-24", 51)]
        #expect(
            try check(halved) == [
                "error bars.jump XYZ on 2024-12-24: close went from 100.0 to 51.0; looks like a split of 2 for 1; "
                    + "list it in splits.csv"
            ])
        #expect(
            try check([bar("2024-12-23", 100), bar("2024-12-24", 130)]) == [
                "error bars.jump XYZ on 2024-12-24: close went from 100.0 to 130.0; no listed split explains it"
            ])
        let day = try #require(Day("2024-12-24"))
        let split = Split(symbol: "XYZ", day: day, ratio: 2)
        #expect(
            try check(halved, splits: [split, Split(symbol: "ABC", day: day, ratio: 5)]) == [
                "note bars.split XYZ on 2024-12-24: close went from 100.0 to 51.0, explained by the listed split of 2.0 for 1"
            ])
        #expect(
            try check(
                [bar("2024-12-23", 100), bar("2024-12-24", 51)], splits: [Split(symbol: "XYZ", day: day, ratio: 4)])
                == [
                    "error bars.jump XYZ on 2024-12-24: close went from 100.0 to 51.0, which the listed split of 4.0 for 1 does not explain"
                ])
    }

    @Test("a listed split that the prices do not show was adjusted away before")
    func unseen() throws {
        let split = Split(symbol: "XYZ", day: try #require(Day("2024-12-24")), ratio: 2)
        let adjusted = try [bar("2024-12-23", 100), bar("2024-12-24", 101)]
        #expect(
            try check(adjusted, splits: [split]) == [
                "error bars.split-unseen XYZ on 2024-12-24: close went from 100.0 to 101.0 on the day of a split of "
                    + "2.0 for 1; use prices that are not adjusted for splits"
            ])
    }

    @Test("a small distribution in shares needs no jump to be believed")
    func smallSplit() throws {
        let split = Split(symbol: "XYZ", day: try #require(Day("2024-12-24")), ratio: 1.05)
        #expect(try check([bar("2024-12-23", 100), bar("2024-12-24", 95)], splits: [split]) == [])
    }

    /// VIX closed at 17.31 on 2 February 2018 and at 37.32 on the next session, 116 % higher (Cboe).
    @Test("an index may double")
    func index() throws {
        let bars = try [bar("2024-12-23", 17.31, volume: 0), bar("2024-12-24", 37.32, volume: 0)]
        #expect(try check(bars, limits: .index) == [])
    }

    /// The one fault each of DIA and XLK is in the source itself.
    @Test(
        "the real bars of 2006 to 2019 are sound but for two days", .enabled(if: RealData.isPresent),
        arguments: [
            ("SPY", []), ("QQQ", []), ("IWM", []), ("DIA", ["bars.zero-volume 2010-12-16"]), ("XLE", []),
            ("XLK", ["bars.stale 2014-07-18"]), ("VIX", []),
        ])
    func real(_ symbol: String, _ expected: [String]) throws {
        let (bars, faults) = try BarFile.read(CSVReader(contentsOf: RealData.bars(symbol)), symbol: symbol)
        #expect(faults.isEmpty)
        #expect(bars.count == 3379)
        let findings = BarQuality.check(
            bars, symbol: symbol, calendar: try TradingCalendar(directory: ProjectData.calendars),
            limits: symbol == "VIX" ? .index : .init())
        #expect(findings.map { "\($0.rule) \($0.day?.iso ?? "")" } == expected)
    }
}
