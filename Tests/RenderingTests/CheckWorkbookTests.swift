import Foundation
import ReportReading
import Testing

@testable import Rendering

@Suite(.enabled(if: CheckScript.python != nil, "needs a python3 with openpyxl, or PYTHON naming one"))
struct CheckWorkbookTests {
    /// Puts other words into a part of a workbook.
    private static let spoil = """
        import sys, zipfile
        source, target, part, old, new = sys.argv[1:]
        with zipfile.ZipFile(source) as one, zipfile.ZipFile(target, "w") as other:
            for name in one.namelist():
                data = one.read(name)
                if name == part:
                    assert old.encode() in data, f"{old} is not in {part}"
                    data = data.replace(old.encode(), new.encode(), 1)
                if name != part or new != "gone":
                    other.writestr(name, data)
        """

    @Test("Independent readers find the workbooks of rich documents sound")
    func sound() throws {
        let folder = try Folder()
        try WorkbookRenderer.write(Desk.document, to: folder.path("desk.xlsx"))
        try WorkbookRenderer.write(Sample.document, to: folder.path("sample.xlsx"))
        let answer = try CheckScript.run(
            ["--no-office", folder.path("desk.xlsx"), folder.path("sample.xlsx")], script: "check-workbook")
        #expect(answer.status == 0, "\(answer.output)")
        #expect(answer.output.contains("desk.xlsx: sound; 15 sheets, 14 tables, 6 totals, 8 charts"))
    }

    @Test(
        "What is wrong with a workbook is named",
        arguments: [
            (
                "xl/worksheets/sheet3.xml", "<v>4210.55</v>", "<v>4210.56</v>",
                "4210.56 is stored, the cells make 4210.55"
            ),
            ("xl/worksheets/sheet3.xml", "<v>4210.55</v>", "<v>4210,55</v>", "the number is '4210,55'"),
            ("xl/worksheets/sheet3.xml", "SUBTOTAL(109,", "SUM(", "is the formula =SUM("),
            ("xl/tables/table2.xml", "name=\"Book\"", "name=\"Books\"", "its heads are"),
            (
                "xl/tables/table3.xml", "displayName=\"pnl_by_symbol\"", "displayName=\"pnl_by_book\"",
                "its name is given twice"
            ),
            ("xl/workbook.xml", "'Summary'!$B$25", "'Nope'!$B$25", "leads to 'Nope', which is no sheet"),
            ("xl/workbook.xml", "'Summary'!$B$25", "'Summary'!$B$99", "is empty"),
            ("xl/worksheets/sheet1.xml", "location=\"'Drawdown'!A1\"", "location=\"'Nope'!A1\"", "leads to 'Nope'!A1"),
            ("xl/charts/chart3.xml", "<c:v>100</c:v>", "<c:v>101</c:v>", "are not the values that it has stored"),
            ("xl/charts/chart2.xml", "<c:chart>", "<c:chart", "not well-formed"),
            ("xl/drawings/drawing1.xml", "", "gone", "xl/drawings/drawing1.xml, which is not there"),
            (
                "xl/_rels/workbook.xml.rels", "Id=\"rId1\"", "Id=\"rId99\"",
                "uses the relationship rId1, which is not given"
            ),
            (
                "[Content_Types].xml", "PartName=\"/xl/styles.xml\"", "PartName=\"/xl/style.xml\"",
                "xl/style.xml: declared, not there"
            ),
        ])
    func wrong(part: String, old: String, new: String, problem: String) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(Desk.document, to: folder.path("desk.xlsx"))
        let spoilt = try CheckScript.python([
            "-c", Self.spoil, folder.path("desk.xlsx"), folder.path("spoilt.xlsx"), part, old, new,
        ])
        #expect(spoilt.status == 0, "\(spoilt.output)")
        let answer = try CheckScript.run(["--no-office", folder.path("spoilt.xlsx")], script: "check-workbook")
        #expect(answer.status == 1)
        #expect(answer.output.contains(problem), "\(answer.output)")
    }

    @Test("A bar of a waterfall that hangs elsewhere than its values is named")
    func waterfall() throws {
        let folder = try Folder()
        try WorkbookRenderer.write(Desk.document, to: folder.path("desk.xlsx"))
        let spoilt = try CheckScript.python([
            "-c", Self.spoil, folder.path("desk.xlsx"), folder.path("spoilt.xlsx"), "xl/worksheets/sheet4.xml",
            "<v>894.6</v>", "<v>894.7</v>",
        ])
        #expect(spoilt.status == 0, "\(spoilt.output)")
        let answer = try CheckScript.run(["--no-office", folder.path("spoilt.xlsx")], script: "check-workbook")
        #expect(
            answer.output.contains("the bar goes from 2257.6 to 3152.3, the values from 2257.6 to 3152.2"),
            "\(answer.output)")
    }

    @Test("A file that is not there, and one that is no workbook, are told apart")
    func noWorkbook() throws {
        let folder = try Folder()
        #expect(try CheckScript.run(["--no-office", folder.path("none.xlsx")], script: "check-workbook").status == 2)
        try Data("no workbook".utf8).write(to: folder.url.appending(path: "text.xlsx"))
        let answer = try CheckScript.run(["--no-office", folder.path("text.xlsx")], script: "check-workbook")
        #expect(answer.status == 1 && answer.output.contains("no package"))
    }
}
