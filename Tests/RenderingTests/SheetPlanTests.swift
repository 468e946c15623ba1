import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct SheetPlanTests {
    private func table(_ anchor: String, sheet: String? = nil, formats: Set<OutputFormat> = [.xlsx]) -> Block {
        .table(
            TableBlock(
                anchor: anchor, title: anchor.uppercased(), columns: [.init(name: "n", title: "N", format: .integer)],
                rows: [[.integer(1)], [.integer(2)]], totals: [.integer(3)],
                placement: Placement(formats: formats, sheet: sheet)))
    }

    private func document(_ blocks: [Block]) -> Document {
        Document(title: "T", kind: "k", asOf: Sample.day(2026, 7, 31), blocks: blocks)
    }

    @Test("Blocks with the same name of a sheet share one, where the first of them stands; all others have their own")
    func sharing() {
        let plans = SheetPlan.sheets(
            of: document([
                table("a", sheet: "P&L"), table("b"), table("c", sheet: " p&l"), .prose("words"), table("d", sheet: ""),
                table("e", sheet: "Other"), table("f", formats: [.html]),
            ]))
        #expect(plans.map(\.title) == ["P&L", "B", "D", "Other"])
        #expect(plans.map(\.blocks.count) == [2, 1, 1, 1])
        #expect(plans[0].isShared && !plans[3].isShared)
    }

    @Test("Tables below each other leave a row blank between them", .enabled(if: ReadWorkbook.canRead, "needs unzip"))
    func stacked() throws {
        try ReadWorkbook.with(document([table("a", sheet: "Both"), table("b", sheet: "Both")])) { book in
            #expect(book.sheetNames == ["Summary", "Both", "Provenance"])
            let cells = book.sheets[1]
            #expect(cells["A1"]?.value == "Both" && cells["A3"] == nil && cells["A4"]?.value == "A")
            let tables = book.tables(1)
            #expect(tables.map(\.title) == ["A", "B"])
            #expect(tables.map(\.rows) == [[["1"], ["2"], ["3"]], [["1"], ["2"], ["3"]]])
            #expect(cells["A9"] == nil && cells["A10"]?.value == "B")
            #expect(cells["A14"]?.formula == "SUBTOTAL(109,A12:A13)")
            #expect(!book.part("xl/worksheets/sheet2.xml").contains("frozen"))
        }
    }

    @Test("A folded block is shown like any other: collapsed rows would be missing from the totals")
    func folded() throws {
        var block = TableBlock(
            anchor: "t", title: "T", columns: [.init(name: "n", title: "N", format: .integer)], rows: [[.integer(1)]],
            totals: [.integer(1)])
        block.placement.isFolded = true
        #expect(SheetPlan.sheets(of: document([.table(block)])).count == 1)
        try ReadWorkbook.with(document([.table(block)])) { book in
            #expect(!book.part("xl/worksheets/sheet2.xml").contains("hidden"))
        }
    }

    @Test("What fits on a page is on one, whichever way round it is larger; a part that would be cut begins the next")
    func paper() {
        // A4, 842 by 595 points, less 36 at each side and 50.4 above and below.
        #expect(PaperFit(width: 700, parts: [(0, 300)]).isLandscape)
        #expect(!PaperFit(width: 500, parts: [(0, 700)]).isLandscape)
        #expect(PaperFit(width: 500, parts: [(0, 700)]).isOnePage)
        let long = PaperFit(width: 770, parts: [(0, 294), (20, 200), (40, 400), (60, 94), (80, 900)])
        #expect(!long.isOnePage && long.isLandscape)
        // 294 + 200 fit, + 400 do not; 400 + 94 fit; 900 alone is cut in any case.
        #expect(long.breaks == [40, 80])
        let standing = PaperFit(width: 523, parts: [(0, 600), (30, 600), (60, 600)], isUpright: true)
        #expect(!standing.isLandscape && standing.breaks == [30, 60])
        #expect(PaperFit(width: 0, parts: []).isOnePage)
    }
}
