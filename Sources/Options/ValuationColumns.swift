/// Values and Greeks of many options, in columns of equal length; units as in ``Valuation``.
public struct ValuationColumns: Hashable, Sendable {
    /// Dollars per share.
    public let price: [Double]
    /// Dollars per dollar of the underlying: calls 0…1, puts −1…0.
    public let delta: [Double]
    /// Change of delta per dollar of the underlying.
    public let gamma: [Double]
    /// Dollars per share and calendar day.
    public let theta: [Double]
    /// Dollars per share and percentage point of volatility.
    public let vega: [Double]
    /// Dollars per share and percentage point of the interest rate.
    public let rho: [Double]

    /// The number of options.
    public var count: Int { price.count }

    /// One option's figures.
    public subscript(index: Int) -> Valuation {
        Valuation(
            price: price[index], delta: delta[index], gamma: gamma[index], theta: theta[index], vega: vega[index],
            rho: rho[index])
    }

    /// No options.
    init() {
        (price, delta, gamma, theta, vega, rho) = ([], [], [], [], [], [])
    }

    /// Columns that were filled two options at a time.
    init(_ buffer: LaneBuffer, count: Int) {
        price = buffer.column(0, count: count)
        delta = buffer.column(1, count: count)
        gamma = buffer.column(2, count: count)
        theta = buffer.column(3, count: count)
        vega = buffer.column(4, count: count)
        rho = buffer.column(5, count: count)
    }
}
