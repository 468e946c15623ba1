import Dates
import Ledger
import Market

/// What the history keeps of the market at a session's decision: the symbols in the desk's order, then VIX.
func marketDays(_ snapshot: MarketSnapshot, actions: [CorporateAction]) -> [MarketDay] {
    var days = snapshot.underlyings.map { underlying in
        var (ratio, dividend) = (1.0, 0.0)
        for action in actions {
            switch action {
            case .split(underlying.symbol, let factor): ratio *= factor
            case .dividend(underlying.symbol, let amount): dividend += amount
            case .split, .dividend: continue
            }
        }
        return MarketDay(
            day: snapshot.day, symbol: underlying.symbol, price: underlying.spot, splitRatio: ratio,
            dividend: dividend, impliedVolatility: underlying.indicators.impliedVolatility,
            ivRank: underlying.indicators.ivRank)
    }
    if let vix = snapshot.vix { days.append(MarketDay(day: snapshot.day, symbol: "VIX", price: vix)) }
    return days
}
