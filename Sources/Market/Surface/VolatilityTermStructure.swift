/// At-the-money volatility by time to expiration: nodes of total variance, linear between them.
///
/// Before the first node and beyond the last the variance per year stays that of the node.
public struct VolatilityTermStructure: Hashable, Sendable {
    /// Years to the nodes, strictly ascending and positive.
    public let years: [Double]
    /// Volatility² × years at the nodes, ascending.
    public let totalVariance: [Double]

    /// Nodes of equal number, at least one.
    public init(years: [Double], totalVariance: [Double]) {
        precondition(!years.isEmpty && years.count == totalVariance.count, "nodes of unequal length")
        self.years = years
        self.totalVariance = totalVariance
    }

    /// Annualised at-the-money volatility, a fraction, for a time to expiration > 0 in years.
    public func volatility(years time: Double) -> Double {
        (variance(years: time) / time).squareRoot()
    }

    /// Volatility² × years.
    private func variance(years time: Double) -> Double {
        let last = years.count - 1
        if time <= years[0] { return totalVariance[0] * time / years[0] }
        if time >= years[last] { return totalVariance[last] * time / years[last] }
        var index = 1
        while years[index] < time { index += 1 }
        let weight = (time - years[index - 1]) / (years[index] - years[index - 1])
        return totalVariance[index - 1] + (totalVariance[index] - totalVariance[index - 1]) * weight
    }
}
