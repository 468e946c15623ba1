import Dates
import Input
import Testing

@Suite("Reading CSV tables by the names of their columns")
struct CSVTableTests {
    private func table(_ text: String, columns: [String] = []) throws(CSVError) -> CSVTable {
        try CSVTable(CSVReader(text: text, file: "bars.csv"), columns: columns)
    }

    @Test("columns may stand in any order, and more of them than needed")
    func header() throws {
        var table = try self.table("note,close,date\nx,1.5,2026-07-31\n", columns: ["date", "close"])
        #expect(table.header == ["note", "close", "date"])
        let row = try #require(try table.next())
        #expect(try row.day("date") == Day(2026, 7, 31))
        #expect(try row.number("close") == 1.5)
        #expect(row["note"] == "x")
        #expect(row["volume"] == nil)
        #expect(try table.next() == nil)
    }

    @Test("a header that is missing, lacks a column or names one twice is refused")
    func badHeader() {
        #expect(throws: CSVError.noHeader(file: "bars.csv")) { try table("") }
        #expect(throws: CSVError.missingColumn(file: "bars.csv", column: "close", present: ["date", "open"])) {
            try table("date,open\n", columns: ["date", "close"])
        }
        #expect(
            throws: CSVError.duplicateColumn(
                at: SourcePosition(file: "bars.csv", line: 1, column: 6), column: "date")
        ) { try table("date,date\n") }
    }

    @Test("rows at fault do not hide the others")
    func rows() throws {
        var table = try self.table("a,b\n1,2\n3\n4,5,6\n7,\"8\"9\n10,11\n")
        let (rows, errors) = table.rows()
        #expect(rows.map { $0["a"] } == ["1", "10"])
        #expect(
            errors.map(\.description) == [
                "bars.csv:3: has 1 fields where the header has 2; quote fields that contain commas",
                "bars.csv:4: has 3 fields where the header has 2; quote fields that contain commas",
                "bars.csv:5:6: a quote stands inside a field; quote the whole field and double the quotes in it",
            ])
    }

    enum Side: String, CaseIterable { case call = "C", put = "P" }

    private func row(_ value: String) throws -> CSVRow {
        var table = try self.table("key,value\nx,\"\(value)\"\n")
        return try #require(try table.next())
    }

    @Test("numbers are plain decimals", arguments: [("112.5", 112.5), ("-0.03", -0.03), ("1e-6", 1e-6), ("+7", 7)])
    func number(_ text: String, _ value: Double) throws {
        #expect(try row(text).number("value") == value)
    }

    @Test(
        "what only looks like a number is refused", arguments: ["", "abc", "0x10", "nan", "inf", "1,5", "1 ", "1e999"])
    func noNumber(_ text: String) throws {
        let row = try self.row(text)
        #expect(
            throws: CSVError.invalidField(
                at: SourcePosition(file: "bars.csv", line: 2, column: 3), column: "value", value: text,
                rule: "is not a number; write a decimal such as 112.5")
        ) { try row.number("value") }
    }

    @Test("an empty field is no number where it may be left out")
    func optional() throws {
        #expect(try row("").optionalNumber("value") == nil)
        #expect(try row("2").optionalNumber("value") == 2)
        #expect(try row("").optionalDay("value") == nil)
        #expect(try row("2026-07-31").optionalDay("value") == Day(2026, 7, 31))
    }

    @Test("whole numbers, days, times and choices are read strictly")
    func others() throws {
        #expect(try row("42").integer("value") == 42)
        #expect(throws: CSVError.self) { try row("4.2").integer("value") }
        #expect(throws: CSVError.self) { try row("31/07/2026").day("value") }
        #expect(try row("14:15").minuteOfDay("value") == 855)
        for text in ["24:00", "9:30", "09:60", "0930", "+9:30", "09:30:00"] {
            #expect(throws: CSVError.self) { try row(text).minuteOfDay("value") }
        }
        #expect(try row("P").choice("value", of: Side.self) == .put)
        let unknown = try row("X")
        #expect(
            throws: CSVError.invalidField(
                at: SourcePosition(file: "bars.csv", line: 2, column: 3), column: "value", value: "X",
                rule: "is not one of C, P")
        ) { try unknown.choice("value", of: Side.self) }
    }

    @Test("asking for a column that the file lacks names those it has")
    func absentColumn() throws {
        let row = try self.row("1")
        #expect(throws: CSVError.missingColumn(file: "bars.csv", column: "close", present: ["key", "value"])) {
            try row.number("close")
        }
        #expect(row.position(of: "close") == SourcePosition(file: "bars.csv", line: 2))
    }

    @Test("messages show long values shortened and line ends as text")
    func excerpt() throws {
        let row = try self.row("ab\ncd" + String(repeating: "x", count: 60))
        let message = row.invalid("value", "is odd").description
        #expect(message == "bars.csv:2:3: value 'ab\\ncd" + String(repeating: "x", count: 31) + "...' is odd")
    }

    @Test("a fault becomes a finding with its place")
    func finding() {
        let place = SourcePosition(file: "bars.csv", line: 2, column: 3)
        let error = CSVError.invalidField(at: place, column: "close", value: "x", rule: "is not a number")
        let finding = error.finding(rule: "bars.field", subject: "SPY")
        #expect(finding.severity == .error)
        #expect(finding.place == "bars.csv:2:3")
        #expect(finding.message == "bars.csv:2:3: close 'x' is not a number")
    }

    @Test(
        "every error has a text; those of a place name it first",
        arguments: [
            (CSVError.unreadable(file: "a", reason: "it is a folder"), "a: cannot be read: it is a folder"),
            (.noHeader(file: "a"), "a: is empty; the first line must name the columns"),
            (
                .missingColumn(file: "a", column: "b", present: ["c", "d"]),
                "a:1: has no column 'b' (it has c, d); add it to the header"
            ),
            (
                .duplicateColumn(at: SourcePosition(file: "a", line: 1, column: 3), column: "b"),
                "a:1:3: column 'b' is named twice; name each column once"
            ),
            (
                .tooLarge(at: SourcePosition(file: "a", line: 9), what: "the number of fields", limit: 3),
                "a:9: the number of fields exceeds the limit of 3; a closing quote may be missing"
            ),
        ])
    func texts(_ error: CSVError, _ text: String) {
        #expect(error.description == text)
        #expect(error.position.map { text.hasPrefix($0.description) } ?? true)
    }

    @Test("grades of findings are ordered by gravity")
    func severity() {
        #expect(Finding.Severity.allCases.shuffled().sorted() == [.note, .warning, .error])
    }
}
