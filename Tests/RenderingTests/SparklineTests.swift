import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct SparklineTests {
    private func svg(_ trend: [Double?]) -> String {
        Sparkline.svg(.init(label: "A", value: .null, format: .percent, trend: trend))
    }

    @Test("A trend is a line with a dot at its end, and says its course in words")
    func line() {
        let svg = svg([0.5, 0.75, 0.6])
        #expect(svg.contains("aria-label=\"Trend over 3 values: from 50.0% to 60.0%, between 50.0% and 75.0%\""))
        // Lowest at the foot, highest at the top, even steps: by hand from a box of 132 by 26 with a margin of 4.
        #expect(svg.contains("<path class=\"cs\" d=\"M4,22l62,-18 62,10.8\"/>"))
        #expect(svg.contains("<circle class=\"cf k0\" cx=\"128\" cy=\"14.8\" r=\"2.5\"/>"))
    }

    @Test("A gap stays a gap, a value alone is a dot, zero is a line where both signs occur")
    func gaps() {
        #expect(svg([1, 2, nil, 3, 4]).matches(of: #/<path class="cs"/#).count == 2)
        #expect(svg([1, nil, 3, 4]).matches(of: #/<circle class="cf k0"/#).count == 2)
        #expect(svg([-1, 1]).contains("<path class=\"cg\""))
        #expect(!svg([1, 2]).contains("<path class=\"cg\""))
    }

    @Test(
        "A trend that never moves lies in the middle; fewer than two values are none",
        arguments: [[], [1], [nil, 1], [.nan, 1]])
    func few(trend: [Double?]) {
        #expect(svg(trend) == "")
        #expect(svg([2, 2]).contains("M4,13h124"))
    }
}
