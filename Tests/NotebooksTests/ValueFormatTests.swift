import Dates
import Ledger
import Metrics
import Notebooks
import Testing

/// Expected texts by hand from the rule "round half away from zero on the shortest decimal form".
@Suite("Values are shown the same way everywhere")
struct ValueFormatTests {
    @Test(
        "a number is rounded half away from zero on its shortest decimal form",
        arguments: [
            (ValueFormat.ratio, 2.675, "2.68"), (.ratio, 1.005, "1.01"), (.ratio, -2.675, "-2.68"),
            (.ratio, 0.125, "0.13"), (.ratio, -0.004, "0.00"), (.ratio, -0.005, "-0.01"), (.ratio, -0.0, "0.00"),
            (.ratio, 9.995, "10.00"), (.ratio, 99.999, "100.00"), (.ratio, 0.994, "0.99"), (.ratio, 0.996, "1.00"),
            (.ratio, 1e15, "1,000,000,000,000,000.00"), (.ratio, 1e22, "10,000,000,000,000,000,000,000.00"),
            (.ratio, .leastNonzeroMagnitude, "0.00"), (.ratio, 0.00499999999999999, "0.00"),
            (.ratio, 1234.5, "1,234.50"),
            (.integer, 2.5, "3"), (.integer, -2.5, "-3"), (.integer, 0.5, "1"), (.integer, 0.49999999999999994, "0"),
            (.integer, 999.5, "1,000"), (.integer, -0.4, "0"), (.integer, 1_234_567, "1,234,567"),
            (.integer, 123, "123"), (.number1, 37.25, "37.3"), (.number1, 0.05, "0.1"), (.number1, 0.04, "0.0"),
            (.number4, 0.12345, "0.1235"), (.number4, -0.00004, "0.0000"), (.number4, 1e-4, "0.0001"),
            (.usd, 1234.5, "$1,234.50"), (.usd, -0.05, "-$0.05"), (.usd, -0.004, "$0.00"), (.usd, 0, "$0.00"),
            (.usd0, 1234.5, "$1,235"), (.usd0, -0.5, "-$1"), (.usd0, -0.49, "$0"), (.usd0, -1_000_000, "-$1,000,000"),
            (.percent, 0.125, "12.5%"), (.percent, 0.1245, "12.5%"), (.percent, 0.00125, "0.1%"),
            (.percent, 0.0015, "0.2%"), (.percent, 1, "100.0%"), (.percent, 12.5, "1,250.0%"),
            (.percent, -0.0004, "0.0%"), (.percent, 0, "0.0%"), (.percent2, 0.00125, "0.13%"),
            (.percent2, 0.125, "12.50%"), (.percent2, -0.29, "-29.00%"), (.percent, 0.07, "7.0%"),
            (.text, 2.675, "2.675"), (.text, -12, "-12"), (.text, 1e21, "1000000000000000000000"),
            (.text, 0.00001, "0.00001"), (.text, -0.0, "0"), (.flag, 1, "yes"), (.flag, 0, "no"), (.flag, -2, "yes"),
        ])
    func numbers(format: ValueFormat, number: Double, expected: String) {
        #expect(format.text(.number(number)) == expected)
    }

    @Test("money and whole numbers are shown from their exact digits")
    func exact() {
        #expect(ValueFormat.usd.text(.money(Money(cents: 123_456))) == "$1,234.56")
        #expect(ValueFormat.usd.text(.money(Money(cents: -5))) == "-$0.05")
        #expect(ValueFormat.usd.text(.money(.zero)) == "$0.00")
        #expect(ValueFormat.usd0.text(.money(Money(cents: 50))) == "$1")
        #expect(ValueFormat.text.text(.money(Money(cents: 100))) == "$1.00")
        // 2^53 + 1 cents: beyond what a Double tells apart.
        #expect(ValueFormat.usd.text(.money(Money(cents: 9_007_199_254_740_993))) == "$90,071,992,547,409.93")
        #expect(ValueFormat.integer.text(.integer(Int.max)) == "9,223,372,036,854,775,807")
        #expect(ValueFormat.integer.text(.integer(Int.min)) == "-9,223,372,036,854,775,808")
        #expect(ValueFormat.text.text(.integer(1200)) == "1200")
        #expect(ValueFormat.ratio.text(.integer(3)) == "3.00")
        #expect(ValueFormat.percent.text(.integer(1)) == "100.0%")
    }

    @Test("a value that does not exist says why", arguments: ValueFormat.allCases)
    func missing(format: ValueFormat) {
        #expect(format.text(.undefined(.noLosses)) == "– (no losses)")
        #expect(format.text(.null) == "–")
        #expect(format.text(.number(.nan)) == "– (not a finite number)")
        #expect(format.text(.number(-.infinity)) == "– (not a finite number)")
        #expect(format.rounded(.undefined(.noLosses)) == nil)
        #expect(format.rounded(.null) == nil)
        #expect(format.rounded(.number(.infinity)) == nil)
    }

    @Test("words, dates and flags stay what they are in any column", arguments: ValueFormat.allCases)
    func words(format: ValueFormat) throws {
        let day = try #require(Day(2026, 7, 31))
        #expect(format.text(.text("=cmd|'/c calc'!A1")) == "=cmd|'/c calc'!A1")
        #expect(format.text(.day(day)) == "2026-07-31")
        #expect(format.text(.flag(true)) == "yes")
        #expect(format.text(.flag(false)) == "no")
        #expect(format.rounded(.text("12")) == nil)
        #expect(format.rounded(.day(day)) == nil)
        #expect(format.rounded(.flag(true)) == 1)
        #expect(format.rounded(.flag(false)) == 0)
        // 01:30 UTC is the evening before in New York (UTC−4 in summer).
        let instant = Instant(utc: try #require(Day(2026, 8, 1)), hour: 1, minute: 30)
        #expect(format.text(.instant(instant)) == (format == .date ? "2026-07-31" : "2026-07-31 21:30"))
        #expect(format.rounded(.instant(instant)) == nil)
    }

    @Test(
        "the number for a spreadsheet is what the text shows",
        arguments: [
            (ValueFormat.ratio, 2.675, 2.68), (.ratio, -0.004, 0), (.percent, 0.12345, 0.123), (.usd, 0.285, 0.29),
            (.percent2, 0.00125, 0.0013), (.usd0, -1234.5, -1235), (.number1, 1e300, 1e300), (.text, 0.1, 0.1),
            (.integer, 1e15, 1e15), (.number4, .leastNonzeroMagnitude, 0),
            (.usd, 1.7976931348623157e308, 1.7976931348623157e308),
        ])
    func rounded(format: ValueFormat, number: Double, expected: Double) {
        #expect(format.rounded(.number(number)) == expected)
        #expect(format.rounded(.number(number))?.sign == expected.sign)
    }

    @Test("money and whole numbers are rounded as shown")
    func roundedExact() {
        #expect(ValueFormat.usd.rounded(.money(Money(cents: -123_456))) == -1234.56)
        #expect(ValueFormat.usd0.rounded(.money(Money(cents: 50))) == 1)
        #expect(ValueFormat.integer.rounded(.integer(42)) == 42)
    }

    @Test(
        "texts read back give the rounded number", arguments: [ValueFormat.usd, .ratio, .number1, .number4, .integer])
    func readBack(format: ValueFormat) throws {
        var seed: UInt64 = 20_260_731
        for _ in 0..<2000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(Int64(bitPattern: seed) >> 20) / 1e5
            let text = format.text(.number(number)).filter { $0 != "," && $0 != "$" }
            #expect(Double(text) == format.rounded(.number(number)))
        }
    }

    @Test("a change carries its sign, and no sign when it is none")
    func changes() {
        #expect(ValueFormat.usdChange.text(.money(Money(cents: 1250))) == "+$12.50")
        #expect(ValueFormat.usdChange.text(.money(Money(cents: -5))) == "-$0.05")
        #expect(ValueFormat.usdChange.text(.number(0.004)) == "$0.00")
        #expect(ValueFormat.percentChange.text(.number(0.0125)) == "+1.25%")
        #expect(ValueFormat.percentChange.rounded(.number(0.01254)) == 0.0125)
        #expect(ValueFormat.delta.text(.number(-0.254)) == "-0.25")
        #expect(ValueFormat.delta.text(.number(0.25)) == "+0.25")
    }

    @Test("every unit has a format of its own, every format a spreadsheet code")
    func defaults() {
        let expected: [(Unit, ValueFormat)] = [
            (.usd, .usd), (.percent, .percent), (.ratio, .ratio), (.count, .integer), (.days, .number1),
            (.usdPerDay, .usd), (.usdPerPoint, .usd), (.points, .number1), (.usdPerShare, .usd), (.date, .date),
            (.time, .time), (.text, .text), (.flag, .flag),
        ]
        #expect(expected.map(\.0) == Unit.allCases)
        for (unit, format) in expected { #expect(ValueFormat(default: unit) == format) }
        #expect(
            ValueFormat.allCases.map(\.excelNumberFormat) == [
                "$#,##0.00;-$#,##0.00", "$#,##0;-$#,##0", "#,##0.0%", "#,##0.00%",
                "+$#,##0.00;-$#,##0.00;$0.00", "+#,##0.00%;-#,##0.00%;0.00%", "+#,##0.00;-#,##0.00;0.00",
                "#,##0.00", "#,##0.0", "#,##0.0000", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "General",
                "\"yes\";\"yes\";\"no\"",
            ])
    }
}
