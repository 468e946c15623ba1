import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite(.enabled(if: ReadWorkbook.canRead, "needs unzip")) struct WorkbookChartTests {
    /// The chart of a document of its own, as XML, with the workbook.
    private func chart(_ block: ChartBlock, _ use: (String, ReadWorkbook) throws -> Void) throws {
        let document = Document(title: "T", kind: "k", asOf: Sample.day(2026, 7, 31), blocks: [.chart(block)])
        try ReadWorkbook.with(document) { book in try use(book.part("xl/charts/chart1.xml"), book) }
    }

    /// The values that a preview draws, series by series: the copies that the file holds beside the cells.
    private func copies(_ xml: String, _ element: String = "val") -> [[String]] {
        xml.split(separator: "<c:\(element)>").dropFirst().map { rest in
            let series = rest.split(separator: "</c:\(element)>").first ?? ""
            return series.matches(of: #/<c:v>([^<]*)<\/c:v>/#).map { String($0.1) }
        }
    }

    @Test("Each kind is drawn by the chart of the spreadsheet program that draws it")
    func kinds() throws {
        let kinds: [(ChartBlock, String)] = [
            (Desk.equity, "<c:lineChart><c:grouping val=\"standard\"/>"), (Desk.drawdown, "<c:areaChart>"),
            (Desk.symbols, "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"),
            (Sample.days, "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"),
            (Desk.stacked, "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>"),
            (Desk.returns, "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"),
            (Desk.bridge, "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>"),
            (Desk.scatter, "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/>"),
        ]
        for (block, start) in kinds {
            try chart(block) { xml, book in
                #expect(xml.contains(start), "\(block.title)")
                #expect(XMLWalk().run(xml))
                #expect(
                    book.part("xl/drawings/drawing1.xml").contains(
                        "descr=\"\(block.alternative.replacing("&", with: "&amp;"))\""))
            }
        }
    }

    @Test("A chart reads cells, and holds copies of their values so that a preview draws it; gaps stay gaps")
    func cells() throws {
        try chart(Desk.equity) { xml, book in
            let range = try #require(
                xml.firstMatch(of: #/<c:val><c:numRef><c:f>'Growth of \$100'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)<\/c:f>/#)
            )
            let copies = self.copies(xml)
            #expect(copies.map(\.count) == [105, 110], "five values of the first series are missing")
            let (first, last) = (try #require(Int(range.2)), try #require(Int(range.3)))
            let values = (first...last).compactMap { book.sheets[1]["\(range.1)\($0)"]?.value }
            #expect(copies[0] == values)
            // A gap is what is drawn where nothing else is said.
            #expect(!xml.contains("dispBlanksAs"))
            #expect(book.sheets[1]["\(range.1)\(first + 41)"] == nil)
        }
    }

    @Test("Axes have titles and formats; dates are dates; colours and dashes are those of the page")
    func axes() throws {
        try chart(Desk.equity) { xml, _ in
            #expect(xml.contains("<a:t>Day</a:t>") && xml.contains("<a:t>Dollars</a:t>"))
            #expect(xml.contains("<c:numFmt formatCode=\"d mmm\"") && xml.contains("formatCode=\"$#,##0;-$#,##0\""))
            #expect(xml.contains("<a:t>Growth of $100</a:t>"))
            #expect(xml.contains("1C5D99") && xml.contains("B8541C") && xml.contains("<a:prstDash val=\"dash\"/>"))
            #expect(xml.contains("<c:legendPos val=\"t\"/>"))
        }
        try chart(Desk.returns) { xml, _ in
            #expect(xml.contains("<c:gapWidth val=\"0\"/>") && !xml.contains("<c:legend>"))
        }
    }

    @Test("Titles that begin with an equals sign stay words")
    func formulas() throws {
        let block = ChartBlock(
            anchor: "c", title: "=Summary!A1", alternative: "A", kind: .line, xTitle: "=1+1", x: [.integer(1)],
            series: [.init(name: "s", title: "=cmd", values: [1])], format: .ratio, yTitle: "=B1")
        try chart(block) { xml, book in
            #expect(xml.matches(of: #/<a:t>([^<]*)<\/a:t>/#).map { $0.1 } == [" =Summary!A1", " =1+1", " =B1"])
            #expect(book.table(1).heads == ["=1+1", "=cmd"])
        }
    }

    @Test("Losses among the bars of one series have the colour of losses, and flat bars their values at their ends")
    func losses() throws {
        try chart(Desk.symbols) { xml, _ in
            let points = xml.matches(of: #/<c:dPt><c:idx val="(\d)"\/>.*?<\/c:dPt>/#)
            #expect(points.filter { $0.0.contains("B3261E") }.map { $0.1 } == ["1", "3"])
            #expect(xml.contains("<c:dLbls>") && xml.contains("<c:showVal val=\"1\"/>"))
        }
    }

    @Test("Points stand by number and number, even where words would show more digits")
    func points() throws {
        try chart(Desk.scatter) { xml, book in
            #expect(copies(xml, "xVal")[0].count == 40 && copies(xml, "yVal")[0].count == 40)
            #expect(copies(xml, "xVal")[0].allSatisfy { Double($0) != nil })
            #expect(xml.contains("<c:xVal><c:numRef>"))
            #expect(xml.contains("<c:symbol val=\"circle\"/>"))
        }
    }

    @Test("A heat-map is a table whose cells have a ground by their numbers, one row a series")
    func heatMap() throws {
        try chart(Desk.monthly) { xml, book in
            #expect(xml.isEmpty)
            let table = book.table(1)
            #expect(table.heads == ["Year", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"])
            #expect(table.rows[0] == ["2024", "1.20%", "-0.40%", "2.10%", "", "0.00%", "1.80%", "-3.30%"])
            let sheet = book.part("xl/worksheets/sheet2.xml")
            #expect(sheet.contains("<conditionalFormatting sqref=\"B4:H6\">"))
            #expect(
                sheet.contains(
                    "<cfvo type=\"num\" val=\"-0.033\"/><cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"0.033\"/>"
                ))
        }
        var empty = Desk.monthly
        empty = ChartBlock(
            anchor: "e", title: "E", alternative: "", kind: .heatMap, xTitle: "", x: [],
            series: empty.series.map {
                .init(name: $0.name, title: $0.title, values: [])
            }, format: .percent)
        try chart(empty) { _, book in #expect(book.sheets[1]["A3"]?.value == "No data.") }
    }

    @Test(
        "A waterfall stands on parts beside its values, after a blank column; only rises, falls and levels are in the legend"
    )
    func waterfall() throws {
        try chart(Desk.bridge) { xml, book in
            let cells = book.sheets[1]
            let heads = (0..<26).compactMap { cells[CellName.of(3, $0)]?.value }
            #expect(heads == ["Step", "Equity", "Base (not drawn)", "Rise", "Fall", "Fall below zero", "Level"])
            // By hand: 1000, up 2152.20 to 3152.20, down 894.60 to 2257.60, down 2800 to -542.40, nothing, -542.40.
            #expect(
                copies(xml) == [
                    ["1000", "2257.6"], ["2152.2"], ["894.6", "2257.6"], ["-542.4"], ["1000", "-542.4"],
                ])
            #expect(xml.contains("<c:overlap val=\"100\"/>") && xml.contains("<a:noFill/>"))
            #expect(
                xml.matches(of: #/<c:legendEntry><c:idx val="(\d)"\/><c:delete val="1"\/>/#).map { $0.1 } == ["0", "3"])
            #expect(book.part("xl/workbook.xml").contains("_xlnm.Print_Area"))
        }
    }

    @Test("Without values there is no chart but a sentence; without x there are no data")
    func nothing() throws {
        try chart(Sample.nothing) { xml, book in
            #expect(xml.isEmpty && book.sheets[1]["A4"]?.value == "No values to draw.")
        }
        try chart(Sample.noPoint) { xml, book in
            #expect(xml.isEmpty && book.sheets[1]["A3"]?.value == "No data.")
        }
    }

    @Test("Long data of a chart are not printed, short ones beside it are")
    func printing() throws {
        try chart(Desk.equity) { _, book in
            #expect(book.part("xl/workbook.xml").contains("'Growth of $100'!$A$1:$M$23"))
        }
        try chart(Desk.returns) { _, book in
            #expect(book.part("xl/workbook.xml").contains("'Distribution of daily returns'!$A$1:$P$22"))
        }
    }
}
