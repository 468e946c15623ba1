import Ledger

/// A spread with the market of each leg: what one unit brings in or costs, per share.
///
/// Signs are those of a seller: a credit is positive. Opening and closing at mid are the same number; at the
/// marketable side one gets less when opening and pays more when closing.
public struct ComboQuote: Hashable, Sendable {
    /// The legs in the order of the structure.
    public let legs: [LegQuote]

    /// A spread of at least one leg.
    public init(legs: [LegQuote]) {
        self.legs = legs
    }

    /// Received on opening, and paid on closing, halfway between bids and asks; dollars per share.
    public var mid: Double { legs.reduce(0) { $0 - $1.quantity * $1.mid } }
    /// Half of bid–ask, summed over the legs; dollars per share.
    public var halfSpread: Double { legs.reduce(0) { $0 + abs($1.quantity) * ($1.ask - $1.bid) / 2 } }
    /// Received when every leg is opened at once at the market: shorts at the bid, longs at the ask.
    public var marketableCredit: Double { mid - halfSpread }
    /// Paid when every leg is closed at once at the market: shorts at the ask, longs at the bid.
    public var marketableCost: Double { mid + halfSpread }

    /// Delta of one unit, per share.
    public var delta: Double { sum(\.delta) }
    /// Gamma of one unit, per share and dollar.
    public var gamma: Double { sum(\.gamma) }
    /// Theta of one unit, dollars per share and calendar day; positive where time earns.
    public var theta: Double { sum(\.theta) }
    /// Vega of one unit, dollars per share and volatility point.
    public var vega: Double { sum(\.vega) }

    /// The delta of the short leg, of two the larger in magnitude; nil without a short leg or where none is known.
    public var shortDelta: Double? {
        var largest: Double?
        for quote in legs where quote.leg.quantity < 0 {
            // A breach of one side counts even where the other side's delta is not known.
            guard quote.delta.isFinite else { continue }
            if abs(quote.delta) > abs(largest ?? 0) || largest == nil { largest = quote.delta }
        }
        return largest
    }

    /// The legs' implied volatility, weighted by vega, annualised fraction; nil where it cannot be told.
    public var impliedVolatility: Double? {
        var weights = 0.0
        var sum = 0.0
        for quote in legs {
            weights += abs(quote.quantity) * quote.vega
            sum += abs(quote.quantity) * quote.vega * quote.impliedVolatility
        }
        let mean = sum / weights
        return mean.isFinite ? mean : nil
    }

    private func sum(_ greek: KeyPath<LegQuote, Double>) -> Double {
        legs.reduce(0) { $0 + $1.quantity * $1[keyPath: greek] }
    }
}
