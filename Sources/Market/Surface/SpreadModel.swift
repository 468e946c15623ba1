/// How far apart bid and ask stand, and on which grid.
///
/// Half-spread = multiple · (floor + rootCoefficient · √mid) + intrinsicShare · intrinsic value, in dollars. The form
/// and the SPY coefficients follow the medians by premium of two SPY chains (script/calibration/smile.py); the
/// multiples of the other symbols are assumptions. Quotes lie on the grid of the Penny Interval Program: cents in SPY,
/// QQQ and IWM; elsewhere cents below three dollars and five cents from there on.
public struct SpreadModel: Codable, Hashable, Sendable {
    /// Dollars that even a worthless option is quoted apart, halved.
    public var floor = 0.004
    /// Dollars per square root of a dollar of mid price.
    public var rootCoefficient = 0.012
    /// Dollars per dollar of intrinsic value.
    public var intrinsicShare = 0.002
    /// How many times wider than SPY a symbol is quoted; symbols that are not named use ``otherMultiple``.
    public var multiples = ["SPY": 1, "QQQ": 1.2, "IWM": 1.3, "DIA": 3, "XLE": 2, "XLK": 4, "VIX": 3]
    /// The multiple of symbols that are not named.
    public var otherMultiple = 4.0
    /// Symbols quoted in cents at every price.
    public var pennySymbols = ["IWM", "QQQ", "SPY"]

    /// The fitted model.
    public init() {}

    /// The quotes of one symbol.
    func quoting(_ symbol: String) -> Quoting {
        Quoting(model: self, multiple: multiples[symbol] ?? otherMultiple, pennies: pennySymbols.contains(symbol))
    }

    /// Turns model values of one symbol into a bid and an ask.
    struct Quoting {
        let model: SpreadModel
        let multiple: Double
        let pennies: Bool

        /// Bid and ask around a model value, both in dollars; a bid below one tick is zero, as where nobody bids.
        @inline(__always)
        func quote(mid: Double, intrinsic: Double) -> (bid: Double, ask: Double) {
            let half =
                multiple * (model.floor + model.rootCoefficient * mid.squareRoot()) + model.intrinsicShare * intrinsic
            let cents = pennies || mid < 3 ? 1.0 : 5.0
            // Whole ticks over 100: the double nearest to the decimal price. The slack keeps a price that is a tick
            // but for rounding on its tick.
            let down = max(0, ((mid - half) * 100 / cents + 1e-9).rounded(.down))
            let up = max(down + 1, ((mid + half) * 100 / cents - 1e-9).rounded(.up))
            return (down * cents / 100, up * cents / 100)
        }
    }
}
