internal import Dates
internal import Mathematics

/// The course of one session: from a log return to a bar.
struct SessionPath {
    /// Close of the session before, dollars.
    let previousClose: Double
    /// Log return, dividend included.
    let logReturn: Double
    /// Standard deviation of the session's log return.
    let deviation: Double
    /// Dividend that goes ex at the open, dollars.
    let dividend: Double
    /// Share of the variance that falls before the open.
    let overnightShare: Double

    /// The bar: an open drawn from the Brownian bridge between the closes, the extremes from the exact laws of the
    /// maximum and the minimum of the bridge from open to close (Karatzas and Shreve, 1991, 4.3.40). Prices in cents.
    func bar(day: Day, volume: Double, random: inout RandomSource) -> Bar {
        let (openShock, highDraw, lowDraw) = (random.normal(), random.uniform(), random.uniform())
        let spread = (overnightShare * (1 - overnightShare)).squareRoot() * deviation
        let logOpen = overnightShare * logReturn + spread * openShock
        let intraday = logReturn - logOpen
        let variance = (1 - overnightShare) * deviation * deviation
        let reach = { (draw: Double) in
            (intraday * intraday - 2 * variance * Elementary.log(draw)).squareRoot()
        }
        let price = { (logPrice: Double) in
            cents(previousClose * Elementary.exp(logPrice) - dividend)
        }
        let (open, close) = (price(logOpen), price(logReturn))
        let high = max(open, close, price(logOpen + (intraday + reach(highDraw)) / 2))
        let low = min(open, close, price(logOpen + (intraday - reach(lowDraw)) / 2))
        return Bar(day: day, open: open, high: high, low: low, close: close, volume: volume)
    }

    /// At least a cent.
    private func cents(_ dollars: Double) -> Double { max(1, (dollars * 100).rounded()) / 100 }
}
