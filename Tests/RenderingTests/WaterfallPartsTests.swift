import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct WaterfallPartsTests {
    @Test(
        "A bar between two levels has its parts on either side of zero",
        arguments: [
            (0, 5, [.rise: 5]), (5, 0, [.fall: 5]), (2, 5, [.base: 2, .rise: 3]), (5, 2, [.base: 2, .fall: 3]),
            (0, -5, [.fallBelow: -5]), (-5, 0, [.riseBelow: -5]), (-2, -5, [.base: -2, .fallBelow: -3]),
            (-5, -2, [.base: -2, .riseBelow: -3]), (-2, 5, [.rise: 5, .riseBelow: -2]),
            (5, -2, [.fall: 5, .fallBelow: -2]), (3, 3, [.base: 3, .rise: 0]), (0, 0, [.rise: 0]),
        ] as [(Double, Double, [WaterfallParts.Part: Double])])
    func bar(start: Double, end: Double, parts: [WaterfallParts.Part: Double]) {
        #expect(WaterfallParts.bar(from: start, to: end) == parts)
    }

    @Test("Parts follow the values as they are shown, pass over gaps, and begin anew at a level")
    func parts() {
        let chart = ChartBlock(
            anchor: "w", title: "", alternative: "", kind: .waterfall, xTitle: "", x: (0..<6).map { .integer($0) },
            series: [.init(name: "v", title: "V", values: [0.1, 0.2, nil, .infinity, 10, -0.304])], format: .usd,
            totals: [4])
        let parts = WaterfallParts(chart)
        #expect(parts.columns.map(\.part) == [.base, .rise, .fall, .level])
        #expect(parts.columns[0].values == [nil, 0.1, nil, nil, nil, 9.7])
        #expect(parts.columns[1].values == [0.1, 0.2, nil, nil, nil, nil])
        #expect(parts.columns[2].values == [nil, nil, nil, nil, nil, 0.3])
        #expect(parts.columns[3].values == [nil, nil, nil, nil, 10, nil])
    }

    @Test("A level beyond the largest number is no level: the step is left out")
    func overflow() {
        let chart = ChartBlock(
            anchor: "w", title: "", alternative: "", kind: .waterfall, xTitle: "", x: [.integer(1), .integer(2)],
            series: [.init(name: "v", title: "V", values: [-1.7e308, -1.7e308])], format: .usd)
        #expect(WaterfallParts(chart).columns.map(\.values) == [[-1.7e308, nil]])
    }
}
