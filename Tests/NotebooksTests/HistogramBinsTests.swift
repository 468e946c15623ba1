import Testing

@testable import Notebooks

@Suite("Histograms have round edges")
struct HistogramBinsTests {
    /// A case by hand.
    struct Case: Sendable {
        let values: [Double]
        let wanted: Int
        let format: ValueFormat
        let edges: [Double]
        let counts: [Int]
    }

    /// By Python's `decimal`: for widths 1, 2, 5 × 10^k from the format's last place on, the first by which
    /// floor(max / width) − floor(min / width) + 1 is not more than wanted.
    private static let cases: [Case] = [
        Case(values: [0.1, 0.2, 0.3], wanted: 3, format: .number1, edges: [0.1, 0.2, 0.3, 0.4], counts: [1, 1, 1]),
        Case(values: [0.1, 0.2, 0.3], wanted: 2, format: .number1, edges: [0, 0.2, 0.4], counts: [1, 2]),
        Case(
            values: [-0.3, -0.2, -0.1], wanted: 3, format: .number1, edges: [-0.3, -0.2, -0.1, 0], counts: [1, 1, 1]),
        Case(values: [-1, 0, 1], wanted: 2, format: .integer, edges: [-2, 0, 2], counts: [1, 2]),
        Case(values: [-1, 1], wanted: 1, format: .integer, edges: [-2, 0, 2], counts: [1, 1]),
        Case(
            values: [0.29, 0.57, 1.13], wanted: 10, format: .ratio,
            edges: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2], counts: [1, 0, 0, 1, 0, 0, 0, 0, 0, 1]),
        Case(values: [-120.5, 80, 310], wanted: 5, format: .usd, edges: [-200, 0, 200, 400], counts: [1, 1, 1]),
        Case(values: [5, 5, 5], wanted: 4, format: .integer, edges: [5, 6], counts: [3]),
        Case(values: [0, 0], wanted: 4, format: .usd, edges: [0, 0.01], counts: [2]),
        Case(values: [0.0001, 0.0004], wanted: 8, format: .percent, edges: [0, 0.001], counts: [2]),
        Case(
            values: [1e9, 1_000_000_003], wanted: 4, format: .integer,
            edges: [1e9, 1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004], counts: [1, 0, 0, 1]),
        Case(
            values: [0.1, 0.25], wanted: 4, format: .text, edges: [0.1, 0.15, 0.2, 0.25, 0.3], counts: [1, 0, 0, 1]),
    ]

    @Test("the least round width that needs no more bins than are wanted", arguments: cases)
    func edges(_ expected: Case) {
        let bins = HistogramBins(expected.values, wanted: expected.wanted, format: expected.format)
        #expect(bins.edges.map(\.low) + [bins.edges.last?.high ?? 0] == expected.edges)
        #expect(bins.counts == expected.counts)
    }

    /// ⌈log₂ n⌉ + 1 by Python's `math.log2`.
    @Test(
        "the usual number of bins",
        arguments: zip([0, 1, 2, 3, 4, 5, 8, 9, 64, 65, 1000, 100_000], [1, 1, 2, 3, 3, 4, 4, 5, 7, 8, 11, 18]))
    func usual(count: Int, bins: Int) {
        #expect(HistogramBins.usual(count) == bins)
    }

    @Test("nothing has no bins")
    func empty() {
        #expect(HistogramBins([], wanted: 5, format: .usd).edges.isEmpty)
    }

    @Test("every value is counted once, in the bin between whose edges it lies, whatever the values", arguments: 0..<40)
    func property(seed: UInt64) {
        var random = SplitMix(state: seed)
        let scale = [1e-6, 0.01, 1, 1000, 1e12][Int.random(in: 0..<5, using: &random)]
        let values = (0..<Int.random(in: 1...300, using: &random)).map { _ in
            Double.random(in: -1...1, using: &random) * scale
        }
        let wanted = Int.random(in: 1...40, using: &random)
        let format = ValueFormat.allCases[Int.random(in: 0..<ValueFormat.allCases.count, using: &random)]
        let bins = HistogramBins(values, wanted: wanted, format: format)
        #expect(bins.counts.reduce(0, +) == values.count)
        #expect(bins.counts.count <= wanted || bins.counts.count <= 2)
        #expect(bins.counts.first != 0 && bins.counts.last != 0)
        #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0.high == $1.low })
        for (edge, count) in zip(bins.edges, bins.counts) {
            #expect(values.count { $0 >= edge.low && $0 < edge.high } == count)
        }
    }

    @Test("numbers of any size end")
    func extremes() {
        for values in [
            [1e300, -1e300], [.leastNonzeroMagnitude, 1], [Double.greatestFiniteMagnitude],
            [1e300, 1e300 * (1 + 1e-15)],
        ] {
            let bins = HistogramBins(values, wanted: 5, format: .usd)
            #expect(bins.counts.reduce(0, +) == values.count)
        }
    }
}
