import Testing

@testable import Rendering

@Suite struct WorkbookContentsTests {
    typealias Contents = WorkbookContents

    /// A sound workbook: two sheets, a table, a link, a name, a formula, rules and a chart.
    private static let sound: Contents = {
        var sheet = Contents.Sheet(name: "P&L")
        sheet.tables = [.init(name: "pnl", range: range(3, 0, 9, 1), heads: ["Book", "P&L"], hasTotals: true)]
        sheet.merges = [range(0, 0, 0, 3)]
        sheet.links = [.init(place: Cell(1, 0), words: "← Summary", sheet: "Summary", target: Cell(0, 0))]
        sheet.formulas = [.init(place: Cell(9, 1), text: "=SUBTOTAL(109,B5:B9)", result: 42)]
        sheet.rules = [
            .init(range: range(4, 1, 8, 1), kind: .formula("=B5<0")),
            .init(range: range(4, 1, 8, 1), kind: .scale(low: -1, middle: 0, high: 1)),
        ]
        sheet.charts = [
            .init(
                place: Cell(4, 4), title: "C", alternative: "Five bars.",
                series: [.init(categories: range(4, 0, 8, 0), values: range(4, 1, 8, 1), name: Cell(3, 1))])
        ]
        sheet.page = .init(header: "&LTitle", footer: "&P", headRows: 3...3, area: range(0, 0, 9, 1), breaks: [20])
        var contents = Contents()
        contents.sheets = [Contents.Sheet(name: "Summary"), sheet]
        contents.names = [.init(name: "Win_rate", sheet: "Summary", cell: Cell(5, 1))]
        contents.properties = [.init(name: "As of", text: "2026-07-31")]
        return contents
    }()

    private static func range(_ top: Int, _ left: Int, _ bottom: Int, _ right: Int) -> CellRange {
        CellRange(Cell(top, left), Cell(bottom, right))
    }

    /// One rule, what breaks it, and what is said.
    struct Breach: CustomTestStringConvertible {
        let fault: String
        let change: @Sendable (inout Contents) -> Void
        var testDescription: String { fault }

        init(_ fault: String, _ change: @escaping @Sendable (inout Contents) -> Void) {
            self.fault = fault
            self.change = change
        }
    }

    @Test("A sound workbook has no fault")
    func sound() throws {
        #expect(Self.sound.faults == [])
        try Self.sound.check()
    }

    @Test("Each rule names what breaks it", arguments: sheets + tables + names + cells + charts + pages)
    func breach(breach: Breach) {
        var contents = Self.sound
        breach.change(&contents)
        #expect(contents.faults.map(\.description) == [breach.fault])
        #expect(throws: WorkbookError.invalid(contents.faults)) { try contents.check() }
    }

    static let sheets: [Breach] = [
        Breach("workbook: it has no sheet") { $0 = Contents() },
        Breach("workbook: it has 64001 formats and 64,000 are the most") { $0.formatCount = 64_001 },
        Breach("sheet 'SUMMARY': its name is given twice") { $0.sheets.append(.init(name: "SUMMARY")) },
        Breach("sheet '': its name is empty") { $0.sheets.append(.init(name: "")) },
        Breach("sheet '  ': its name is blank") { $0.sheets.append(.init(name: "  ")) },
        Breach("sheet 'history': 'History' is reserved") { $0.sheets.append(.init(name: "history")) },
        Breach("sheet 'a/b': its name has the character '/'") { $0.sheets.append(.init(name: "a/b")) },
        Breach("sheet ''a': its name begins or ends with an apostrophe") { $0.sheets.append(.init(name: "'a")) },
        Breach("sheet 'a\u{1}b': its name has control characters") { $0.sheets.append(.init(name: "a\u{1}b")) },
        // Sixteen characters of two UTF-16 units each.
        Breach("sheet '🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀': its name has 32 characters and 31 are the most") {
            $0.sheets.append(.init(name: String(repeating: "🚀", count: 16)))
        },
    ]

    static let tables: [Breach] = [
        Breach("name 'pnl': it is given twice") {
            $0.sheets[0].tables = [.init(name: "PNL", range: range(0, 0, 2, 0), heads: ["a"])]
        },
        Breach("sheet 'Summary', table 'A1': its name reads as a cell, a row, a column or a value") {
            $0.sheets[0].tables = [.init(name: "A1", range: range(0, 0, 2, 0), heads: ["a"])]
        },
        Breach("sheet 'P&L', table 'pnl': the head 'p&l' stands twice") {
            $0.sheets[1].tables[0].heads = ["P&L", "p&l"]
        },
        Breach("sheet 'P&L', table 'pnl': head 1 has 0 characters; 1 to 255 are allowed") {
            $0.sheets[1].tables[0].heads = ["", "x"]
        },
        Breach("sheet 'P&L', table 'pnl': head 2 has 256 characters; 1 to 255 are allowed") {
            $0.sheets[1].tables[0].heads = ["x", String(repeating: "y", count: 256)]
        },
        Breach("sheet 'P&L', table 'pnl': head 1 has control characters or breaks the line") {
            $0.sheets[1].tables[0].heads = ["a\nb", "x"]
        },
        Breach("sheet 'P&L', table 'pnl': it has 1 heads for 2 columns") { $0.sheets[1].tables[0].heads = ["x"] },
        Breach("sheet 'Summary', table 't': it has no row of values") {
            $0.sheets[0].tables = [.init(name: "t", range: range(0, 0, 1, 0), heads: ["a"], hasTotals: true)]
        },
        Breach(
            "sheet 'Summary', table 't': its cells cell A1 to the cell in row 1048577 and column 1 are not on a sheet"
        ) {
            $0.sheets[0].tables = [.init(name: "t", range: range(0, 0, 1_048_576, 0), heads: ["a"])]
        },
        Breach("sheet 'P&L', table 't': its cells B10:C12 overlap those of 'pnl', A4:B10") {
            $0.sheets[1].tables.append(.init(name: "t", range: range(9, 1, 11, 2), heads: ["a", "b"]))
        },
        Breach("sheet 'P&L', merged cells A4:B4: they overlap table 'pnl'") {
            $0.sheets[1].merges.append(range(3, 0, 3, 1))
        },
        Breach("sheet 'P&L', merged cells D1:E1: they overlap A1:D1") { $0.sheets[1].merges.append(range(0, 3, 0, 4)) },
        Breach("sheet 'P&L', merged cells A3:A3: one cell cannot be merged") {
            $0.sheets[1].merges.append(range(2, 0, 2, 0))
        },
    ]

    static let names: [Breach] = [
        Breach("name 'win_RATE': it is given twice") {
            $0.names.append(.init(name: "win_RATE", sheet: "Summary", cell: Cell(0, 0)))
        },
        Breach("name '1bad': its name begins with '1'") { $0.names[0].name = "1bad" },
        Breach("name 'a!b': its name has the character '!'") { $0.names[0].name = "a!b" },
        Breach("name '': its name is empty") { $0.names[0].name = "" },
        Breach("name 'R1C1': its name reads as a cell, a row, a column or a value") { $0.names[0].name = "R1C1" },
        Breach("name 'Win_rate': it names a cell of 'Nope', which is no sheet") { $0.names[0].sheet = "Nope" },
        Breach("name 'Win_rate': its cell is not on a sheet") { $0.names[0].cell = Cell(-1, 0) },
        Breach("property 'as of': it is given twice") { $0.properties.append(.init(name: "as of", text: "x")) },
        Breach("property '': it has no name") { $0.properties[0].name = "" },
        Breach("property 'As of': it has 256 characters and 255 are the most") {
            $0.properties[0].text = String(repeating: "x", count: 256)
        },
    ]

    static let cells: [Breach] = [
        Breach("sheet 'P&L', the link in cell A2: it leads to 'Nope', which is no sheet") {
            $0.sheets[1].links[0].sheet = "Nope"
        },
        Breach("sheet 'P&L', the link in cell A2: it is not on a sheet or leads outside of one") {
            $0.sheets[1].links[0].target = Cell(0, 16_384)
        },
        Breach("sheet 'P&L', the link in cell A2: it has 0 characters; 1 to 255 are allowed") {
            $0.sheets[1].links[0].words = ""
        },
        Breach("sheet 'P&L', links: there are 65531 and 65,530 are the most") {
            $0.sheets[1].links = Array(repeating: $0.sheets[1].links[0], count: 65_531)
        },
        Breach("sheet 'P&L', cell B10: there is no formula in ''") { $0.sheets[1].formulas[0].text = "" },
        Breach("sheet 'P&L', cell B10: there is no formula in '='") { $0.sheets[1].formulas[0].text = "=" },
        Breach("sheet 'P&L', cell B10: its stored result is nan") { $0.sheets[1].formulas[0].result = .nan },
        Breach("sheet 'P&L', the cell in row 1048577 and column 1: it is not on a sheet") {
            $0.sheets[1].formulas[0].place = Cell(1_048_576, 0)
        },
        Breach("sheet 'P&L', cell B10: a formula has 8193 characters and 8,192 are the most") {
            $0.sheets[1].formulas[0].text = "=" + String(repeating: "1", count: 8192)
        },
        Breach("sheet 'P&L', a rule of B5:B9: a formula quotes 256 characters and 255 are the most") {
            $0.sheets[1].rules[0].kind = .formula("=EXACT(B5,\"\(String(repeating: "x", count: 256))\")")
        },
        Breach("sheet 'P&L', a rule of B5:B9: there is no formula in 'B5<0'") {
            $0.sheets[1].rules[0].kind = .formula("B5<0")
        },
        Breach("sheet 'P&L', a rule of B5:B9: a formula has control characters, which the library writes as they are") {
            $0.sheets[1].rules[0].kind = .formula("=EXACT(B5,\"\u{1}\")")
        },
        Breach("sheet 'P&L', the link in cell A2: it leads to 'a#b', and the library cuts an address at '#'") {
            $0.sheets[0].name = "a#b"
            $0.sheets[1].links[0].sheet = "a#b"
            $0.names[0].sheet = "a#b"
        },
        Breach("sheet 'P&L', a rule of B5:B9: the numbers of a scale of colours do not rise: 0.0, 0.0, 1.0") {
            $0.sheets[1].rules[1].kind = .scale(low: 0, middle: 0, high: 1)
        },
        Breach("sheet 'P&L', a rule of B5:B9: the numbers of a scale of colours are -inf, 0.0 and 1.0") {
            $0.sheets[1].rules[1].kind = .scale(low: -.infinity, middle: 0, high: 1)
        },
        Breach("sheet 'P&L', a rule of B9:B5: the cells B9:B5 are not on a sheet") {
            $0.sheets[1].rules[0].range = range(8, 1, 4, 1)
        },
        Breach("sheet 'P&L', cell A1: its number is nan") {
            $0.cellFaults = [WorkbookFault(sheet: "P&L", place: "cell A1", problem: "its number is nan")]
        },
    ]

    static let charts: [Breach] = [
        Breach("sheet 'P&L', chart 'C': it has 0 series; 1 to 255 are allowed") { $0.sheets[1].charts[0].series = [] },
        Breach("sheet 'P&L', chart 'C': nothing says in words what it shows") {
            $0.sheets[1].charts[0].alternative = ""
        },
        Breach("sheet 'P&L', chart 'C': it stands in no cell") { $0.sheets[1].charts[0].place = Cell(0, -1) },
        Breach("sheet 'P&L', chart 'C': series 1 has B5:B8 for the categories A5:A9") {
            $0.sheets[1].charts[0].series[0].values = range(4, 1, 7, 1)
        },
        Breach("sheet 'P&L', chart 'C': series 1 reads A5:B9, which is neither a row nor a column") {
            $0.sheets[1].charts[0].series[0].categories = range(4, 0, 8, 1)
            $0.sheets[1].charts[0].series[0].values = range(4, 1, 13, 1)
        },
        Breach("sheet 'P&L', chart 'C': series 1 reads cells that are not on a sheet") {
            $0.sheets[1].charts[0].series[0].categories = range(1_048_572, 0, 1_048_576, 0)
        },
        Breach("sheet 'P&L', chart 'C': series 1 has its name in no cell") {
            $0.sheets[1].charts[0].series[0].name = Cell(0, 20_000)
        },
    ]

    static let pages: [Breach] = [
        Breach("sheet 'P&L', page: the header has 256 characters and 255 are the most") {
            $0.sheets[1].page.header = String(repeating: "x", count: 256)
        },
        Breach("sheet 'P&L', page: the repeated rows 0 to 1 do not exist") { $0.sheets[1].page.headRows = -1...0 },
        Breach("sheet 'P&L', page: the printed cells A1:A0 are not on a sheet") {
            $0.sheets[1].page.area = range(0, 0, -1, 0)
        },
        Breach("sheet 'P&L', page: no page can begin at row 1") { $0.sheets[1].page.breaks = [0] },
        Breach("sheet 'P&L', page: it has 1024 page breaks and 1,023 are the most") {
            $0.sheets[1].page.breaks = Array(1...1024)
        },
    ]

    @Test("All faults are said at once, with the remedy")
    func all() {
        var contents = Self.sound
        contents.sheets[1].name = "a*b"
        contents.names[0].name = "1bad"
        #expect(contents.faults.count == 2)
        #expect(
            WorkbookError.invalid(contents.faults).description
                == "the workbook was not written, because spreadsheets could not read it; this is a defect of ThetaDesk, "
                + "please report it:\n  sheet 'a*b': its name has the character '*'\n  name '1bad': its name begins with '1'"
        )
    }
}
