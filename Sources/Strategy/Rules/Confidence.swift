import Ledger
import Market
import Options

/// A confidence score with its summands, which add up to it.
struct Confidence: Hashable, Sendable {
    /// 0–100.
    let score: Int
    /// The base and every summand that is not zero; `clamp` where the sum left 0–100.
    let components: [ConfidenceComponent]

    /// The score of summands, kept within 0–100.
    init(_ summands: [(name: String, points: Int)], base: Int) {
        var components = [ConfidenceComponent(name: "base", points: base)]
        components += summands.filter { $0.points != 0 }.map { ConfidenceComponent(name: $0.name, points: $0.points) }
        let sum = components.reduce(0) { $0 + $1.points }
        score = min(max(sum, 0), 100)
        if sum != score { components.append(ConfidenceComponent(name: "clamp", points: score - sum)) }
        self.components = components
    }
}

/// The summands of the score that follow from the market, the same for every sleeve.
///
/// An event calendar that does not reach and a VIX that is not known count as bad news, other missing values as none.
func marketConfidence(
    _ spread: Spread, side: Right?, underlying: MarketSnapshot.Underlying, vix: Double?, eventAhead: Bool?,
    targetDays: Int, settings: StrategySettings
) -> [(name: String, points: Int)] {
    let points = settings.confidence
    let indicators = underlying.indicators
    let hasVolume = (indicators.volumeRatio ?? 0) > 1
    let hasMomentum = isMoving(indicators, price: underlying.spot, side: side, settings: points)
    let isFar = isBeyondExpectedMove(spread, spot: underlying.spot, volatility: indicators.impliedVolatility)
    return [
        ("iv-rank", step(points.ivRank, at: indicators.ivRank)),
        ("day-move", step(points.dayMove, at: indicators.dayMove.map(abs))),
        ("volume", hasVolume ? points.volume : 0),
        ("momentum", hasMomentum ? points.momentum : 0),
        ("expected-move", isFar ? points.expectedMove : 0),
        ("dte", abs(spread.days - targetDays) <= points.targetDays ? points.daysToExpiration : 0),
        ("credit", spread.creditToWidth >= settings.credit.target ? points.credit : 0),
        ("event", eventAhead ?? true ? points.event : 0),
        ("vix", (vix ?? .infinity) > points.highVIX ? points.vix : 0),
    ]
}

/// The points of the highest threshold that a value reaches; none without a value.
private func step(_ steps: [ConfidenceSettings.Step], at value: Double?) -> Int {
    guard let value else { return 0 }
    return steps.last { value >= $0.from }?.points ?? 0
}

/// Whether RSI and the distance from the average say that the price moves the trade's way.
private func isMoving(
    _ indicators: Indicators, price: Double, side: Right?, settings: ConfidenceSettings
) -> Bool {
    guard let rsi = indicators.rsi14, let average = indicators.sma20, let side else { return false }
    // Who sells puts wants a rise, who sells calls a fall.
    let isRising = rsi > settings.momentumRSI && price > average * (1 + settings.momentumDistance)
    let isFalling = rsi < 100 - settings.momentumRSI && price < average * (1 - settings.momentumDistance)
    return side == .put ? isRising : isFalling
}

/// Whether every short strike is at least S·σ·√T away from the price S; σ is the 30-day at-the-money volatility.
private func isBeyondExpectedMove(_ spread: Spread, spot: Double, volatility: Double?) -> Bool {
    guard let volatility else { return false }
    let move = spot * volatility * spread.years.squareRoot()
    return spread.shortStrikes.allSatisfy { abs($0 - spot) >= move }
}
