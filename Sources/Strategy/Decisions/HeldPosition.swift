import Ledger
import Market

/// A position with its market of the moment.
struct HeldPosition: Sendable {
    /// The position.
    let position: Position
    /// Its market; nil when a leg has none.
    let quote: ComboQuote?
    /// The underlying's price; nil when it is not shown.
    let spot: Double?

    /// A position in a snapshot.
    init(_ position: Position, in snapshot: MarketSnapshot) {
        self.position = position
        quote = position.quote(in: snapshot)
        spot = position.isHedge ? snapshot.vix : snapshot[position.trade.symbol]?.spot
    }

    private var shares: Double { Double(position.contracts) * 100 }

    /// Δ × contracts × 100 × spot in dollars, by today's quotes or else by the latest mark; nil without either.
    var dollarDelta: Double? {
        if let delta = quote?.delta, delta.isFinite, let spot { return delta * shares * spot }
        return position.lastMark.map { $0.delta * $0.spot }
    }

    /// Dollars per volatility point, by today's quotes or else by the latest mark; nil without either.
    var vega: Double? {
        if let vega = quote?.vega, vega.isFinite { return vega * shares }
        return position.lastMark?.vega
    }
}
