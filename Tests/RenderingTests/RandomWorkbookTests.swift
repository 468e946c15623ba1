import Dates
import Foundation
import Ledger
import Mathematics
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

/// Workbooks of random documents: whatever words, numbers and blocks come together, the door refuses nothing and what
/// comes out is sound.
@Suite(.enabled(if: ReadWorkbook.canRead, "needs unzip")) struct RandomWorkbookTests {
    private static let letters = Array("|'[]:*?/\\\"=+-@!#_x0041aé日🚀 \n\t\r\u{1}\u{7F}<>&")

    private static func words(_ random: inout RandomSource, _ length: Int = 40) -> String {
        String((0..<random.index(below: length)).map { _ in letters[random.index(below: letters.count)] })
    }

    private static func number(_ random: inout RandomSource) -> Double? {
        switch random.index(below: 12) {
        case 0: nil
        case 1: .nan
        case 2: .infinity
        case 3: 0
        case 4: -1.7e300
        default: (random.uniform() - 0.5) * [1e-3, 1, 1e6][random.index(below: 3)]
        }
    }

    private static func value(_ random: inout RandomSource) -> Value {
        switch random.index(below: 7) {
        case 0: .text(words(&random))
        case 1: .day(Sample.day(2026, 1, 1).adding(random.index(below: 60_000) - 50_000))
        case 2: .flag(random.index(below: 2) == 0)
        case 3: .money(Money(cents: Int64(random.index(below: 2_000_001) - 1_000_000)))
        case 4: .undefined(.noData)
        default: .number(number(&random) ?? 0)
        }
    }

    private static func placement(_ random: inout RandomSource) -> Placement {
        let names: [String?] = [
            nil, nil, "P&L", "p&l ", "History", "Summary", "it's [here]", String(repeating: "s", count: 40),
        ]
        return Placement(isFolded: random.index(below: 2) == 0, sheet: names[random.index(below: names.count)])
    }

    private static func table(_ random: inout RandomSource) -> Block {
        let formats = ValueFormat.allCases
        let columns = (0...random.index(below: 6)).map {
            TableBlock.Column(
                name: "c\($0)", title: words(&random, 12), format: formats[random.index(below: formats.count)])
        }
        let rows = (0..<random.index(below: 8)).map { _ in columns.map { _ in value(&random) } }
        let highlights = columns.map { column in
            let comparisons = TableBlock.Highlight.Comparison.allCases
            return TableBlock.Highlight(
                column: column.name, comparison: comparisons[random.index(below: comparisons.count)],
                operand: random.index(below: 3) == 0 ? .integer(0) : value(&random), tone: .bad)
        }
        let hasTotals = random.index(below: 2) == 0 && !rows.isEmpty
        let totals: [Value?]? =
            hasTotals
            ? columns.indices.map { column in
                if random.index(below: 4) == 0 { return value(&random) }
                return random.index(below: 3) == 0
                    ? nil : .number(rows.reduce(0.0) { $0 + (CellNumber.of($1[column], .ratio, isSummed: true) ?? 0) })
            } : nil
        return .table(
            TableBlock(
                anchor: words(&random, 8), title: words(&random), note: words(&random), columns: columns, rows: rows,
                totals: totals,
                highlights: highlights, emptyText: words(&random),
                rowFormats: random.index(below: 2) == 0
                    ? [:] : [0: rows.map { _ in formats[random.index(below: formats.count)] }],
                placement: placement(&random)))
    }

    private static func chart(_ random: inout RandomSource) -> Block {
        let kind = ChartBlock.Kind.allCases[random.index(below: ChartBlock.Kind.allCases.count)]
        let count = [0, 1, 2, 5, 40][random.index(below: 5)]
        let x: [Value] = (0..<count).map { index in
            kind == .scatter ? .number(number(&random) ?? 1) : index % 2 == 0 ? value(&random) : .text(words(&random))
        }
        let many = kind == .heatMap ? 9 : kind == .histogram || kind == .waterfall ? 1 : 4
        return .chart(
            ChartBlock(
                anchor: words(&random, 8), title: words(&random), alternative: words(&random), note: words(&random),
                kind: kind, xTitle: words(&random, 10), x: x,
                series: (0..<many).map {
                    .init(name: "s\($0)", title: words(&random, 10), values: x.map { _ in number(&random) })
                },
                format: ValueFormat.allCases[random.index(below: 10)], yTitle: words(&random, 10),
                totals: Set((0..<count).filter { _ in random.index(below: 4) == 0 }), placement: placement(&random)))
    }

    private static func checks(_ random: inout RandomSource) -> Block {
        .checks(
            ChecksBlock(
                anchor: words(&random, 8), title: words(&random), note: words(&random),
                rows: (0..<random.index(below: 5)).map { index in
                    ChecksBlock.Row(
                        anchor: "check\(index)", title: words(&random),
                        verdict: Verdict.allCases[random.index(below: 7)],
                        value: value(&random), format: ValueFormat.allCases[random.index(below: 10)],
                        limit: words(&random),
                        evidence: words(&random),
                        link: ["", "#", "#t", "https://example.com", "#\(words(&random, 8))"][index])
                }, placement: placement(&random)))
    }

    static func document(_ seed: UInt64) -> Document {
        var random = RandomSource(seed: seed, stream: "workbooks")
        func pairs(_ random: inout RandomSource) -> [Document.Parameter] {
            (0..<random.index(below: 4)).map { _ in .init(name: words(&random), text: words(&random, 300)) }
        }
        var blocks: [Block] = [.heading(level: 2, text: words(&random), anchor: "h"), .prose(words(&random, 200))]
        for _ in 0..<6 { blocks.append(table(&random)) }
        for _ in 0..<8 { blocks.append(chart(&random)) }
        blocks += [checks(&random), .failure(.init(anchor: words(&random), place: "p", message: words(&random)))]
        return Document(
            title: words(&random), kind: words(&random), asOf: Sample.day(2026, 7, 31), parameters: pairs(&random),
            syntheticNotice: words(&random), provenance: pairs(&random), facts: pairs(&random), links: pairs(&random),
            changes: ChangesBlock(
                since: .init(name: words(&random), text: ""),
                changes: [Change(kind: .fact, label: words(&random), before: words(&random), after: "", anchor: "t")]),
            warnings: [.init(anchor: "", message: words(&random))], blocks: blocks)
    }

    @Test("Whatever comes together, the workbook is written, and each of its parts is XML", arguments: UInt64(1)...30)
    func sound(seed: UInt64) throws {
        try ReadWorkbook.with(Self.document(seed)) { book in
            for name in [
                "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml",
            ] {
                let part = book.part(name)
                #expect(part.isEmpty || XMLWalk().run(part), "\(name)")
            }
            for number in 1...14 {
                for name in ["charts/chart", "tables/table", "drawings/drawing"] {
                    let part = book.part("xl/\(name)\(number).xml")
                    #expect(part.isEmpty || XMLWalk().run(part), "\(name)\(number)")
                }
            }
        }
    }

    @Test(
        "Independent readers find random workbooks sound", .enabled(if: CheckScript.python != nil, "needs openpyxl"))
    func readers() throws {
        let folder = try Folder()
        let paths = (1...12).map { folder.path("\($0).xlsx") }
        for (index, path) in paths.enumerated() {
            try WorkbookRenderer.write(Self.document(UInt64(index + 1)), to: path)
        }
        let answer = try CheckScript.run(["--no-office"] + paths, script: "check-workbook")
        #expect(answer.status == 0, "\(answer.output)")
    }
}
