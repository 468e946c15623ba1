internal import Dates
internal import Input
internal import Ledger
public import Metrics

extension ValueFormat {
    /// The format in which values of a unit are shown when nothing else is asked for.
    public init(default unit: Unit) {
        self =
            switch unit {
            case .usd, .usdPerDay, .usdPerPoint, .usdPerShare: .usd
            case .percent: .percent
            case .ratio: .ratio
            case .count: .integer
            case .days, .points: .number1
            case .date: .date
            case .time: .time
            case .text: .text
            case .flag: .flag
            }
    }

    /// The text of a value, the same in every format of a report.
    ///
    /// Numbers are rounded half away from zero on their shortest decimal form; `-0.004` is `0.00`, never `-0.00`.
    /// An undefined value is `– (reason)`, a null one `–`. Words, dates and flags in a column of numbers stay what
    /// they are, but for characters that show nothing, in whose place U+FFFD stands; a number in a column of words is
    /// written with all its digits.
    public func text(_ value: Value) -> String {
        switch value {
        case .undefined(let reason): "– (\(reason.rawValue))"
        case .null: "–"
        case .text(let words): words.visible
        case .day(let day): day.iso
        case .instant(let instant): self == .date ? NewYork.day(at: instant).iso : NewYork.wallTime(instant)
        case .flag(let flag): flag ? "yes" : "no"
        case .number(let number): DecimalDigits(number).map(text) ?? "– (not a finite number)"
        case .integer(let number): text(DecimalDigits(number))
        case .money(let amount):
            (self == .text ? ValueFormat.usd : self).text(DecimalDigits(hundredths: amount.cents))
        }
    }

    /// The number that stands in a spreadsheet cell: rounded to what ``text(_:)`` shows, in the value's own unit
    /// (0.125 for `12.5%`), 1 or 0 for a flag; nil where the value is shown as words or as a date.
    public func rounded(_ value: Value) -> Double? {
        let digits: DecimalDigits
        switch value {
        case .number(let number):
            guard let shortest = DecimalDigits(number) else { return nil }
            digits = shortest
        case .integer(let number): digits = DecimalDigits(number)
        case .money(let amount): digits = DecimalDigits(hundredths: amount.cents)
        case .flag(let flag): return flag ? 1 : 0
        case .text, .day, .instant, .undefined, .null: return nil
        }
        guard let places = decimalPlaces else { return digits.number }
        return digits.rounded(places: isPercent ? places + 2 : places).number
    }

    /// The number format code by which Excel and LibreOffice show ``rounded(_:)`` as ``text(_:)`` does.
    public var excelNumberFormat: String {
        switch self {
        case .usd: "$#,##0.00;-$#,##0.00"
        case .usd0: "$#,##0;-$#,##0"
        case .usdChange: "+$#,##0.00;-$#,##0.00;$0.00"
        case .percentChange: "+#,##0.00%;-#,##0.00%;0.00%"
        case .delta: "+#,##0.00;-#,##0.00;0.00"
        case .percent: "#,##0.0%"
        case .percent2: "#,##0.00%"
        case .ratio: "#,##0.00"
        case .number1: "#,##0.0"
        case .number4: "#,##0.0000"
        case .integer: "#,##0"
        case .date: "yyyy-mm-dd"
        case .time: "yyyy-mm-dd hh:mm"
        case .text: "General"
        case .flag: "\"yes\";\"yes\";\"no\""
        }
    }

    /// Digits after the point that are shown; nil where the format is not one of numbers.
    public var decimalPlaces: Int? {
        switch self {
        case .usd0, .integer: 0
        case .percent, .number1: 1
        case .usd, .usdChange, .percent2, .percentChange, .ratio, .delta: 2
        case .number4: 4
        case .date, .time, .text, .flag: nil
        }
    }

    /// Whether it is one of numbers, and not of words, dates or flags.
    var isOfNumbers: Bool { decimalPlaces != nil }

    /// Whether numbers are shown in hundredths.
    var isPercent: Bool { self == .percent || self == .percent2 || self == .percentChange }

    /// Whether numbers are shown as dollars.
    var isMoney: Bool { self == .usd || self == .usd0 || self == .usdChange }

    /// Whether a gain carries a plus sign.
    private var isSigned: Bool { self == .usdChange || self == .percentChange || self == .delta }

    private func text(_ digits: DecimalDigits) -> String {
        guard let places = decimalPlaces else {
            if self == .flag { return digits.digits.isEmpty ? "no" : "yes" }
            let shown = digits.text(places: max(digits.digits.count - digits.exponent, 0), grouped: false)
            return digits.isNegative && !digits.digits.isEmpty ? "-\(shown)" : shown
        }
        var shifted = digits
        if isPercent, !digits.digits.isEmpty { shifted.exponent += 2 }
        let rounded = shifted.rounded(places: places)
        let sign = rounded.digits.isEmpty ? "" : rounded.isNegative ? "-" : isSigned ? "+" : ""
        let currency = isMoney ? "$" : ""
        return sign + currency + rounded.text(places: places, grouped: true) + (isPercent ? "%" : "")
    }
}
