import Dates
import Mathematics
import Metrics
import Notebooks

/// Reports with random words and numbers everywhere but in tables.
enum RandomReport {
    static func document(_ seed: UInt64) -> Document {
        var random = RandomSource(seed: seed)
        let anchors = ["checks", "figures", "c0", "nowhere", RandomDocumentTests.words(&random)]
        let blocks: [Block] =
            [.checks(checks(&random, anchors)), .figures(figures(&random))]
            + ChartBlock.Kind.allCases.enumerated().map { .chart(chart(&random, $1, $0)) }
        return Document(
            title: RandomDocumentTests.words(&random), kind: RandomDocumentTests.words(&random),
            asOf: Sample.day(2026, 7, 31), parameters: pairs(&random), provenance: pairs(&random),
            facts: pairs(&random), links: pairs(&random), changes: changes(&random, anchors),
            warnings: anchors.map { .init(anchor: $0, message: RandomDocumentTests.words(&random)) }, blocks: blocks)
    }

    private static func pairs(_ random: inout RandomSource) -> [Document.Parameter] {
        (0..<random.index(below: 4)).map { _ in
            .init(name: RandomDocumentTests.words(&random), text: RandomDocumentTests.words(&random))
        }
    }

    private static func pick<Element>(_ elements: [Element], _ random: inout RandomSource) -> Element {
        elements[random.index(below: elements.count)]
    }

    private static func checks(_ random: inout RandomSource, _ anchors: [String]) -> ChecksBlock {
        let links = anchors.map { "#\($0)" } + ["", "a/b.html", RandomDocumentTests.words(&random)]
        return ChecksBlock(
            anchor: "checks", title: "C \(RandomDocumentTests.words(&random))",
            note: RandomDocumentTests.words(&random),
            rows: (0...random.index(below: 5)).map { number in
                .init(
                    anchor: "check-\(number)", title: RandomDocumentTests.words(&random),
                    verdict: pick(Verdict.allCases, &random), value: RandomDocumentTests.value(&random),
                    format: pick(ValueFormat.allCases, &random), limit: RandomDocumentTests.words(&random),
                    evidence: RandomDocumentTests.words(&random), link: pick(links, &random))
            }, placement: Placement(isFolded: random.index(below: 2) == 0))
    }

    private static func changes(_ random: inout RandomSource, _ anchors: [String]) -> ChangesBlock {
        ChangesBlock(
            since: .init(name: "S\(RandomDocumentTests.words(&random))", text: RandomDocumentTests.words(&random)),
            changes: (0...random.index(below: 12)).map { _ in
                Change(
                    kind: pick(Change.Kind.allCases, &random), label: RandomDocumentTests.words(&random),
                    before: RandomDocumentTests.words(&random), after: RandomDocumentTests.words(&random),
                    anchor: pick(anchors, &random))
            })
    }

    private static func figures(_ random: inout RandomSource) -> FiguresBlock {
        FiguresBlock(
            anchor: "figures", title: RandomDocumentTests.words(&random),
            items: (0..<5).map { _ in
                .init(
                    label: RandomDocumentTests.words(&random), value: RandomDocumentTests.value(&random),
                    format: pick(ValueFormat.allCases, &random), target: RandomDocumentTests.words(&random),
                    verdict: pick(Verdict.allCases, &random),
                    trend: (0..<random.index(below: 6)).map { _ in number(&random) })
            })
    }

    private static func chart(_ random: inout RandomSource, _ kind: ChartBlock.Kind, _ place: Int) -> ChartBlock {
        let count = random.index(below: 70) / (1 + random.index(below: 4))
        let isDays = random.index(below: 2) == 0
        let isNumbers = random.index(below: 2) == 0
        let x: [Value] = (0..<count).map { index in
            if isDays { return .day(Sample.day(2026, 1, 1).adding(index * (1 + random.index(below: 3)))) }
            return isNumbers ? .number(number(&random) ?? 0) : .text(RandomDocumentTests.words(&random))
        }
        let isLone = kind == .histogram || kind == .waterfall
        return ChartBlock(
            anchor: "c\(place)", title: RandomDocumentTests.words(&random),
            alternative: RandomDocumentTests.words(&random), kind: kind, xTitle: RandomDocumentTests.words(&random),
            x: x,
            series: (0...(isLone ? 0 : random.index(below: 6))).map { number in
                .init(
                    name: "s\(number)", title: RandomDocumentTests.words(&random),
                    values: x.map { _ in self.number(&random) })
            }, format: pick(ValueFormat.allCases, &random), yTitle: RandomDocumentTests.words(&random),
            totals: count > 0 ? [random.index(below: count)] : [],
            placement: Placement(isFolded: random.index(below: 3) == 0))
    }

    /// Gaps, numbers that are none, and numbers of every size.
    private static func number(_ random: inout RandomSource) -> Double? {
        switch random.index(below: 40) {
        case 0...3: return nil
        case 1:
            return [Double.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude][random.index(below: 6)]
        case 5...8: return 0
        default: return (random.uniform() - 0.4) * [0.001, 1, 1000, 1e7][random.index(below: 4)]
        }
    }
}
