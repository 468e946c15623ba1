import Dates
import Foundation
import Ledger
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct WorkbookMarkTests {
    @Test("Marks are rules that no text can meet", .enabled(if: ReadWorkbook.canRead, "needs unzip"))
    func marks() throws {
        try ReadWorkbook.with(Sample.document) { book in
            let xml = book.part("xl/worksheets/sheet2.xml")
            #expect(xml.contains("<formula>AND(ISNUMBER(D5),D5&lt;0)</formula>"))
            #expect(xml.contains("<formula>EXACT(A5,\"Hedge\")</formula>"))
            #expect(book.part("xl/worksheets/sheet3.xml").contains("<formula>AND(ISNUMBER(B4),B4&gt;46233)</formula>"))
        }
        func formula(_ comparison: TableBlock.Highlight.Comparison, _ operand: Value) -> String? {
            MarkFormula.text(
                .init(column: "c", comparison: comparison, operand: operand, tone: .good), cell: Cell(0, 0))
        }
        // A spreadsheet sorts words by language and regardless of case, so that the cells are marked one by one.
        #expect(formula(.above, .text("a\"b")) == nil)
        #expect(formula(.equal, .text("a\"b")) == "=EXACT(A1,\"a\"\"b\")")
        #expect(
            formula(.unequal, .text("x"))
                == "=AND(ISTEXT(A1),NOT(EXACT(A1,\"x\")),A1<>\"–\",LEFT(A1,3)<>\"– (\")")
        #expect(formula(.atLeast, .number(2)) == "=AND(ISNUMBER(A1),A1>=2)")
        #expect(formula(.atMost, .number(-0.5)) == "=AND(ISNUMBER(A1),A1<=-0.5)")
        #expect(formula(.unequal, .integer(0)) == "=AND(ISNUMBER(A1),A1<>0)")
        #expect(formula(.equal, .text(String(repeating: "x", count: 201))) == nil)
        for words in ["a\u{1}", "a\nb", "a\tb", "_x0041_"] { #expect(formula(.equal, .text(words)) == nil) }
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

    @Test(
        "A rule that a spreadsheet would judge otherwise marks its cells one by one",
        .enabled(if: ReadWorkbook.canRead, "needs unzip"))
    func cellByCell() throws {
        try ReadWorkbook.with(Desk.document) { book in
            let index = try #require(book.sheetNames.firstIndex(of: "Exposure of the week"))
            // "theta" is above "e", "delta" and "day at risk" are not, by the order of Unicode.
            let styles = ["A5", "A6", "A7"].map { book.style($0, sheet: index) }
            #expect(styles[0] == styles[2] && styles[0] != styles[1])
            let xml = book.part("xl/worksheets/sheet\(index + 1).xml")
            #expect(xml.contains("EXACT(D5,&quot;no&quot;)") || xml.contains("EXACT(D5,\"no\")"))
            #expect(!xml.contains("conditionalFormatting sqref=\"A5:A7\""))
        }
    }

    @Test(
        "A column judged against zero has a ground between red and green with zero in the middle",
        .enabled(if: ReadWorkbook.canRead, "needs unzip"))
    func scales() throws {
        try ReadWorkbook.with(Desk.document) { book in
            let index = try #require(book.sheetNames.firstIndex(of: "P&L"))
            let xml = book.part("xl/worksheets/sheet\(index + 1).xml")
            // The farthest of 5123.40, -912.85 and 0 is 5123.40.
            #expect(
                xml.contains(
                    "<colorScale><cfvo type=\"num\" val=\"-5123.4\"/><cfvo type=\"num\" val=\"0\"/>"
                        + "<cfvo type=\"num\" val=\"5123.4\"/>"))
            #expect(!xml.contains("<extLst>"), "an extension that openpyxl warns of")
        }
    }

    @Test("A scale runs evenly around zero, from low to high on one side of it, and there is none of equal numbers")
    func scale() throws {
        let around = try #require(ColorScale(from: -2, to: 5, .full))
        #expect((around.low, around.middle, around.high) == (-5, 0, 5))
        let above = try #require(ColorScale(from: 1, to: 5, .soft))
        #expect((above.low, above.middle, above.high) == (1, 3, 5))
        #expect(ColorScale(from: 3, to: 3, .full) == nil)
        #expect(ColorScale(from: 1, to: 1.0.nextUp, .full) == nil, "there is no number between the two")
        let huge = try #require(ColorScale(from: -1e308, to: 1.5e308, .full))
        #expect(huge.low == -1.5e308 && huge.high == 1.5e308)
    }

    @Test("The colours of a workbook are those of the page on a light ground")
    func palette() {
        func hex(_ color: UInt32) -> String { "#" + String(0x100_0000 + color, radix: 16).dropFirst() }
        let named: [(String, UInt32)] = [
            ("ink", Palette.ink), ("soft", Palette.soft), ("line", Palette.line), ("rule", Palette.rule),
            ("good", Palette.good), ("bad", Palette.bad), ("warn", Palette.warn),
        ]
        for (name, color) in named { #expect(PageColors.light.contains("--\(name):\(hex(color))"), "\(name)") }
        for (number, color) in Palette.series.enumerated() {
            #expect(PageColors.light.contains("--s\(number):\(hex(color))"))
        }
    }

    @Test("Letters on each ground keep a contrast of 4.5 : 1")
    func contrast() {
        // Relative luminance and contrast after WCAG 2.2.
        func luminance(_ color: UInt32) -> Double {
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double(color >> UInt32(shift) & 0xFF) / 255
                return part <= 0.04045 ? part / 12.92 : Foundation.pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        func contrast(_ first: UInt32, _ second: UInt32) -> Double {
            let (one, other) = (luminance(first), luminance(second))
            return (max(one, other) + 0.05) / (min(one, other) + 0.05)
        }
        for tone in TableBlock.Highlight.Tone.allCases { #expect(contrast(tone.color, tone.ground) >= 4.5) }
        for ground in [Palette.softLow, Palette.softHigh] {
            #expect(contrast(Palette.bad, ground) >= 4.5 && contrast(Palette.good, ground) >= 4.5)
        }
        for ground in [Palette.low, Palette.high, Palette.heat[0], Palette.heat[1], Palette.head] {
            #expect(contrast(Palette.ink, ground) >= 4.5)
        }
        #expect(contrast(Palette.soft, 0xFFFFFF) >= 4.5 && contrast(Palette.link, 0xFFFFFF) >= 4.5)
    }
}
