import Dates
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct ChartTests {
    // Heckbert's rule by hand: the least of 1, 2, 5 × 10ⁿ that makes at most the number of steps.
    @Test(
        "A scale encloses its values between round numbers",
        arguments: [
            ([0.0, 97], 0, [0.0, 20, 40, 60, 80, 100]), ([-1480.25, 2310.5], 2, [-2000, -1000, 0, 1000, 2000, 3000]),
            ([0.001, 0.0045], 4, [0.001, 0.002, 0.003, 0.004, 0.005]), ([3, 4], 0, [3, 4]), ([5, 5], 0, [4, 5, 6]),
            ([0, 0], 0, [-1, 0, 1]), ([], 0, [-1, 0, 1]),
            ([1e15, 1.2e15], 2, [1e15, 1.05e15, 1.1e15, 1.15e15, 1.2e15]),
        ] as [([Double], Int, [Double])])
    func ticks(values: [Double], decimals: Int, expected: [Double]) {
        let scale = LinearScale(enclosing: values, decimals: decimals, ticks: 5, start: 0, end: 100)
        #expect(scale.ticks.count == expected.count)
        for (tick, value) in zip(scale.ticks, expected) { #expect(abs(tick - value) <= abs(value) * 1e-12) }
        #expect(scale.position(scale.low) == 0)
        #expect(scale.position(scale.high) == 100)
    }

    @Test(
        "Nor do values that are all among the largest",
        arguments: [[1e307, 1e308], [1e308], [-1e308, -5e306], [1e-300, 2e-300], [-1e-300]])
    func beyond(values: [Double]) {
        let scale = LinearScale(enclosing: values, decimals: 2, ticks: 5, start: 0, end: 100)
        #expect(scale.low < scale.high && scale.ticks.count > 1 && scale.ticks.count < 20)
    }

    @Test("The largest numbers there are do not break a scale")
    func extremes() {
        let scale = LinearScale(enclosing: [-1e308, 1e308], decimals: 2, ticks: 5, start: 0, end: 100)
        #expect(scale.ticks.allSatisfy { $0.isFinite })
        #expect((49...51).contains(scale.position(0)))
    }

    // From a calendar: 2026-05-04 and 2026-07-06 are Mondays.
    @Test(
        "A time axis counts days, weeks, months or years as there is room",
        arguments: [
            ("2026-07-27", "2026-07-31", ["27 Jul", "28 Jul", "29 Jul", "30 Jul", "31 Jul"]),
            ("2026-07-20", "2026-07-31", ["20 Jul", "22 Jul", "24 Jul", "26 Jul", "28 Jul", "30 Jul"]),
            ("2026-07-01", "2026-08-10", ["6 Jul", "13 Jul", "20 Jul", "27 Jul", "3 Aug", "10 Aug"]),
            ("2025-11-15", "2026-06-15", ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun"]),
            ("2024-02-10", "2026-02-10", ["Apr", "Jul", "Oct", "Jan", "Apr", "Jul", "Oct", "Jan"]),
            ("2010-06-01", "2026-06-01", ["2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"]),
            ("2026-07-31", "2026-07-31", ["31 Jul"]),
        ])
    func dates(first: String, last: String, labels: [String]) throws {
        let axis = DateTicks(from: try #require(Day(first)), to: try #require(Day(last)), atMost: 9)
        #expect(axis.ticks.map(\.label) == labels)
    }

    @Test("The year stands below the first tick and where it changes")
    func years() throws {
        let axis = DateTicks(from: Sample.day(2025, 11, 15), to: Sample.day(2026, 3, 1), atMost: 9)
        #expect(axis.ticks.compactMap(\.year) == ["2025", "2026"])
    }

    @Test("A gap in a series breaks its line; a lone value is a dot")
    func gaps() {
        let svg = ChartDrawing.standaloneSVG(Sample.equity)
        #expect(svg.matches(of: #/<path class="cl k0"/#).count == 2)
        #expect(svg.matches(of: #/<path class="cl k1"/#).count == 1)
        let dot = ChartDrawing.standaloneSVG(Sample.onePoint)
        #expect(dot.matches(of: #/<circle class="cf k0"/#).count == 1)
        #expect(!dot.contains("<path class=\"cl"))
    }

    @Test("A loss is drawn to the left of zero in its own colour, with its value as words")
    func negative() throws {
        let svg = ChartDrawing.standaloneSVG(Sample.bySymbol)
        #expect(svg.contains("<title>QQQ\nP&amp;L: -$1,480.25</title>"))
        let zero = try #require(svg.firstMatch(of: #/<path class="cz" d="M([0-9.]+),/#).flatMap { Double($0.1) })
        let loss = try #require(svg.firstMatch(of: #/<rect class="cf neg" x="([0-9.]+)"[^>]* width="([0-9.]+)"/#))
        let start = try #require(Double(loss.1))
        let width = try #require(Double(loss.2))
        #expect(abs(start + width - zero) < 0.15)
        #expect(svg.matches(of: #/<rect class="cf/#).count == 5)
    }

    @Test("Without values there is a sentence and no axis", arguments: [Sample.noPoint, Sample.nothing])
    func nothing(chart: ChartBlock) {
        let svg = ChartDrawing.standaloneSVG(chart)
        #expect(svg.contains("No values to draw"))
        #expect(!svg.contains("class=\"cg\""))
    }

    @Test("Days stand in proportion to the calendar, also when they come in another order")
    func horizontal() {
        let days = [Sample.day(2026, 7, 1), Sample.day(2026, 7, 11), Sample.day(2026, 7, 6)]
        let places = HorizontalPlaces(days: days, count: 3, left: 0, right: 100, halfPlaceFree: false)
        #expect(places.places == [8, 92, 50])
        #expect(places.place(of: Sample.day(2026, 7, 6)) == 50)
    }

    @Test("Texts of ticks lose the zeros that all of them have, and only those")
    func tickTexts() {
        #expect(Sample.equity.tickTexts([98_000, 100_000]) == ["$98,000", "$100,000"])
        #expect(Sample.equity.tickTexts([0.5, 1]) == ["$0.50", "$1.00"])
        #expect(Sample.onePoint.tickTexts([0.11, 0.12]) == ["11%", "12%"])
    }

    @Test("Names at the ends of lines keep apart and within the picture")
    func names() {
        let series = (0..<6).map {
            ChartBlock.Series(name: "s\($0)", title: "Series \($0)", values: [1, 1 + Double($0) / 1000])
        }
        let chart = ChartBlock(
            anchor: "a", title: "", alternative: "", kind: .line, xTitle: "Book", x: [.text("a"), .text("b")],
            series: series, format: .ratio)
        let places = ChartDrawing.standaloneSVG(chart).matches(of: #/<text class="ct e\d" x="[0-9.]+" y="([0-9.]+)"/#)
            .compactMap { Double($0.1) }
        #expect(places.count == 6)
        for (first, second) in zip(places, places.dropFirst()) { #expect(second - first >= 13.9) }
        #expect(places.allSatisfy { (10...290).contains($0) })
    }

    @Test("Long names are cut with an ellipsis, never in the middle of a character")
    func fitted() {
        #expect(SVGCanvas.fitted("short", width: 100) == "short")
        let cut = SVGCanvas.fitted("a very long name of a book 🚀🚀", width: 60)
        #expect(cut.hasSuffix("…") && SVGCanvas.width(cut) <= 66)
        #expect(SVGCanvas.fitted("🚀🚀", width: 1) == "🚀…")
    }

    @Test("Names along the bottom are thinned out, bars of two books stand side by side")
    func upright() {
        let many = ChartBlock(
            anchor: "a", title: "", alternative: "", kind: .line, xTitle: "n", x: (0..<60).map { .integer($0 * 1000) },
            series: [.init(name: "a", title: "A", values: (0..<60).map { Double($0) })], format: .integer)
        let svg = ChartDrawing.standaloneSVG(many)
        #expect(svg.matches(of: #/<text class="ct" [^>]*y="281"/#).count < 20)
        let bars = ChartDrawing.standaloneSVG(Sample.days)
        #expect(bars.matches(of: #/<rect class="cf k0" [^>]*><title>/#).count == 10)
        #expect(bars.matches(of: #/<rect class="cf" [^>]*fill="url\(#bar.k1\)"><title>/#).count == 10)
    }

    @Test("Flat bars of two series share a name and are told apart by a legend")
    func flatPairs() {
        let chart = ChartBlock(
            anchor: "a", title: "", alternative: "", kind: .bar, xTitle: "Book", x: [.text("Premium"), .text("Hedge")],
            series: [
                .init(name: "new", title: "MULTIBOOK", values: [10, nil]),
                .init(name: "old", title: "LEGACY", values: [-4, -2]),
            ], format: .integer)
        let svg = ChartDrawing.standaloneSVG(chart)
        #expect(svg.matches(of: #/<rect class="cf( k0)?" [^>]*><title>/#).count == 3)
        #expect(svg.matches(of: #/<text class="ct k"[^>]*>(MULTIBOOK|LEGACY)</#).count == 2)
        #expect(!svg.contains("cf neg"))
        #expect(svg.contains(">–</text>"))
    }
}
