import Dates
import Foundation
import Ledger
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite(.enabled(if: ReadWorkbook.canRead, "needs unzip")) struct WorkbookTests {
    private func read(_ document: Document, _ use: (ReadWorkbook) throws -> Void) throws {
        try ReadWorkbook.with(document, use)
    }

    private func sheet(_ table: TableBlock) -> Document {
        Document(title: "T", kind: "k", asOf: Sample.day(2026, 7, 31), blocks: [.table(table)])
    }

    @Test("The summary comes first, one sheet a table or chart follows, provenance comes last")
    func sheets() throws {
        try read(Sample.document) { book in
            #expect(
                book.sheetNames == [
                    "Summary", "P&L by book", "Trades all closed week", "Equity against LEGACY", "P&L by symbol",
                    "Refusals by rule", "One point", "No point", "Nothing to draw", "P&L by day", "Provenance",
                ])
            let summary = book.sheets[0]
            #expect(summary["A1"]?.value == "Weekly review 2026-W31")
            #expect(summary["A3"]?.value.hasPrefix("Failed. One cell") == true)
            #expect(summary["A4"]?.value.hasPrefix("Synthetic prices. ") == true)
            let words = summary.values.map(\.value)
            #expect(words.contains { $0.hasPrefix("Failed: theta (templates/weekly-review.md:31)") })
            #expect(words.contains("→ P&L by book"))
            #expect(
                words.contains(
                    "The desk closed 31 trades for $4,210.55. The week's loss came from one assignment in QQQ; see the trades."
                ))
        }
    }

    @Test("Totals are formulas over the table, with the total as cached value")
    func totals() throws {
        try read(Sample.document) { book in
            let cells = book.sheets[1]
            #expect(cells["B8"]?.formula == "SUBTOTAL(109,B5:B7)")
            #expect(cells["B8"]?.value == "31")
            #expect(cells["D8"]?.formula == "SUBTOTAL(109,D5:D7)")
            #expect(cells["D8"]?.value == "4210.55")
            #expect(cells["D8"]?.code == ValueFormat.usd.excelNumberFormat)
            #expect(cells["A8"]?.value == "Total")
            // The cells add up to the cached total exactly, because a column with a total keeps its digits.
            let theta = (5...7).compactMap { Double(cells["F\($0)"]?.value ?? "") }
            #expect(abs(theta.reduce(0, +) - 478.546) < 1e-9)
            #expect(cells["F8"]?.formula == "SUBTOTAL(109,F5:F7)")
        }
    }

    @Test("A total that is not the sum of its column stands as a number, not as a formula that contradicts it")
    func foreignTotal() throws {
        let table = TableBlock(
            anchor: "t", title: "T", columns: [.init(name: "n", title: "N", format: .integer)],
            rows: [[.integer(1)], [.integer(2)]], totals: [.integer(4)])
        try read(sheet(table)) { book in
            #expect(book.sheets[1]["A6"] == ReadWorkbook.Cell(value: "4", isText: false, code: "#,##0", formula: nil))
        }
    }

    @Test("Words stay words, dates are dates, money is exact, and what is undefined says why")
    func cells() throws {
        try read(Sample.document) { book in
            let trades = book.sheets[2]
            #expect(trades["F4"]?.value == "=cmd|' /C calc'!A0" && trades["F4"]?.isText == true)
            #expect(trades["F4"]?.formula == nil)
            // 2026-07-27 is day 46230 after 1899-12-30 by Python: (date(2026,7,27) - date(1899,12,30)).days.
            #expect(trades["B4"]?.value == "46230" && trades["B4"]?.code == "yyyy-mm-dd")
            #expect(trades["C4"]?.shown == "2026-07-27 15:58")
            #expect(trades["D5"]?.value == "-0.05" && trades["D5"]?.isText == false)
            #expect(trades["D6"]?.value == "– (still open)")
            #expect(trades["D7"]?.value == "– (not a finite number)")
            #expect(trades["G5"]?.shown == "yes")
            for sheet in book.sheets.indices {
                let xml = book.part("xl/worksheets/sheet\(sheet + 1).xml")
                #expect(
                    !xml.localizedCaseInsensitiveContains("<v>nan") && !xml.localizedCaseInsensitiveContains("inf</v>"))
            }
        }
    }

    @Test(
        "Every table is a table of Excel with a filter, a frozen head and a name of its own; charts' data have no filter"
    )
    func tables() throws {
        try read(Sample.document) { book in
            var names: Set<String> = []
            for number in 1...7 {
                let xml = book.part("xl/tables/table\(number).xml")
                #expect(xml.contains("<autoFilter ref=") == (number <= 2))
                let name = try #require(xml.firstMatch(of: #/displayName="([^"]+)"/#)).1
                #expect(names.insert(name.lowercased()).inserted)
                #expect(
                    Set(xml.matches(of: #/tableColumn id="\d+" name="([^"]*)"/#).map { $0.1.lowercased() }).count
                        == xml.matches(of: #/tableColumn id=/#).count)
            }
            #expect(names.isSuperset(of: ["pnl_by_book", "trades", "equity_curve"]))
            for sheet in [2, 3] {
                let xml = book.part("xl/worksheets/sheet\(sheet).xml")
                #expect(xml.contains("state=\"frozen\"") && xml.contains("orientation=\"landscape\""))
            }
            #expect(book.part("xl/tables/table1.xml").contains("totalsRowCount=\"1\""))
            #expect(book.part("xl/tables/table1.xml").matches(of: #/totalsRowFunction="sum"/#).count == 3)
        }
    }

    @Test("A long table is printed with its heads on every page, and its first column stays in sight where it is wide")
    func longTable() throws {
        let columns = (0..<7).map { TableBlock.Column(name: "c\($0)", title: "C\($0)", format: .integer) }
        let rows = (0..<200).map { row in (0..<7).map { Value.integer(row * $0) } }
        try read(sheet(TableBlock(anchor: "t", title: "T", note: "N", columns: columns, rows: rows))) { book in
            let xml = book.part("xl/worksheets/sheet2.xml")
            #expect(xml.contains("<pane xSplit=\"1\" ySplit=\"4\"") && xml.contains("fitToHeight=\"0\""))
            #expect(
                book.part("xl/workbook.xml").contains("'T'!$4:$4") || book.part("xl/workbook.xml").contains("T!$4:$4"))
        }
    }

    @Test("Figures have names, targets and verdicts; properties are those of the as-of day")
    func figures() throws {
        try read(Sample.document) { book in
            let workbook = book.part("xl/workbook.xml")
            #expect(workbook.contains("<definedName name=\"Win_rate\">'Summary'!$B$"))
            let row = try #require(book.sheets[0].first { $0.value.value == "Win rate" }).key.dropFirst()
            let texts = ["B", "C", "D", "E"].map { book.sheets[0]["\($0)\(row)"]?.shown ?? "" }
            #expect(texts == ["82.4%", "> 85%", "missed", "95 % interval 74.1–88.4 %, n = 85"])
            let core = book.part("docProps/core.xml")
            #expect(core.contains("2026-07-31T00:00:00Z</dcterms:created>"))
            #expect(core.contains("<dc:title>Weekly review 2026-W31</dc:title>"))
            #expect(book.part("docProps/custom.xml").contains("history.sqlite, 482 sessions"))
        }
    }

    @Test("Empty titles, repeated titles, long texts and empty words do no harm")
    func awkward() throws {
        let columns = [
            TableBlock.Column(name: "a", title: "", format: .text), .init(name: "b", title: "", format: .usd),
        ]
        let table = TableBlock(
            anchor: "A1", title: "", columns: columns,
            rows: [[.text(""), .null], [.text(String(repeating: "é", count: 40_000)), .number(1e300)]],
            totals: [nil, .number(1e300)])
        let document = Document(
            title: "", kind: "", asOf: Sample.day(1969, 1, 1), provenance: [.init(name: "", text: "")],
            blocks: [
                .table(table), .table(table), .heading(level: 1, text: "", anchor: ""), .prose(""),
                .figures(.init(anchor: "f", title: "", items: [.init(label: "", value: .text(""), format: .text)])),
                .chart(
                    .init(
                        anchor: "c", title: "", alternative: "", kind: .line, xTitle: "",
                        x: [.integer(1), .integer(2)],
                        series: [.init(name: "s", title: "", values: [1, nil])], format: .ratio)),
            ])
        try read(document) { book in
            #expect(book.sheetNames == ["Summary", "A1", "A1 (2)", "c", "Provenance"])
            #expect(book.sheets[1]["A5"]?.value.utf16.count == 32_001)
            #expect(book.sheets[1]["A3"]?.value == "Column 1")
            #expect(book.sheets[1]["B4"]?.value == "–")
        }
    }

    @Test("Numbers with more digits than spreadsheets know are words, and no terms of a total; nor are dates")
    func noTerms() throws {
        let table = TableBlock(
            anchor: "t", title: "T", columns: [.init(name: "n", title: "N", format: .usd)],
            rows: [[.number(1e15)], [.day(Sample.day(2026, 7, 31))], [.number(2)], [.number(-999_999_999_999_999)]],
            totals: [.number(-999_999_999_999_997)])
        try read(sheet(table)) { book in
            let cells = book.sheets[1]
            #expect(cells["A4"]?.isText == true && cells["A4"]?.value == "$1,000,000,000,000,000.00")
            #expect(cells["A5"]?.isText == true && cells["A5"]?.value == "2026-07-31")
            #expect(cells["A7"]?.shown == "-$999,999,999,999,999.00")
            #expect(cells["A8"]?.formula == "SUBTOTAL(109,A4:A7)" && cells["A8"]?.value == "-999999999999997")
            // Wide enough for the widest: no #### in its place.
            let width = book.part("xl/worksheets/sheet2.xml").firstMatch(of: #/<col min="1" max="1" width="([0-9.]+)"/#)
            #expect(width.flatMap { Double($0.1) } ?? 0 > LetterWidth.of("-$999,999,999,999,999.00"))
        }
    }

    @Test("A table without columns or rows is its sentence")
    func noColumns() throws {
        for table in [
            TableBlock(anchor: "t", title: "T", columns: [], rows: [[]], emptyText: "Nothing here."),
            TableBlock(
                anchor: "t", title: "T", columns: [.init(name: "n", title: "N", format: .usd)], rows: [],
                emptyText: "Nothing here."),
        ] {
            try read(sheet(table)) { book in
                #expect(book.sheets[1]["A3"]?.value == "Nothing here.")
                #expect(book.part("xl/tables/table1.xml").isEmpty)
            }
        }
    }

    @Test("A path that cannot be written and a document too large are errors that say what to do")
    func errors() throws {
        let path = "/no/such/folder/report.xlsx"
        let error = #expect(throws: WorkbookError.self) { try WorkbookRenderer.write(Sample.document, to: path) }
        #expect(error?.description.isEmpty == false)
        #expect(throws: WorkbookError.cannotCreate(path: "")) { try WorkbookRenderer.write(Sample.document, to: "") }
        let many = Document(
            title: "T", kind: "k", asOf: Sample.day(2026, 7, 31),
            blocks: Array(repeating: .table(Sample.empty), count: 251))
        #expect(throws: WorkbookError.tooManySheets(251)) { try WorkbookRenderer.write(many, to: path) }
        #expect(
            WorkbookError.tooManySheets(251).description
                == "the report would have 251 sheets of tables and charts, and a workbook holds 250: split the "
                + "notebook, or let tables share a sheet")
        #expect(
            WorkbookError.cannotCreate(path: "x").description
                == "cannot write the workbook 'x': make sure that its folder exists and can be written to, and that "
                + "there is space in it and in the folder of temporary files")
        #expect(
            WorkbookError.refused(step: "cell A1", reason: "r").description
                == "the workbook was not written: cell A1 was refused (r)")
        #expect(
            WorkbookError.tooLarge(table: "t", rows: 2, columns: 3).description.hasPrefix(
                "table 't' has 2 rows and 3 columns"))
        let wide = TableBlock(
            anchor: "wide", title: "", columns: (0..<16_385).map { .init(name: "\($0)", title: "", format: .text) },
            rows: [])
        let long = TableBlock(
            anchor: "long", title: "", columns: [], rows: Array(repeating: [], count: 1_048_000))
        let folder = try Folder()
        #expect(throws: WorkbookError.tooLarge(table: "long", rows: 1_048_000, columns: 0)) {
            try WorkbookRenderer.write(sheet(long), to: folder.path("long.xlsx"))
        }
        #expect(throws: WorkbookError.tooLarge(table: "wide", rows: 0, columns: 16_385)) {
            try WorkbookRenderer.write(sheet(wide), to: folder.path("wide.xlsx"))
        }
    }

    @Test("Spreadsheets know no day before March 1900")
    func serials() {
        #expect(SerialDate.number(Sample.day(1900, 3, 1)) == 61)
        #expect(SerialDate.number(Sample.day(1900, 2, 28)) == nil)
        #expect(SerialDate.number(Instant(utc: Sample.day(1900, 1, 1))) == nil)
    }
}
