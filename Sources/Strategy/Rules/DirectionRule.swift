import Ledger
import Market
import Options

/// [direction]: the side on which MULTIBOOK sells. Puts when RSI(14) > 50 and the price is above SMA(20), calls when
/// both are below; anything else, equality included, is no trade. A rank from which condors are sold and that are
/// excused from the filter passes without a side.
func directionRule(
    _ indicators: Indicators, price: Double, settings: StrategySettings
) -> (side: Right?, result: RuleResult) {
    guard let rsi = indicators.rsi14, let average = indicators.sma20 else {
        return (nil, RuleResult(.direction, nil, limit: 50, "RSI(14) or SMA(20) not known"))
    }
    let compared =
        "RSI \(decimal(rsi, 1)), price \(decimal(price, 2)) against SMA \(decimal(average, 2))"
    if rsi > 50, price > average {
        return (.put, RuleResult(.direction, true, value: rsi, limit: 50, "\(compared): put side"))
    }
    if rsi < 50, price < average {
        return (.call, RuleResult(.direction, true, value: rsi, limit: 50, "\(compared): call side"))
    }
    if !settings.condorNeedsDirection, let rank = indicators.ivRank, rank >= settings.condorFromIVRank {
        return (
            nil, RuleResult(.direction, true, value: rsi, limit: 50, "\(compared): no side, none needed by a condor")
        )
    }
    return (nil, RuleResult(.direction, false, value: rsi, limit: 50, "\(compared): no side"))
}
