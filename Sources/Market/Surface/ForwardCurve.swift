public import Dates
internal import Mathematics

/// Forward prices of one symbol: the price, carried at the interest rate, less the dividends that go ex on the way.
///
/// F(T) = S · e^{rT} − Σ Dᵢ · e^{r(T − tᵢ)} over ex-dates after today up to the expiration. Cash dividends keep the
/// forward of an expiration steady when a share goes ex, where a continuous yield would let it jump.
public struct ForwardCurve: Sendable {
    /// The price today, dollars.
    public let spot: Double
    /// Interest rate, continuously compounded, annual fraction.
    public let rate: Double
    /// Dividends still to come, declared or expected, ascending by ex-date.
    public let dividends: [Dividend]
    private let today: Day

    /// A curve as seen on a day; dividends that go ex on that day or before it are left out.
    public init(today: Day, spot: Double, rate: Double, dividends: [Dividend]) {
        self.today = today
        self.spot = spot
        self.rate = rate
        self.dividends = dividends.filter { $0.exDate > today }
    }

    /// The forward for an expiration that lies so many years ahead, dollars.
    public func forward(expiration: Day, years: Double) -> Double {
        var forward = spot * Elementary.exp(rate * years)
        for dividend in dividends where dividend.exDate <= expiration {
            let after = max(0, years - Double(today.days(to: dividend.exDate)) / 365)
            forward -= dividend.amount * Elementary.exp(rate * after)
        }
        return max(forward, spot * 0.01)
    }
}
