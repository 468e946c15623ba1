/// An exact amount of dollars, in cents. Credits, debits, fees and P&L are money; they add up over any grouping.
///
/// | expression | result |
/// |---|---|
/// | `Money + Money`, `Money - Money`, `-Money` | `Money` |
/// | `Money * Int` | `Money` |
/// | `Price.total(contracts:)` | `Money` |
///
/// Analytics leave the fixed-point world by ``dollars``. Sums stay exact up to 92 quadrillion dollars; beyond that
/// the arithmetic stops the program rather than wrap.
public struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The amount in cents; negative for a loss or a debit.
    public let cents: Int64

    /// An amount of this many cents.
    public init(cents: Int64) {
        self.cents = cents
    }

    /// The amount nearest to a number of dollars, halves away from zero; nil where the number is not finite or is
    /// too large to be held.
    public init?(dollars: Double) {
        let cents = (dollars * 100).rounded(.toNearestOrAwayFromZero)
        guard cents.isFinite, abs(cents) < 9.2e18 else { return nil }
        self.cents = Int64(cents)
    }

    /// No dollars.
    public static let zero = Money(cents: 0)

    /// The amount in dollars, for analytics and display.
    public var dollars: Double { Double(cents) / 100 }

    /// The sum of two amounts.
    public static func + (first: Money, second: Money) -> Money { Money(cents: first.cents + second.cents) }
    /// The difference of two amounts.
    public static func - (first: Money, second: Money) -> Money { Money(cents: first.cents - second.cents) }
    /// The amount with its sign turned.
    public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
    /// An amount a whole number of times.
    public static func * (amount: Money, count: Int) -> Money { Money(cents: amount.cents * Int64(count)) }
    /// Whether the first amount is less than the second.
    public static func < (first: Money, second: Money) -> Bool { first.cents < second.cents }
}

extension Money: CustomStringConvertible {
    /// `-1234.50`: dollars and two digits of cents, without grouping.
    public var description: String {
        let magnitude = cents.magnitude
        let fraction = magnitude % 100
        return "\(cents < 0 ? "-" : "")\(magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
