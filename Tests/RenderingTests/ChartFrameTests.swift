import Dates
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct ChartFrameTests {
    private func line(_ count: Int, series: [String] = ["A"], yTitle: String = "") -> ChartBlock {
        ChartBlock(
            anchor: "a", title: "T", alternative: "Words", kind: .line, xTitle: "Day",
            x: (0..<count).map { .day(Sample.day(2024, 1, 1).adding($0)) },
            series: series.enumerated().map { number, title in
                .init(name: title, title: title, values: (0..<count).map { Double($0 * 7 % 13 + number) })
            }, format: .usd, yTitle: yTitle)
    }

    @Test("A page has a wide and a narrow drawing of a chart, each with its words; a heat-map has the wide one only")
    func sizes() {
        let svg = ChartDrawing.inlineSVG(line(5))
        #expect(svg.matches(of: #/<svg class="(wide|narrow)"[^>]* aria-label="Words"/#).count == 2)
        #expect(ChartDrawing.inlineSVG(Showcase.months).matches(of: #/<svg class="only"/#).count == 1)
        #expect(!ChartDrawing.inlineSVG(Showcase.months).contains("class=\"narrow\""))
    }

    @Test("Identifiers of the two drawings and of different charts differ")
    func identifiers() {
        let identifiers = (ChartDrawing.inlineSVG(Showcase.stack) + ChartDrawing.inlineSVG(Showcase.stackOfDays))
            .matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(identifiers.count == 10)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(Hatching(Showcase.stack, prefix: "a b)").look(1).fill == "a-b-.k1")
    }

    @Test(
        "A short line has a band for every day; a long one shares bands and says where they begin and end",
        arguments: [(1, 1, false), (48, 48, false), (49, 25, true), (2000, 48, true)])
    func bands(count: Int, bands: Int, isShared: Bool) throws {
        let svg = ChartDrawing.inlineSVG(line(count))
        #expect(svg.matches(of: #/<path class="ch"/#).count == bands)
        #expect(svg.contains(" data-bands=\"") == isShared)
        // The last day always has one.
        #expect(svg.contains("<title>\(Sample.day(2024, 1, 1).adding(count - 1).iso)\nA: "))
    }

    @Test("Steps of a line are those between rounded places, so that roundings do not add up")
    func steps() {
        #expect(SVGCanvas.line([]) == "")
        #expect(SVGCanvas.line([(1, 2)]) == "M1,2")
        #expect(SVGCanvas.line([(0, 0), (10, 0), (10, 5), (12.5, 2.5), (13, 3)]) == "M0,0h10v5l2.5,-2.5 0.5,0.5")
        let thirds = (0...30).map { (x: Double($0) / 3, y: 1.0) }
        let sum = SVGCanvas.line(thirds).dropFirst(5).split(separator: " ").compactMap { Double($0) }.reduce(0, +)
        #expect(abs(sum - 10) < 1e-9)
        #expect(SVGCanvas.line([(.nan, .infinity), (1e300, 0)]) == "M0,0h99999")
    }

    @Test("A picture that stands alone has neither bands nor marks that wait for a keyboard")
    func alone() {
        let svg = ChartDrawing.standaloneSVG(line(100))
        #expect(!svg.contains("class=\"ch\"") && !svg.contains("class=\"cm\""))
    }

    @Test("The lowest and the highest value are marked for the keyboard, but not what stands at the line's end")
    func extremes() throws {
        let svg = ChartDrawing.inlineSVG(line(20))
        let marks = try #require(svg.firstMatch(of: #/<g class="cm">([\s\S]*?)<\/g>/#)).1
        // 0, 7, 1, 8, 2, 9, 3, 10, 4, 11, 5, 12, 6, 0, …: lowest 0 and highest 12, last 3.
        #expect(marks.matches(of: #/>\$(0|12)\.00</#).count == 2)
        #expect(ChartDrawing.inlineSVG(line(2)).firstMatch(of: #/<g class="cm">\n<circle/#) != nil)
        #expect(!ChartDrawing.inlineSVG(line(1)).contains("<g class=\"cm\">\n<circle"))
    }

    @Test("Marks whose texts would meet keep their dots and move their texts apart")
    func extremesApart() {
        let chart = ChartBlock(
            anchor: "a", title: "", alternative: "", kind: .line, xTitle: "n", x: (0..<3).map { .integer($0) },
            series: [
                .init(name: "a", title: "A", values: [1, 9, 5]), .init(name: "b", title: "B", values: [1.01, 9.01, 5]),
            ], format: .ratio)
        let svg = ChartDrawing.inlineSVG(chart)
        let places = svg.matches(of: #/<text class="ct v" x="[0-9.]+" y="([0-9.]+)" text-anchor="middle">(9\.0[01])</#)
            .compactMap { Double($0.1) }
        #expect(places.count == 2)
        #expect(abs(places[0] - places[1]) >= 13)
    }

    @Test("The title of the values stands above them; a calendar needs no title below, other x have theirs")
    func titles() {
        #expect(
            ChartDrawing.standaloneSVG(line(5, yTitle: "Dollars")).contains(
                "<text class=\"ct\" x=\"0\" y=\"12\">Dollars<"))
        #expect(!ChartDrawing.standaloneSVG(line(5)).contains(">Day<"))
        #expect(ChartDrawing.standaloneSVG(Showcase.loneSeries).contains(">Trade</text>"))
        #expect(ChartDrawing.standaloneSVG(Showcase.histogram).contains(">P&amp;L of a trade</text>"))
        let flat = ChartBlock(
            anchor: "a", title: "", alternative: "", kind: .bar, xTitle: "Book", x: [.text("A")],
            series: [.init(name: "a", title: "A", values: [1])], format: .usd, yTitle: "Dollars")
        #expect(ChartDrawing.standaloneSVG(flat).contains(">Dollars</text>"))
    }

    @Test("A legend takes as many rows as its names need")
    func legend() {
        #expect(Legend(["A", "B"], swatch: .bar, .narrow).height == 18)
        #expect(Legend(Array(repeating: "A name of some length", count: 6), swatch: .bar, .narrow).height == 54)
        let svg = ChartDrawing.inlineSVG(line(5, series: ["One", "Two"]))
        // Names stand at the ends of a wide chart's lines and above a narrow one's.
        #expect(svg.matches(of: #/<text class="ct e[01]"[^>]*>(One|Two)</#).count == 2)
        #expect(svg.matches(of: #/<text class="ct k"[^>]*>(One|Two)</#).count == 2)
    }

    @Test("The last value of each line stands beside it")
    func lastValues() {
        let svg = ChartDrawing.standaloneSVG(line(5, series: ["One", "Two"]))
        #expect(svg.contains(">$2.00</text>") && svg.contains(">$3.00</text>"))
    }

    @Test(
        "Names below are whole where they fit, broken where that helps, and thinned out otherwise",
        arguments: [
            (["A", "B"], 40.0, [["A"], ["B"]], true),
            (["-$800 to -$600", "A"], 50.0, [["-$800", "to", "-$600"], ["A"]], true),
            (["Wednesday", "Thursday", "Friday"], 40.0, [["Wednesday"], nil, ["Friday"]], false),
        ] as [([String], Double, [[String]?], Bool)])
    func names(words: [String], room: Double, expected: [[String]?], isComplete: Bool) {
        let axis = NameAxis(words, room: room)
        #expect(axis.names == expected)
        #expect(axis.isComplete == isComplete)
    }

    @Test("A long name at an edge moves inwards until all of it is in the drawing")
    func namesAtEdges() throws {
        let words = Array(repeating: "-0.09% to -0.08%", count: 12)
        var canvas = SVGCanvas()
        let half = SVGCanvas.width(words[0]) / 2
        NameAxis(words, room: 30).draw(at: (0..<12).map { 15 + Double($0) * 30 }, below: 0, width: 360, on: &canvas)
        let places = canvas.text.matches(of: #/x="([0-9.]+)"/#).compactMap { Double($0.1) }
        #expect(places.first == (half * 10).rounded() / 10 && places.count > 1)
        #expect(places.allSatisfy { $0 >= half - 0.1 && $0 <= 360 - half + 0.1 })
    }
}
