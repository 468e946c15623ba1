public import Dates
public import Ledger

/// One cell of a dataset.
public enum Value: Hashable, Sendable {
    /// A number that is finite.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// An exact amount of dollars.
    case money(Money)
    /// Words.
    case text(String)
    /// A date.
    case day(Day)
    /// A moment.
    case instant(Instant)
    /// Yes or no.
    case flag(Bool)
    /// No value, for this reason.
    case undefined(Undefined)
    /// No value, and no reason to give: SQL's NULL.
    case null

    /// The cell of a figure.
    public init(_ figure: Figure) {
        switch figure {
        case .value(let value, _): self = .number(value)
        case .undefined(let reason, _): self = .undefined(reason)
        }
    }

    /// The numeric value in the column's unit: dollars for money, 0 or 1 for a flag; nil for everything else.
    public var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        case .money(let amount): amount.dollars
        case .flag(let flag): flag ? 1 : 0
        case .text, .day, .instant, .undefined, .null: nil
        }
    }
}
