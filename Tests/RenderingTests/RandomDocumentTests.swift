import Dates
import Foundation
import Ledger
import Mathematics
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct RandomDocumentTests {
    /// Letters that mean something to Markdown, HTML, XML, formulas or sheets, and some of other scripts.
    private static let letters = Array("|\\`*_[]<>&~#'\"=+-@!:;/?(){}$%^.,0aZé日🚀 \n\t\u{1}\u{7F}\u{200B}")

    static func words(_ random: inout RandomSource) -> String {
        String((0..<random.index(below: 14)).map { _ in letters[random.index(below: letters.count)] })
    }

    static func value(_ random: inout RandomSource) -> Value {
        let size = [0.001, 1, 1000, 1e7][random.index(below: 4)]
        switch random.index(below: 10) {
        case 0: return .undefined(Undefined.allCases[random.index(below: Undefined.allCases.count)])
        case 1: return .null
        case 2: return .text(words(&random))
        case 3: return .integer(random.index(below: 2_000_001) - 1_000_000)
        case 4: return .money(Money(cents: Int64(random.index(below: 2_000_001) - 1_000_000)))
        case 5: return .day(Day(daysSince1970: random.index(below: 40_000) - 10_000))
        case 6: return .flag(random.index(below: 2) == 1)
        default: return .number((random.uniform() - 0.5) * size)
        }
    }

    private static func table(_ random: inout RandomSource, _ number: Int) -> TableBlock {
        let formats: [ValueFormat] = [
            .usd, .usd0, .percent, .percent2, .ratio, .number1, .number4, .integer, .text, .date,
        ]
        let columns = (0...random.index(below: 5)).map {
            TableBlock.Column(
                name: "c\($0)", title: words(&random), format: formats[random.index(below: formats.count)])
        }
        let rows = (0...random.index(below: 6)).map { _ in columns.map { _ in value(&random) } }
        let totals: [Value?]? =
            random.index(below: 2) == 0
            ? nil
            : columns.indices.map { column in
                column == 0 ? nil : .number(rows.reduce(0.0) { $0 + ($1[column].number ?? 0) })
            }
        return TableBlock(
            anchor: "t\(number)", title: "Table \(number) \(words(&random))", columns: columns, rows: rows,
            totals: totals)
    }

    private static func document(_ seed: UInt64) -> Document {
        var random = RandomSource(seed: seed)
        return Document(
            title: words(&random), kind: words(&random), asOf: Sample.day(2026, 7, 31),
            syntheticNotice: words(&random), provenance: [.init(name: words(&random), text: words(&random))],
            blocks: (0..<4).map { .table(table(&random, $0)) } + [
                .heading(level: 1 + random.index(below: 6), text: words(&random), anchor: "h"),
                .prose(words(&random)),
            ])
    }

    @Test("Whatever words and numbers a table holds, Markdown and HTML show the same", arguments: UInt64(1)...60)
    func markdownAndHTML(seed: UInt64) {
        let document = Self.document(seed)
        let html = ReadHTML.tables(HTMLRenderer.render(document))
        let markdown = ReadMarkdown.tables(MarkdownRenderer.render(document).text)
        #expect(html.count == 4)
        #expect(html == markdown)
    }

    @Test(
        "Whatever stands at the head, in checks, figures and charts, the page is well-formed", arguments: UInt64(1)...60
    )
    func wellFormed(seed: UInt64) throws {
        let document = RandomReport.document(seed)
        let html = HTMLRenderer.render(document)
        let start = try #require(html.firstRange(of: "<div class=\"page\">")).lowerBound
        let end = try #require(html.firstRange(of: "<script>")).lowerBound
        #expect(XMLWalk().run(String(html[start..<end])), "the page of seed \(seed) is not well-formed")
        #expect(!html.contains("javascript:") && !html.contains("href=\"//"))
        for file in MarkdownRenderer.render(document).files {
            #expect(XMLWalk().run(file.svg), "\(file.name) of seed \(seed) is not well-formed")
        }
    }

    @Test("Whatever stands in checks and changes, Markdown and HTML show the same", arguments: UInt64(1)...30)
    func checksAndChanges(seed: UInt64) {
        var document = RandomReport.document(seed)
        document.blocks.removeAll { if case .chart = $0 { true } else { false } }
        let heads = [["Kind", "What", "Before", "Now"], ["Verdict", "Check", "Value", "Limit", "Evidence"]]
        let html = ReadHTML.tables(HTMLRenderer.render(document)).filter { heads.contains($0.heads) }
        let markdown = ReadMarkdown.tables(MarkdownRenderer.render(document).text).filter { heads.contains($0.heads) }
        #expect(html.map(\.heads) == heads)
        #expect(html.map(\.title) == markdown.map(\.title))
        for (first, second) in zip(html.flatMap(\.rows), markdown.flatMap(\.rows)) { #expect(first == second) }
    }

    @Test(
        "Whatever words and numbers a table holds, the workbook shows the same as HTML",
        .enabled(if: ReadWorkbook.canRead, "needs unzip"), arguments: UInt64(1)...8)
    func workbookAndHTML(seed: UInt64) throws {
        let document = Self.document(seed)
        let folder = try Folder()
        try WorkbookRenderer.write(document, to: folder.path("report.xlsx"))
        let book = try ReadWorkbook(folder.path("report.xlsx"))
        for part in ["docProps/core.xml", "docProps/custom.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"] {
            #expect(XMLWalk().run(book.part(part)), "\(part) is not well-formed")
        }
        for (index, table) in ReadHTML.tables(HTMLRenderer.render(document)).enumerated() {
            #expect(book.table(index + 1).rows == table.rows)
        }
    }
}
