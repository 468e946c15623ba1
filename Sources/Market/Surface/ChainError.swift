public import Dates

/// Why no option chain can be made of a price: what lies beyond these bounds is no market, and its strikes could neither
/// be counted nor told apart.
public enum ChainError: Error, Equatable, Sendable {
    /// The price of a symbol is no number of dollars that options could be written on.
    case price(symbol: String, day: Day, value: Double)
    /// The standard deviation of a symbol's price to an expiration, as a fraction of the price.
    case deviation(symbol: String, day: Day, expiration: Day, value: Double)

    /// Dollars, or points of an index.
    static let prices = 0.01...10_000.0
    /// Volatility × √years; one in a hundred years of the wildest fund is below 1.
    static let deviations = 0.0...2.0
}

extension ChainError: CustomStringConvertible {
    /// The thing, the rule, the value seen and the remedy.
    public var description: String {
        switch self {
        case .price(let symbol, let day, let value):
            "\(symbol) on \(day): no options can be listed at a price of \(value), which lies outside "
                + "\(Self.prices.lowerBound) to \(Self.prices.upperBound); mend its bars, or simulate a calmer market"
        case .deviation(let symbol, let day, let expiration, let value):
            "\(symbol) on \(day): no options can be listed to \(expiration), as volatility × √years is \(value) and "
                + "lies outside \(Self.deviations.lowerBound) to \(Self.deviations.upperBound); mend its bars, or "
                + "simulate a calmer market"
        }
    }
}
