import Dates
import Foundation
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct ChartKindTests {
    private func chart(
        _ kind: ChartBlock.Kind, x: [Value], _ values: [[Double?]], format: ValueFormat = .integer,
        xFormat: ValueFormat? = nil, totals: Set<Int> = []
    ) -> ChartBlock {
        ChartBlock(
            anchor: "a", title: "T", alternative: "", kind: kind, xTitle: "X", x: x,
            series: values.enumerated().map { .init(name: "s\($0)", title: "S\($0)", values: $1) }, format: format,
            xFormat: xFormat, totals: totals)
    }

    private func names(_ count: Int) -> [Value] { (0..<count).map { .text("N\($0)") } }

    private func days(_ count: Int) -> [Value] { (0..<count).map { .day(Sample.day(2026, 7, 1).adding($0)) } }

    /// The rectangles of a class: x, y, width, height.
    private func boxes(_ svg: String, _ kind: String) -> [[Double]] {
        svg.matches(of: #/<rect class="([^"]*)" x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/#)
            .filter { $0.1 == kind }.map { [$0.2, $0.3, $0.4, $0.5].compactMap { Double($0) } }
    }

    @Test("An area is filled down to zero, one piece for each stretch without a gap")
    func area() throws {
        let svg = ChartDrawing.standaloneSVG(chart(.area, x: days(5), [[4, 2, nil, 3, 5]]))
        let areas = svg.matches(of: #/<path class="ca k0" d="M([0-9.]+),([0-9.]+)([^"]*)z"/#)
        let zero = try #require(
            svg.firstMatch(of: #/<path class="cz" d="M[0-9.]+,([0-9.]+)h/#).flatMap { Double($0.1) })
        #expect(areas.count == 2)
        for area in areas {
            // Each piece begins on the line of zero, which is drawn half a unit lower to be sharp, and its steps up and
            // down come back to it.
            #expect(try #require(Double(area.2)) == zero - 0.5)
            let steps = area.3.matches(of: #/(?:v|,)(-?[0-9.]+)/#).compactMap { Double($0.1) }
            #expect(abs(steps.reduce(0, +)) < 1e-9)
        }
        #expect(svg.matches(of: #/<path class="cl k0"/#).count == 2)
    }

    @Test("Parts above zero stack upwards and parts below it downwards, in the order of the series")
    func stacks() {
        let block = chart(.stackedBar, x: names(1), [[3], [-2], [4], [nil], [-1], [0]])
        #expect(
            Stack(block, at: 0).parts == [
                .init(number: 0, from: 0, to: 3), .init(number: 1, from: 0, to: -2), .init(number: 2, from: 3, to: 7),
                .init(number: 4, from: -2, to: -3),
            ])
        let large = chart(.stackedBar, x: names(1), [[1e308], [1e308]])
        #expect(Stack(large, at: 0).parts.count == 1)
    }

    @Test("Stacked bars stand over days and lie beside names; series are told apart by hatching")
    func stackedBars() {
        let upright = ChartDrawing.standaloneSVG(
            chart(.stackedBar, x: days(3), [[1, 2, 3], [1, 2, 3], [-1, -2, -3]]))
        #expect(boxes(upright, "cf k0").count == 4)
        #expect(upright.matches(of: #/fill="url\(#bar\.k[12]\)"><title>/#).count == 6)
        #expect(upright.matches(of: #/<pattern id="bar\.k[12]"/#).count == 2)
        let flat = ChartDrawing.standaloneSVG(chart(.stackedBar, x: names(3), [[1, 2, 3], [1, 2, 3]]))
        // One bar a name, all of them as high, each part beside the one before it.
        #expect(Set(boxes(flat, "cf k0").dropFirst().map { $0[3] }) == [15])
    }

    @Test("Bins touch each other, and carry their counts")
    func histogram() {
        let svg = ChartDrawing.standaloneSVG(chart(.histogram, x: names(4), [[1, 5, 2, 0]]))
        let bins = boxes(svg, "cf k0")
        #expect(bins.count == 4)
        // A hairline of one unit is left between them.
        for (first, second) in zip(bins, bins.dropFirst()) { #expect(abs(first[0] + first[2] + 1 - second[0]) < 0.11) }
        #expect(svg.matches(of: #/<text class="ct v"[^>]*>[0125]</#).count == 4)
    }

    @Test("Points stand at their numbers, on round ticks, and differ in shape")
    func scatter() throws {
        let svg = ChartDrawing.standaloneSVG(
            chart(
                .scatter, x: [.number(0.1), .number(0.2), .number(0.4)], [[1, 2, 3], [nil, 5, nil]], xFormat: .percent))
        let points = svg.matches(of: #/<path class="cf co k0" d="M([0-9.]+),/#).compactMap { Double($0.1) }
        #expect(points.count == 3)
        // 0.4 is twice as far from 0.2 as 0.1 is.
        #expect(abs((points[2] - points[1]) - 2 * (points[1] - points[0])) < 0.31)
        #expect(svg.contains(">10%</text>") && svg.contains(">40%</text>"))
        #expect(svg.matches(of: #/<path class="cf co k1"/#).count == 1)
        #expect(svg.contains("<title>X: 20.0%\nS1: 5</title>"))
        let shapes = (0..<6).map { number -> String in
            var canvas = SVGCanvas()
            PointShape(number).draw("p", x: 10, y: 10, on: &canvas)
            return canvas.text
        }
        #expect(Set(shapes).count == 6)
    }

    @Test("Points over days or names stand where these do", arguments: [true, false])
    func scatterOfNames(isDays: Bool) {
        let svg = ChartDrawing.standaloneSVG(chart(.scatter, x: isDays ? days(3) : names(3), [[1, 2, 3]]))
        #expect(svg.matches(of: #/<path class="cf co k0"/#).count == 3)
        #expect(svg.contains(isDays ? ">2 Jul</text>" : ">N1</text>"))
    }

    @Test("Ticks of numbers in their own digits have no noise in the last place")
    func cleanTicks() {
        let scale = LinearScale(enclosing: [0, 0.3], decimals: 6, ticks: 3, start: 0, end: 1)
        #expect(ChartBlock.tickTexts(scale.ticks, .text) == ["0", "0.1", "0.2", "0.3"])
    }

    // By hand: a quarter of the measure a shade, the measure being the greatest size of either sign.
    @Test(
        "Shades part at zero on one measure where both signs occur",
        arguments: [
            (-8.0, "n4"), (-4.1, "n3"), (-2.0, "n1"), (-0.001, "n1"), (0.0, "z"), (0.5, "p1"), (2.1, "p2"), (4.0, "p2"),
        ])
    func divergingShades(value: Double, shade: String) {
        #expect(HeatScale([-8, 4]).shade(value) == shade)
    }

    @Test(
        "Values of one sign have shades from the least to the greatest",
        arguments: [
            ([0.6, 1.0], 0.6, "p1"), ([0.6, 1.0], 0.81, "p3"), ([0.6, 1.0], 1.0, "p4"), ([-4.0, -1], -4, "n4"),
            ([-4.0, -1], -1, "n1"), ([7.0, 7], 7, "p2"), ([-1e308, -1], -1e308, "n4"),
        ] as [([Double], Double, String)])
    func sequentialShades(values: [Double], value: Double, shade: String) {
        #expect(HeatScale(values).shade(value) == shade)
    }

    @Test("A heat-map has a cell for each x and series, with its value, a dash for none, and a key")
    func heatMap() {
        let svg = ChartDrawing.standaloneSVG(
            chart(.heatMap, x: names(3), [[1, -2, nil], [3, 0, 4]], format: .percent))
        #expect(svg.matches(of: #/<rect class="hm [a-z0-9]+"[^>]*><title>/#).count == 6)
        #expect(svg.contains("<title>S0, N1\n-200.0%</title>"))
        #expect(svg.contains(">-200.0%</text>") && svg.contains(">–</text>"))
        #expect(svg.matches(of: #/<rect class="hm [a-z0-9]+"[^>]*\/>/#).count == 9)
        #expect(svg.contains(">-400.0%</text>"))
    }

    @Test("Where values have no room in their cells a minus tells the signs apart without colour")
    func crowdedHeatMap() {
        let values = (0..<40).map { Double($0 - 20) * 1000 }
        let svg = ChartDrawing.standaloneSVG(chart(.heatMap, x: names(40), [values], format: .usd))
        #expect(svg.matches(of: #/<text class="ct v"[^>]*>-</#).count == 20)
        #expect(!svg.contains(">-$20,000.00</text><"))
    }

    @Test("Steps of a waterfall float from level to level; totals stand on zero; a step up carries its sign")
    func waterfall() throws {
        let block = chart(.waterfall, x: names(5), [[100, -30, nil, 50, 120]], totals: [4])
        let steps = WaterfallSteps(block).steps
        #expect(steps.map { $0?.from } == [0, 100, nil, 70, 0])
        #expect(steps.map { $0?.to } == [100, 70, nil, 120, 120])
        #expect(steps.map { $0?.text } == ["+100", "-30", nil, "+50", "120"])
        #expect(steps.map { $0?.look } == ["cf pos", "cf neg", nil, "cf pos", "cf total"])
        let svg = ChartDrawing.standaloneSVG(block)
        #expect(svg.matches(of: #/<path class="cj"/#).count == 3)
        let (up, down) = (try #require(boxes(svg, "cf pos").first), try #require(boxes(svg, "cf neg").first))
        // The step down begins at the height at which the step up ends.
        #expect(up[1] == down[1])
        #expect(abs(down[3] / up[3] - 0.3) < 0.01)
    }

    @Test("A step that is shown as zero has no sign, and one that carries a sign gets no second")
    func signs() {
        #expect(WaterfallSteps(chart(.waterfall, x: names(1), [[0.2]])).steps[0]?.text == "0")
        #expect(WaterfallSteps(chart(.waterfall, x: names(1), [[5]], format: .delta)).steps[0]?.text == "+5.00")
    }

    @Test("A waterfall whose names have no room below its bars lies down")
    func flatWaterfall() {
        let many = (0..<30).map { Value.text("A rather long name, number \($0)") }
        let block = chart(.waterfall, x: many, [(0..<30).map { Double($0 % 7 - 3) }], totals: [29])
        let svg = ChartDrawing.standaloneSVG(block)
        #expect(WaterfallChart(block, .wide) == nil)
        #expect(svg.matches(of: #/<text class="ct k"[^>]*text-anchor="end">A rather long name/#).count == 30)
        #expect(svg.matches(of: #/<path class="cj"/#).count == 29)
    }
}
