import Options
public import Dates
public import Ledger
public import Market

/// An open trade as it stands today.
///
/// The trade keeps the terms of its entry for ever. A split changes the contracts that are held: as many shares'
/// worth, in more contracts at lower strikes. Prices are turned back into the trade's own terms by ``perTradeShare``.
public struct Position: Hashable, Sendable {
    /// The trade as it stood after its opening fill.
    public let trade: Trade
    /// The legs as they are listed today.
    public private(set) var legs: [Leg]
    /// The last day of the options.
    public let expiration: Day
    /// Contracts held today for each contract of the trade.
    public private(set) var splitRatio = 1
    /// The latest mark; nil before the first.
    public var lastMark: PositionMark?

    /// A position of a trade that has legs and an expiration; nil for any other.
    public init?(_ trade: Trade) {
        guard !trade.legs.isEmpty, let expiration = trade.expiration else { return nil }
        self.trade = trade
        legs = trade.legs
        self.expiration = expiration
    }

    /// Units of the structure held today.
    public var contracts: Int { trade.contracts * splitRatio }
    /// The most that it can lose, in dollars; zero where that is not known.
    public var maxLoss: Money { trade.maxLoss ?? .zero }
    /// Whether it is the VIX hedge.
    public var isHedge: Bool { trade.book == .hedge }

    /// Strike distance of the wider side in dollars per share of today; nil where the trade does not say.
    public var width: Price? {
        trade.width.map { Price(tenThousandths: $0.tenThousandths / Int64(splitRatio)) }
    }

    /// A price per share of today, in the terms of the trade's entry.
    public func perTradeShare(_ price: Price) -> Price {
        Price(tenThousandths: price.tenThousandths * Int64(splitRatio))
    }

    /// Its market in a snapshot; nil when a leg has none, or the symbol's data must not be traded on.
    public func quote(in snapshot: MarketSnapshot) -> ComboQuote? {
        chain(in: snapshot)?.quote(of: legs, interpolating: splitRatio > 1)
    }

    /// The chain in which it is quoted; nil when there is none to trade on.
    public func chain(in snapshot: MarketSnapshot) -> OptionChain? {
        if isHedge { return snapshot.vixChain }
        guard let underlying = snapshot[trade.symbol], underlying.isTradable else { return nil }
        return underlying.chain
    }

    /// The position after a split of whole shares: `ratio` contracts for one, strikes divided by it, the way the
    /// Options Clearing Corporation adjusts.
    public func split(ratio: Int) -> Position {
        var adjusted = self
        adjusted.splitRatio *= ratio
        adjusted.legs = legs.map { leg in
            let contract = leg.contract
            let strike = (Double(contract.strikeThousandths) / Double(ratio)).rounded()
            return Leg(contract: contract.withStrike(thousandths: Int(strike)), quantity: leg.quantity)
        }
        return adjusted
    }
}
