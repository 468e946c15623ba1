import Dates
import Ledger
import Market
import Strategy

/// The desk's risk at a snapshot: what is held with capital, as fractions of the equity at the previous close, which
/// is what limits were checked against.
///
/// Delta, gamma and vega leave the hedge out: they are of shares and their volatility, the hedge's of VIX and its own.
/// Theta is dollars a day either way and counts it; so do both risks.
func deskRisk(
    _ accounts: [Account], marks: [[PositionMark]], snapshot: MarketSnapshot, base: Money, equity: Money,
    meanIVRank: Double?, hedge: HedgeSettings
) -> PortfolioSnapshot {
    var (delta, theta, vega, gamma) = (0.0, 0.0, 0.0, 0.0)
    var (openRisk, dayRisk) = (Money.zero, Money.zero)
    var hedgeActive = false
    for (account, marks) in zip(accounts, marks) where account.sleeve.allotment == .allotted {
        for (position, mark) in zip(account.sleeve.positions, marks) {
            openRisk += position.maxLoss
            if position.trade.entryDay == snapshot.day { dayRisk += position.maxLoss }
            theta += mark.theta
            if position.isHedge {
                hedgeActive = true
                continue
            }
            delta += mark.delta * mark.spot
            gamma += mark.gamma * mark.spot * mark.spot * 0.01
            vega += mark.vega
        }
    }
    let base = base.dollars
    return PortfolioSnapshot(
        time: snapshot.time, totalDelta: delta / base, totalTheta: theta, totalVega: vega, totalGamma: gamma / base,
        dayAtRisk: dayRisk.dollars / base, vix: snapshot.vix, hedgeActive: hedgeActive,
        openRisk: openRisk.dollars / base, equity: equity, meanIVRank: meanIVRank,
        hedgeRequired: hedge.isRequired(vega: vega, meanIVRank: meanIVRank))
}
