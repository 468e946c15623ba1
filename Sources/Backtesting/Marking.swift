import Dates
import Input
import Ledger
import Market
import Options
import Strategy

/// The mark of a position at a snapshot, and what was wrong with its market.
///
/// Without a market the last mark is carried on, so that P&L stays whole; the finding says so.
func mark(_ position: Position, snapshot: MarketSnapshot) -> (mark: PositionMark, finding: Finding?) {
    guard let quote = position.quote(in: snapshot), let price = Price(quote.mid) else {
        return (carriedMark(position, snapshot: snapshot), missingMarket(position, snapshot: snapshot))
    }
    let trade = position.trade
    let tradePrice = position.perTradeShare(price)
    let shares = Double(position.contracts) * 100
    let last = position.lastMark
    func whole(_ greek: Double, _ carried: KeyPath<PositionMark, Double>) -> Double {
        greek.isFinite ? greek * shares : last?[keyPath: carried] ?? 0
    }
    let isKnown = [quote.delta, quote.gamma, quote.theta, quote.vega].allSatisfy(\.isFinite)
    let mark = PositionMark(
        tradeID: trade.id, time: snapshot.time, mark: tradePrice,
        unrealizedPnL: trade.unrealizedPnL(mark: tradePrice),
        delta: whole(quote.delta, \.delta), gamma: whole(quote.gamma, \.gamma), theta: whole(quote.theta, \.theta),
        vega: whole(quote.vega, \.vega), shortDelta: quote.shortDelta, spot: spot(of: position, in: snapshot),
        impliedVolatility: quote.impliedVolatility)
    guard !isKnown else { return (mark, nil) }
    let finding = Finding(
        severity: .warning, rule: "marks.no-greeks", subject: trade.symbol, day: snapshot.day,
        place: "trade \(trade.id)", message: "a leg has a price but no Greeks; the last known ones are carried on")
    return (mark, finding)
}

/// The last mark at a new moment; before the first, what the trade brought in.
private func carriedMark(_ position: Position, snapshot: MarketSnapshot) -> PositionMark {
    let last = position.lastMark
    let price = last?.mark ?? position.trade.entryCredit
    return PositionMark(
        tradeID: position.trade.id, time: snapshot.time, mark: price,
        unrealizedPnL: position.trade.unrealizedPnL(mark: price), delta: last?.delta ?? 0, gamma: last?.gamma ?? 0,
        theta: last?.theta ?? 0, vega: last?.vega ?? 0, shortDelta: last?.shortDelta,
        spot: spot(of: position, in: snapshot), impliedVolatility: last?.impliedVolatility)
}

/// What keeps a position from having a market.
private func missingMarket(_ position: Position, snapshot: MarketSnapshot) -> Finding {
    let missing = position.legs.first { leg in
        position.chain(in: snapshot)?.quote(of: leg, interpolating: position.splitRatio > 1) == nil
    }
    return Finding(
        severity: .warning, rule: "marks.no-quote", subject: position.trade.symbol, day: snapshot.day,
        place: "trade \(position.trade.id)",
        message: "no two-sided market for \(missing?.contract.occ ?? "a leg"); the last mark is carried on")
}

/// The underlying's price, the last known where the snapshot shows none.
private func spot(of position: Position, in snapshot: MarketSnapshot) -> Double {
    let now = position.isHedge ? snapshot.vix : snapshot[position.trade.symbol]?.spot
    return now ?? position.lastMark?.spot ?? position.trade.entrySpot ?? 0
}
