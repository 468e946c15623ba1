import Ledger
import Mathematics
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct CellTests {
    @Test("A cell has a name, as a sheet does where rows and columns exist")
    func names() {
        #expect(Cell(0, 0).name == "A1" && Cell(1_048_575, 16_383).name == "XFD1048576")
        #expect(Cell(4, 27).fixedName == "$AB$5")
        #expect(Cell(1_048_575, 16_383).isOnSheet && !Cell(1_048_576, 0).isOnSheet && !Cell(0, 16_384).isOnSheet)
        #expect("\(Cell(1, 1)), \(Cell(-1, 0))" == "cell B2, the cell in row 0 and column 1")
        let range = CellRange(Cell(1, 1), Cell(3, 2))
        #expect(range.name == "B2:C4" && range.rowCount == 3 && range.columnCount == 2)
        #expect(range.overlaps(CellRange(Cell(3, 2), Cell(9, 9))) && !range.overlaps(CellRange(Cell(4, 0), Cell(9, 9))))
    }

    @Test("The quick way of rounding gives the bits of the sure one", arguments: ValueFormat.allCases)
    func rounding(format: ValueFormat) {
        var random = RandomSource(seed: 11, stream: "rounding")
        for _ in 0..<4000 {
            let size = [1e-9, 1e-3, 1, 1e3, 1e6, 1e10, 1e15][random.index(below: 7)]
            let plain = (random.uniform() - 0.5) * size
            // Halves, and what lies beside them, are where two ways of rounding differ.
            let half = (plain * 1000).rounded() / 1000 + 0.0005
            for number in [plain, half, half.nextUp, half.nextDown, (plain * 100).rounded() / 100] {
                let quick = CellNumber.of(.number(number), format, isSummed: false)
                #expect(quick == format.rounded(.number(number)), "\(number) as \(format)")
            }
        }
    }

    @Test("Money and terms of totals are exact, what is not finite is no number, and flags are words")
    func numbers() {
        #expect(CellNumber.of(.money(Money(cents: 12_345)), .usd0, isSummed: false) == 123.45)
        #expect(CellNumber.of(.number(1.23456), .usd, isSummed: true) == 1.23456)
        #expect(CellNumber.of(.money(Money(cents: -30)), .usd0, isSummed: true) == 0)
        #expect(CellNumber.of(.number(-0.004), .usd, isSummed: true) == 0)
        #expect(CellNumber.of(.integer(7), .ratio, isSummed: false) == 7)
        #expect(CellNumber.of(.integer(.max), .text, isSummed: false) == 9_223_372_036_854_775_808)
        for value: Value in [.number(.nan), .number(-.infinity), .flag(true), .text("1"), .null, .undefined(.noData)] {
            #expect(CellNumber.of(value, .ratio, isSummed: false) == nil)
        }
    }

    @Test(
        "Words are made fit for a cell",
        arguments: [
            ("plain", "plain"), ("", ""), ("a\u{1}b\u{7F}", "a\u{FFFD}b\u{FFFD}"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("_x0041_ _x00zz_ _X0041_", "_x005F_x0041_ _x00zz_ _X0041_"), ("_x0041_x0042_", "_x005F_x0041_x0042_"),
        ])
    func words(words: String, fitted: String) {
        #expect(CellText(words).words == fitted)
    }

    @Test("Words that are too long are cut between characters, also where escapes make them longer")
    func longWords() {
        #expect(CellText(String(repeating: "x", count: 32_000)).words.count == 32_000)
        let cut = CellText(String(repeating: "🚀", count: 20_000)).words
        #expect(cut.utf16.count == 32_001 && cut.hasSuffix("🚀…"))
        // 32,000 units end within the sixteen thousandth rocket.
        #expect(CellText("x" + String(repeating: "🚀", count: 20_000)).words.utf16.count == 32_000)
        let escaped = CellText(String(repeating: "_x0041_", count: 4000)).words
        #expect(
            escaped.unicodeScalars.count <= 32_767 && escaped.hasPrefix("_x005F_x0041__x005F_")
                && escaped.hasSuffix("…"))
    }

    @Test("Widths follow the letters of Arial")
    func widths() {
        // Advance widths of Helvetica in its AFM file: W 944, i 222, 0 556 thousandths of the size; 10 points are 13.33
        // pixels, the unit is 7.
        #expect(abs(LetterWidth.of("W") - 0.944 * 40 / 3 / 7) < 1e-12)
        #expect(abs(LetterWidth.of("iii", size: 20) - 0.666 * 80 / 3 / 7) < 1e-12)
        #expect(LetterWidth.of("日") > LetterWidth.of("é") && LetterWidth.of("\n") == 0)
        #expect(LetterWidth.of("0", isBold: true) > LetterWidth.of("0"))
        #expect(LetterWidth.ofPlain("Trades 12") == LetterWidth.of("Trades 12"))
        #expect(
            LetterWidth.ofPlain("a_b") == nil && LetterWidth.ofPlain("é") == nil && LetterWidth.ofPlain("a\n") == nil)
    }

    @Test("A column is as wide as the widest of its heads, numbers, dates and totals, within bounds")
    func columns() {
        func width(_ change: (inout ColumnWidth) -> Void, head: String = "N", format: ValueFormat = .usd) -> Double {
            var column = ColumnWidth(head: head, format: format)
            change(&column)
            return column.width
        }
        #expect(width { _ in } == 7)
        let narrow = width { $0.add(.number(1)) }
        #expect(width { $0.add(.number(-1_234_567.5)) } > narrow)
        #expect(width { $0.add(.words(width: 90, height: 0)) } == ColumnWidth.widest)
        #expect(width({ $0.add(.date) }, format: .time) > width({ $0.add(.date) }, format: .date))
        #expect(width { $0.add(bold: "$123,456,789.00") } > LetterWidth.of("$123,456,789.00"))
        #expect(width { $0.add(.number(0.5, width: 20)) } == 22.5)
        // 7 pixels a letter and 5 at the edges, as the library counts.
        #expect(ColumnWidth.pixels(10) == 75 && ColumnWidth.pixels(0.5) == 6)
    }

    @Test("A row is as high as its words need lines")
    func heights() {
        let one = ColumnWidth.height("word", width: 20)
        #expect(ColumnWidth.height("word\nword\nword", width: 20) > 2 * one)
        #expect(ColumnWidth.height(String(repeating: "word ", count: 20), width: 20) > 3 * one)
        #expect(ColumnWidth.height(String(repeating: "word ", count: 9000), width: 20) == 400)
    }
}
