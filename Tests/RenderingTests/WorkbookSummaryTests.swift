import Dates
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite(.enabled(if: ReadWorkbook.canRead, "needs unzip")) struct WorkbookSummaryTests {
    /// The rows of the summary as a reader sees them.
    private func rows(_ document: Document) throws -> [[String]] {
        var rows: [[String]] = []
        try ReadWorkbook.with(document) { book in
            let cells = book.sheets[0]
            let last = cells.keys.compactMap { Int($0.drop { $0.isLetter }) }.max() ?? 0
            rows = (0..<last).map { row in (0..<6).map { cells[CellName.of(row, $0)]?.shown ?? "" } }
        }
        return rows
    }

    @Test("Facts, the synthetic notice, warnings and what changed stand above everything else")
    func head() throws {
        let rows = try rows(Desk.document)
        #expect(rows[0][0] == "Weekly review 2026-W31")
        #expect(rows[1][0] == "weekly · as of 2026-07-31 · week 2026-W31 · share 25 %")
        #expect(rows[2][0].hasPrefix("Synthetic prices. Every option price"))
        #expect(rows[4].prefix(2) == ["Decision", "hold at 25 %: evidence insufficient"])
        #expect(rows[5].prefix(2) == ["Share in force", "25 %"])
        #expect(rows[6].prefix(2) == ["Revision", "2, supersedes 1: a mark of XLE was corrected"])
        #expect(rows[8][0] == "To look at: Two trades of XLE have no mark of 2026-07-30.")
        #expect(rows[10][0] == "Since Weekly review 2026-W30")
        #expect(rows[11] == ["Changed", "From", "", "To", "", ""])
        #expect(rows[12] == ["Portfolio delta", "pass", "", "fail", "", ""])
        #expect(rows[15] == ["Marks of XLE", "new", "", "two marks are older than a day", "", ""])
    }

    @Test("Figures have target, verdict and trend; a group without targets has no room for them")
    func figures() throws {
        let rows = try rows(Desk.document)
        let head = try #require(rows.firstIndex(of: ["Figure", "Value", "Target", "Verdict", "Trend", "Note"]))
        #expect(rows[head + 1] == ["Trades a month", "22", "15–25", "met", "▁▂▅▄▅█", "Last 21 sessions; LEGACY: 8"])
        #expect(rows[head + 4] == ["Sharpe ratio", "– (n too small)", "> 2.00", "too early", "", "n = 14, needs 20"])
        let plain = Document(
            title: "T", kind: "k", asOf: Sample.day(2026, 7, 31),
            blocks: [
                .figures(
                    .init(
                        anchor: "f", title: "",
                        items: [.init(label: "Fees", value: .integer(3), format: .integer, note: "N")]))
            ])
        let other = try self.rows(plain)
        #expect(other.contains(["Figure", "Value", "Note", "", "", ""]))
        #expect(other.contains(["Fees", "3", "N", "", "", ""]))
    }

    @Test("Checks stand in the summary, the gravest first, and lead to the sheet of their evidence")
    func checks() throws {
        let rows = try rows(Desk.document)
        let head = try #require(rows.firstIndex(of: ["Check", "Value", "Limit", "Verdict", "Evidence", ""]))
        #expect(rows[head + 1] == ["Portfolio delta", "+0.34", "within ±0.30", "fail", "Highest on 2026-07-30", ""])
        #expect(rows[head + 2] == ["Marks fresh", "– (not recorded)", "0 stale", "unknown", "evidence", ""])
        #expect(rows[head + 1...head + 4].map { $0[3] } == ["fail", "unknown", "warn", "pass"])
        try ReadWorkbook.with(Desk.document) { book in
            let xml = book.part("xl/worksheets/sheet1.xml")
            let links = xml.matches(of: #/<hyperlink ref="([A-Z]+\d+)" location="([^"]*)"/#)
            let targets = Dictionary(links.map { (String($0.1), String($0.2)) }) { first, _ in first }
            #expect(targets["E\(head + 2)"] == "'Exposure of the week'!A1")
            #expect(targets["E\(head + 3)"] == "'Trades all closed week'!A1")
            #expect(targets["E\(head + 4)"] == "'Drawdown'!A1")
            #expect(targets["A9"] == "'Trades all closed week'!A1")
            // What changed leads to what it is about.
            #expect(targets["A13"] == "'Exposure of the week'!A1")
            for name in book.sheetNames.dropFirst() {
                #expect(targets.values.contains("'\(name.replacing("&", with: "&amp;"))'!A1"), "no link to \(name)")
            }
        }
    }

    @Test("The sheet of checks has a table with their verdicts in colours, and a tab in that of the gravest")
    func sheetOfChecks() throws {
        try ReadWorkbook.with(Desk.document) { book in
            let index = try #require(book.sheetNames.firstIndex(of: "Checks of the day"))
            let table = book.table(index)
            #expect(table.heads == ["Verdict", "Check", "Value", "Limit", "Evidence"])
            #expect(table.rows.map { $0[0] } == ["fail", "unknown", "warn", "pass"])
            #expect(table.rows.map { $0[2] } == ["+0.34", "– (not recorded)", "-4.31%", "0"])
            let xml = book.part("xl/worksheets/sheet\(index + 1).xml")
            #expect(xml.contains("EXACT(A5,\"fail\")") && xml.contains("<tabColor rgb=\"FFB3261E\"/>"))
        }
    }

    @Test(
        "Words flow over the line breaks of the template; lists keep their lines; headings above tables alone are left out"
    )
    func words() throws {
        let words = try rows(Desk.document).map { $0[0] }
        #expect(
            words.contains(
                "The desk closed 31 trades for $4,210.55. The week's loss came from one assignment in QQQ; see the trades."
            ))
        #expect(words.contains("• Theta capture fell to 41.2%. • Portfolio delta breached its limit."))
        #expect(words.contains("Four of five targets met; win rate missed"))
        #expect(!words.contains("Against the old strategy"))
    }

    @Test("Evidence too long for a link is shown whole, without one")
    func longEvidence() throws {
        let evidence = String(repeating: "evidence ", count: 60).dropLast()
        let document = Document(
            title: "T", kind: "k", asOf: Sample.day(2026, 7, 31),
            blocks: [
                .checks(
                    .init(
                        anchor: "c", title: "Checks",
                        rows: [
                            .init(
                                anchor: "r", title: "R", verdict: .fail, value: .integer(1), format: .integer,
                                evidence: String(evidence), link: "#c")
                        ]))
            ])
        #expect(try rows(document).contains { $0[4] == evidence })
    }

    @Test("The summary opens first and prints on one page")
    func page() throws {
        try ReadWorkbook.with(Desk.document) { book in
            let xml = book.part("xl/worksheets/sheet1.xml")
            #expect(xml.contains("<sheetView showGridLines=\"0\" tabSelected=\"1\""))
            #expect(xml.contains("<pageSetUpPr fitToPage=\"1\"/>") && !xml.contains("fitToHeight"))
            #expect(!xml.contains("orientation=\"landscape\""))
            #expect(book.part("xl/workbook.xml").contains("_xlnm.Print_Area"))
        }
    }

    @Test("A report in which nothing changed, nothing is to be checked or nothing stands says so")
    func nothing() throws {
        let document = Document(
            title: "T", kind: "k", asOf: Sample.day(2026, 7, 31),
            changes: ChangesBlock(since: .init(name: "Monday", text: ""), changes: []),
            blocks: [.checks(.init(anchor: "c", title: "Checks", rows: []))])
        let rows = try rows(document).map { $0[0] }
        #expect(rows.contains("Nothing changed.") && rows.contains("No checks"))
        #expect(
            try self.rows(Document(title: "T", kind: "k", asOf: Sample.day(2026, 7, 31))).last?[0] == "→ Provenance")
    }

    @Test("The last sheet says where the figures come from and what the columns mean")
    func provenance() throws {
        try ReadWorkbook.with(Desk.document) { book in
            let cells = try #require(book.sheets.last)
            let pairs = (1...60).map { "\(cells["A\($0)"]?.shown ?? ""): \(cells["B\($0)"]?.shown ?? "")" }
            for pair in [
                "As of: 2026-07-31", "Decision: hold at 25 %: evidence insufficient", "share: 25 %",
                "Input id: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "Program: ThetaDesk 0.2.0", "Week before: ../W30/index.html", "Win rate: Wins ÷ all closed trades",
            ] { #expect(pairs.contains(pair), "\(pair)") }
            let custom = book.part("docProps/custom.xml")
            for name in ["As of", "Decision", "Revision", "week", "Input id", "Program"] {
                #expect(custom.contains("name=\"\(name)\""), "\(name)")
            }
            // A workbook links to itself only.
            #expect(!book.part("xl/worksheets/_rels/sheet1.xml.rels").contains("External"))
        }
    }

    @Test(
        "A trend is its newest values in letters of eight heights",
        arguments: [
            ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([0, 100], "▁█"), ([5, 5, 5], "▄▄▄"), ([1, nil, 3], "▁ █"),
            ([1], ""), ([], ""), ([nil, 2], ""), ([-1e308, 0, 1e308], "▁▅█"), ([1, .nan, .infinity, 2], "▁  █"),
        ] as [([Double?], String)])
    func trend(values: [Double?], text: String) {
        #expect(Trend.text(values) == text)
    }

    @Test("A trend shows the last twelve values")
    func longTrend() {
        #expect(Trend.text((0..<40).map { Double($0) }).count == 12)
    }
}
