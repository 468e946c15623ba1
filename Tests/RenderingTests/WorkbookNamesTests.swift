import Testing

@testable import Rendering

@Suite struct WorkbookNamesTests {
    // Rules of Excel: at most 31 characters, none of []:*?/\, no apostrophe at an end, not History, not twice in any
    // case of letters.
    @Test("Titles become names of sheets that Excel accepts, each another")
    func sheets() {
        var names = WorkbookNames()
        let titles = [
            "P&L by book", "p&l BY BOOK", "", "History", "Trades: all/closed [week]?", "'quoted'", "\n\u{1}", "Summary",
            String(repeating: "x", count: 40), String(repeating: "x", count: 41), String(repeating: "🚀", count: 20),
            "it's", "Σ", "σ", "Trade #1",
        ]
        let sheets = titles.map { names.sheet($0) }
        #expect(
            sheets == [
                "P&L by book", "p&l BY BOOK (2)", "Sheet", "History (2)", "Trades all closed week", "quoted",
                "Sheet (2)",
                "Summary", String(repeating: "x", count: 31), String(repeating: "x", count: 27) + " (2)",
                String(repeating: "🚀", count: 15), "it's", "Σ", "σ (2)", "Trade No.1",
            ])
        #expect(sheets.allSatisfy { $0.utf16.count <= 31 })
    }

    @Test("Words become names of tables and cells that are no address and no value, each another")
    func identifiers() {
        var names = WorkbookNames()
        let words = [
            "Win rate", "win-rate", "A1", "xfd1048576", "R1C1", "c", "R", "true", "2 legs", "", "Σ", "P&L (net)", "_x",
            "pnl_by_book", "ABCD1",
        ]
        #expect(
            words.map { names.identifier($0) } == [
                "Win_rate", "win_rate_2", "_A1", "_xfd1048576", "_R1C1", "_c", "_R", "_true", "_2_legs", "table",
                "table_2", "P_L_net", "_x", "pnl_by_book", "ABCD1",
            ])
    }

    // Of all texts of up to five of these letters, held to the rule as patterns.
    @Test("A name reads as an address where it is a cell, a row, a column or a value, and nowhere else")
    func addresses() {
        var texts = [""]
        var last = [""]
        for _ in 0..<5 {
            last = last.flatMap { text in ["R", "c", "A", "0", "7", "_", "ß"].map { text + $0 } }
            texts += last
        }
        for text in texts + ["true", "False", "XFD1048576", "r1048576c16384", "r1048576c163840", "ABCD1"] {
            let upper = text.uppercased()
            let expected =
                text.utf8.count <= 14
                && (upper == "TRUE" || upper == "FALSE"
                    || upper.wholeMatch(of: #/[A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*/#) != nil)
            if DefinedNames.looksLikeAddress(text) != expected { Issue.record("\(text)") }
        }
    }

    @Test("Heads of a table are never empty or alike")
    func heads() {
        #expect(
            WorkbookNames.heads(["P&L", "p&l", "", "a\nb", "[x] #1 it's", "P&L"]) == [
                "P&L", "p&l (2)", "Column 3", "a b", "(x) No.1 it’s", "P&L (3)",
            ])
        #expect(WorkbookNames.heads([String(repeating: "y", count: 300)])[0].count == 200)
    }

    @Test(
        "Columns count A to Z, AA to ZZ, AAA",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func letters(column: Int, letters: String) {
        #expect(Cell.letters(column) == letters)
    }
}
