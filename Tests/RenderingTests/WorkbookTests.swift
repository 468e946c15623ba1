import Dates
import Foundation
import Ledger
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite(.enabled(if: ReadWorkbook.canRead, "needs unzip")) struct WorkbookTests {
    private func read(_ document: Document, _ use: (ReadWorkbook) throws -> Void) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(document, to: folder.path("report.xlsx"))
        try use(ReadWorkbook(folder.path("report.xlsx")))
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
            #expect(book.sheets[1]["A7"] == ReadWorkbook.Cell(value: "4", isText: false, code: "#,##0", formula: nil))
        }
    }

    @Test("Words stay words, dates are dates, money is exact, and what is undefined says why")
    func cells() throws {
        try read(Sample.document) { book in
            let trades = book.sheets[2]
            #expect(trades["F5"]?.value == "=cmd|' /C calc'!A0" && trades["F5"]?.isText == true)
            #expect(trades["F5"]?.formula == nil)
            // 2026-07-27 is day 46230 after 1899-12-30 by Python: (date(2026,7,27) - date(1899,12,30)).days.
            #expect(trades["B5"]?.value == "46230" && trades["B5"]?.code == "yyyy-mm-dd")
            #expect(trades["C5"]?.shown == "2026-07-27 15:58")
            #expect(trades["D6"]?.value == "-0.05" && trades["D6"]?.isText == false)
            #expect(trades["D7"]?.value == "– (still open)")
            #expect(trades["D8"]?.value == "– (not a finite number)")
            #expect(trades["G6"]?.shown == "yes")
            for sheet in book.sheets.indices {
                let xml = book.part("xl/worksheets/sheet\(sheet + 1).xml")
                #expect(
                    !xml.localizedCaseInsensitiveContains("<v>nan") && !xml.localizedCaseInsensitiveContains("inf</v>"))
            }
        }
    }

    @Test("Every table is a table of Excel with a filter, a frozen head and a name of its own")
    func tables() throws {
        try read(Sample.document) { book in
            var names: Set<String> = []
            for number in 1...7 {
                let xml = book.part("xl/tables/table\(number).xml")
                #expect(xml.contains("<autoFilter ref="))
                let name = try #require(xml.firstMatch(of: #/displayName="([^"]+)"/#)).1
                #expect(names.insert(name.lowercased()).inserted)
                #expect(
                    Set(xml.matches(of: #/tableColumn id="\d+" name="([^"]*)"/#).map { $0.1.lowercased() }).count
                        == xml.matches(of: #/tableColumn id=/#).count)
            }
            #expect(names.isSuperset(of: ["pnl_by_book", "trades", "equity_curve"]))
            for sheet in [2, 3, 4] {
                let xml = book.part("xl/worksheets/sheet\(sheet).xml")
                #expect(xml.contains("state=\"frozen\"") && xml.contains("orientation=\"landscape\""))
                #expect(xml.contains("fitToHeight=\"0\""))
            }
        }
    }

    @Test("Native charts read their sheet, say in words what they show, and there is none without values")
    func charts() throws {
        try read(Sample.document) { book in
            let line = book.part("xl/charts/chart1.xml")
            #expect(line.contains("<c:lineChart>") && line.contains("'Equity against LEGACY'!$B$5:$B$69"))
            #expect(book.part("xl/charts/chart2.xml").contains("<c:barDir val=\"bar\"/>"))
            #expect(book.part("xl/charts/chart4.xml").contains("<c:barDir val=\"col\"/>"))
            #expect(book.part("xl/charts/chart5.xml").isEmpty)
            #expect(book.part("xl/drawings/drawing1.xml").contains("descr=\"Two lines from May to July"))
            #expect(book.sheets[3]["B35"]?.value ?? "" == "")
        }
    }

    @Test("Marks are rules that no text can meet")
    func marks() throws {
        try read(Sample.document) { book in
            let xml = book.part("xl/worksheets/sheet2.xml")
            #expect(xml.contains("<formula>AND(ISNUMBER(D5),D5&lt;0)</formula>"))
            #expect(xml.contains("<formula>EXACT(A5,\"Hedge\")</formula>"))
            #expect(book.part("xl/worksheets/sheet3.xml").contains("<formula>AND(ISNUMBER(B5),B5&gt;46233)</formula>"))
        }
        func formula(_ comparison: TableBlock.Highlight.Comparison, _ operand: Value) -> String? {
            MarkFormula.text(.init(column: "c", comparison: comparison, operand: operand, tone: .good), cell: "A1")
        }
        #expect(formula(.above, .text("a\"b")) == "=AND(ISTEXT(A1),A1>\"a\"\"b\")")
        #expect(formula(.above, .number(0.125)) == "=AND(ISNUMBER(A1),A1>0.125)")
        // Noon in New York of 2026-07-31 is 46234.5.
        let noon = Instant(utc: Sample.day(2026, 7, 31), hour: 16)
        #expect(formula(.below, .instant(noon)) == "=AND(ISNUMBER(A1),A1<46234.5)")
        #expect(formula(.equal, .text("")) == nil)
        #expect(formula(.equal, .flag(true)) == "=OR(EXACT(A1,\"yes\"),AND(ISNUMBER(A1),A1=1))")
        #expect(formula(.above, .flag(true)) == nil)
        #expect(formula(.equal, .null) == nil)
        #expect(formula(.equal, .number(.infinity)) == nil)
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
            #expect(book.sheets[1]["A6"]?.value.utf16.count ?? 0 <= 32_767)
            #expect(book.sheets[1]["A4"]?.value == "Column 1")
            #expect(book.sheets[1]["B5"]?.value == "–")
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
                == "the report has 251 tables and charts, and a workbook holds 250: split the notebook")
        #expect(
            WorkbookError.cannotCreate(path: "x").description
                == "cannot write the workbook 'x': make sure that its folder exists and can be written to")
        #expect(
            WorkbookError.refused(step: "cell A1", reason: "r").description
                == "the workbook was not written: cell A1 was refused (r)")
        #expect(
            WorkbookError.tooLarge(table: "t", rows: 2, columns: 3).description.hasPrefix(
                "table 't' has 2 rows and 3 columns"))
        let wide = TableBlock(
            anchor: "wide", title: "", columns: (0..<16_385).map { .init(name: "\($0)", title: "", format: .text) },
            rows: [])
        let folder = try Folder()
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
