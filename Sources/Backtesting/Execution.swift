import Dates
import Ledger
import Options
import Strategy

/// One execution of a spread: its price and each leg's, which add up to it.
struct Execution: Hashable {
    /// Received per share when opening, paid per share when closing.
    let price: Price
    /// Each leg's price, in the order of the legs.
    let legPrices: [Price]

    /// Opens a spread: the middle less a share of the half-spread, rounded down to the cent. Nil where the market gives
    /// no price that could be booked.
    static func opening(_ quote: ComboQuote, fraction: Double) -> Execution? {
        guard let credit = Price(quote.mid - fraction * quote.halfSpread)?.roundedDownToCent() else { return nil }
        return Execution(price: credit, quote: quote, fraction: fraction, isOpening: true)
    }

    /// Closes a spread: the middle plus a share of the half-spread, rounded up to the cent; never less than nothing,
    /// nor more than the width, for which one would rather let it expire. A hedge brings money in: its cost is
    /// negative, and at most nothing.
    static func closing(_ quote: ComboQuote, fraction: Double, width: Price?) -> Execution? {
        guard var cost = Price(quote.mid + fraction * quote.halfSpread)?.roundedUpToCent() else { return nil }
        if let width { cost = min(max(cost, .zero), width) } else { cost = min(cost, .zero) }
        return Execution(price: cost, quote: quote, fraction: fraction, isOpening: false)
    }

    /// Settles a spread in cash at the underlying's price, as it expires.
    static func settlement(of legs: [Leg], spot: Double) -> Execution? {
        var prices: [Price] = []
        for leg in legs {
            let intrinsic = max(0, leg.contract.right.sign * (spot - leg.contract.strike))
            guard let price = Price(intrinsic) else { return nil }
            prices.append(price)
        }
        let cost = zip(legs, prices).reduce(Price.zero) { sum, leg in
            sum - Price(tenThousandths: leg.1.tenThousandths * Int64(leg.0.quantity))
        }
        return Execution(price: cost, legPrices: prices)
    }

    private init(price: Price, legPrices: [Price]) {
        self.price = price
        self.legPrices = legPrices
    }

    /// Spreads the price over the legs; what rounding leaves goes to the first, which is a short one in a spread.
    private init?(price: Price, quote: ComboQuote, fraction: Double, isOpening: Bool) {
        var prices: [Price] = []
        var rest = isOpening ? -price.tenThousandths : price.tenThousandths
        for leg in quote.legs {
            let quantity = isOpening ? leg.leg.quantity : -leg.leg.quantity
            let half = (leg.ask - leg.bid) / 2
            guard let price = Price(leg.mid + (quantity > 0 ? 1 : -1) * fraction * half) else { return nil }
            prices.append(price)
            rest -= price.tenThousandths * Int64(quantity)
        }
        if let first = quote.legs.first {
            let quantity = Int64(isOpening ? first.leg.quantity : -first.leg.quantity)
            prices[0] = Price(tenThousandths: prices[0].tenThousandths + rest / quantity)
        }
        self.init(price: price, legPrices: prices)
    }
}

extension ComboQuote {
    /// Legs that were settled: bid and ask are the settlement price.
    init(settled legs: [Leg], at prices: [Price]) {
        self.init(
            legs: zip(legs, prices).map { leg, price in
                LegQuote(
                    leg: leg, bid: price.dollars, ask: price.dollars, impliedVolatility: .nan, delta: .nan,
                    gamma: .nan, theta: .nan, vega: .nan)
            })
    }
}
