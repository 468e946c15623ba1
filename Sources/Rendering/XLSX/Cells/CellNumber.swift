internal import Ledger
internal import Metrics
internal import Notebooks

/// The number that stands in a cell behind what is shown.
enum CellNumber {
    /// From this size on spreadsheets do not know every digit before the point, and words are shown instead.
    static let limit = 1e15

    /// Exact for money and in columns with a total, so that a spreadsheet's sum of the cells is the total shown;
    /// otherwise rounded to what is shown. What is shown as zero is zero: a spreadsheet would write `-$0`. Nil where the
    /// cell holds words, a date or nothing.
    static func of(_ value: Value, _ format: ValueFormat, isSummed: Bool) -> Double? {
        switch value {
        case .number(let number):
            guard number.isFinite else { return nil }
            let shown = rounded(number, format.shownPlaces) ?? format.rounded(value)
            return isSummed && shown != 0 ? number : shown
        case .integer(let count): return count.magnitude < 1 << 53 ? Double(count) : format.rounded(value)
        case .money(let amount):
            guard let places = format.shownPlaces, places < 2 else { return amount.dollars }
            return (rounded(amount.dollars, places) ?? format.rounded(value)) == 0 ? 0 : amount.dollars
        case .flag, .text, .day, .instant, .undefined, .null: return nil
        }
    }

    /// A number rounded to decimal places, halves away from zero on the shortest decimal form, as ``ValueFormat`` does,
    /// at a tenth of the time; nil where only the digits can tell: near halves, for large numbers, for no places.
    ///
    /// A whole number below 2⁵³ divided by a power of ten up to 10²² is the double nearest to that decimal fraction,
    /// because both are exact and one division rounds once (Clinger, 1990).
    static func rounded(_ number: Double, _ places: Int?) -> Double? {
        guard let places, places < powers.count else { return nil }
        let scaled = number * powers[places]
        // Below 2³⁶ the product is off by less than 10⁻⁵, so that what is farther than 10⁻⁴ from a half is clear.
        guard scaled.magnitude < 68_719_476_736 else { return nil }
        let whole = scaled.rounded()
        guard ((scaled - whole).magnitude - 0.5).magnitude > 1e-4 else { return nil }
        return whole == 0 ? 0 : whole / powers[places]
    }

    private static let powers = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}

extension ValueFormat {
    /// Decimal places of the number behind what is shown: two more than shown where hundredths are; nil where all
    /// digits are shown.
    var shownPlaces: Int? {
        switch self {
        case .percent, .percent2, .percentChange: decimalPlaces.map { $0 + 2 }
        default: decimalPlaces
        }
    }
}
