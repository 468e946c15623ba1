import Dates
public import Ledger
public import Market
import Options

extension OptionChain {
    /// The market of one leg; nil when the contract is not listed, or not quoted on both sides, or crossed.
    ///
    /// With `interpolating`, a strike that is not listed but lies between two quoted ones is valued on the straight
    /// line between them: strikes that a split made odd are no longer listed by every source.
    public func quote(of leg: Leg, interpolating: Bool = false) -> LegQuote? {
        guard let index = slices.firstIndex(where: { $0.expiration == leg.contract.expiration }) else { return nil }
        let strikes = slices[index].strikes
        let strike = leg.contract.strikeThousandths
        let position = strikes.partitioningIndex(atLeast: strike)
        if position < strikes.count, strikes[position] == strike {
            return slices[index].side(leg.contract.right).quote(of: leg, at: position)
        }
        guard interpolating, position > 0, position < strikes.count else { return nil }
        let side = slices[index].side(leg.contract.right)
        guard let low = side.quote(of: leg, at: position - 1), let high = side.quote(of: leg, at: position) else {
            return nil
        }
        let weight = Double(strike - strikes[position - 1]) / Double(strikes[position] - strikes[position - 1])
        return LegQuote(between: low, and: high, weight: weight)
    }

    /// The market of a whole spread; nil when any leg has none.
    public func quote(of legs: [Leg], interpolating: Bool = false) -> ComboQuote? {
        var quotes: [LegQuote] = []
        quotes.reserveCapacity(legs.count)
        for leg in legs {
            guard let quote = quote(of: leg, interpolating: interpolating) else { return nil }
            quotes.append(quote)
        }
        return ComboQuote(legs: quotes)
    }
}

extension OptionChain.Side {
    /// The market of a leg whose strike stands at this index; nil where there is none.
    func quote(of leg: Leg, at index: Int) -> LegQuote? {
        guard hasMarket(at: index) else { return nil }
        return LegQuote(
            leg: leg, bid: bid[index], ask: ask[index], impliedVolatility: impliedVolatility[index],
            delta: delta[index], gamma: gamma[index], theta: theta[index], vega: vega[index])
    }
}

extension LegQuote {
    /// A quote on the straight line between two strikes' quotes.
    fileprivate init(between low: LegQuote, and high: LegQuote, weight: Double) {
        func line(_ value: KeyPath<LegQuote, Double>) -> Double {
            low[keyPath: value] + weight * (high[keyPath: value] - low[keyPath: value])
        }
        self.init(
            leg: low.leg, bid: line(\.bid), ask: line(\.ask), impliedVolatility: line(\.impliedVolatility),
            delta: line(\.delta), gamma: line(\.gamma), theta: line(\.theta), vega: line(\.vega))
    }
}

extension [Int] {
    /// The index of the first element at least as large as a value; the count where all are smaller. Ascending only.
    func partitioningIndex(atLeast value: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The index of the element nearest to a value, the lower of two equally near; nil when empty. Ascending only.
    func index(nearest value: Double) -> Int? {
        guard !isEmpty else { return nil }
        var best = 0
        for index in indices where abs(Double(self[index]) - value) < abs(Double(self[best]) - value) { best = index }
        return best
    }
}
