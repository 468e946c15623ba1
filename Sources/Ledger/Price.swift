/// An exact price in dollars per share, in ten-thousandths of a dollar.
///
/// One contract stands for 100 shares, so a price of four decimals gives a contract's total in whole cents.
public struct Price: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The price in ten-thousandths of a dollar; negative for a debit where a credit is meant.
    public let tenThousandths: Int64

    /// A price of this many ten-thousandths of a dollar.
    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// The price nearest to a number of dollars per share, halves away from zero; nil where the number is not
    /// finite or is too large to be held.
    public init?(_ dollarsPerShare: Double) {
        let units = (dollarsPerShare * 10_000).rounded(.toNearestOrAwayFromZero)
        guard units.isFinite, abs(units) < 9.2e18 else { return nil }
        tenThousandths = Int64(units)
    }

    /// Reads a plain decimal number with at most four decimals (more are allowed when they are zeros); nil for
    /// anything else. Exact: no binary fraction comes between.
    public init?(decimal text: some StringProtocol) {
        var bytes = Array(text.utf8)
        let negative = bytes.first == UInt8(ascii: "-")
        if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        var units: Int64 = 0
        var decimals: Int?
        var digits = 0
        for byte in bytes {
            if byte == UInt8(ascii: "."), decimals == nil {
                decimals = 0
                continue
            }
            guard (48...57).contains(byte) else { return nil }
            digits += 1
            if let count = decimals {
                decimals = count + 1
                if count >= 4 {
                    guard byte == 48 else { return nil }
                    continue
                }
            }
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(byte - 48))
            guard !overflow, !carry else { return nil }
            units = sum
        }
        guard digits > 0 else { return nil }
        for _ in min(decimals ?? 0, 4)..<4 {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = product
        }
        tenThousandths = negative ? -units : units
    }

    /// Nothing per share.
    public static let zero = Price(tenThousandths: 0)

    /// Dollars per share, for analytics and display.
    public var dollars: Double { Double(tenThousandths) / 10_000 }

    /// The price rounded to whole cents per share; halves go down, which is against a seller and for a buyer.
    public func roundedDownToCent() -> Price {
        let remainder = ((tenThousandths % 100) + 100) % 100
        return Price(tenThousandths: tenThousandths - remainder)
    }

    /// The price rounded up to whole cents per share.
    public func roundedUpToCent() -> Price {
        -(-self).roundedDownToCent()
    }

    /// Dollars for a number of contracts of 100 shares each; exact.
    public func total(contracts: Int) -> Money {
        Money(cents: tenThousandths * Int64(contracts))
    }

    /// The sum of two prices.
    public static func + (first: Price, second: Price) -> Price {
        Price(tenThousandths: first.tenThousandths + second.tenThousandths)
    }
    /// The difference of two prices.
    public static func - (first: Price, second: Price) -> Price {
        Price(tenThousandths: first.tenThousandths - second.tenThousandths)
    }
    /// The price with its sign turned.
    public static prefix func - (price: Price) -> Price { Price(tenThousandths: -price.tenThousandths) }
    /// Whether the first price is less than the second.
    public static func < (first: Price, second: Price) -> Bool { first.tenThousandths < second.tenThousandths }
}

extension Price: CustomStringConvertible {
    /// `1.25`, `-0.305`: at least two decimals, up to four, no trailing zeros beyond two.
    public var description: String {
        let magnitude = tenThousandths.magnitude
        var fraction = String(magnitude % 10_000 + 10_000).dropFirst()
        while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
        return "\(tenThousandths < 0 ? "-" : "")\(magnitude / 10_000).\(fraction)"
    }
}
