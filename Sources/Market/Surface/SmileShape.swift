internal import Mathematics

/// The shape of a volatility smile, as a multiple of the at-the-money volatility of the same expiration.
///
/// With d = ln(K ÷ F) ÷ (ATM · √T), the distance of a strike from the forward in standard deviations,
///
///     IV(d) ÷ ATM = 1 + a(T) · (h(d) − h(0)),    a(T) = 1 − damping · exp(−√(T ÷ dampingYears))
///     h(d) = (R − L)/2 · (d − m) + (R + L)/2 · √((d − m)² + s²)
///
/// a hyperbola with slope −L far on the put side and R far on the call side, turning around m with roundness s. The
/// defaults are fitted to two full SPY chains of 2015 and 2022, 4 to 146 days to expiration
/// (script/calibration/smile.py).
public struct SmileShape: Codable, Hashable, Sendable {
    /// L: how much the ratio rises per standard deviation far below the forward.
    public var putSlope = 0.2945
    /// R: how much the ratio rises per standard deviation far above the forward.
    public var callSlope = 0.2617
    /// m: where the hyperbola turns, in standard deviations.
    public var centre = 1.3968
    /// s: how gently it turns, in standard deviations; positive.
    public var roundness = 0.4
    /// How much flatter the smile of an expiration at hand is than that of a distant one, 0–1.
    public var damping = 0.85
    /// How far off that fades, in years; positive.
    public var dampingYears = 0.0294
    /// Beyond this many standard deviations the ratio stays constant.
    public var reach = 6.0

    /// The fitted smile of SPY.
    public init() {}

    /// A smile of another shape.
    public init(
        putSlope: Double, callSlope: Double, centre: Double, roundness: Double, damping: Double,
        dampingYears: Double, reach: Double
    ) {
        self.putSlope = putSlope
        self.callSlope = callSlope
        self.centre = centre
        self.roundness = roundness
        self.damping = damping
        self.dampingYears = dampingYears
        self.reach = reach
    }

    /// a(T): how pronounced the smile is at so many years to expiration, 0–1.
    public func amplitude(years: Double) -> Double {
        1 - damping * Elementary.exp(-(max(years, 0) / dampingYears).squareRoot())
    }

    /// IV ÷ ATM at a distance d from the forward in standard deviations, for an amplitude from ``amplitude(years:)``,
    /// which a flatter symbol scales down. Never below 0.3.
    public func ratio(at distance: Double, amplitude: Double) -> Double {
        let d = min(max(distance, -reach), reach)
        return max(0.3, 1 + amplitude * (hyperbola(d) - hyperbola(0)))
    }

    private func hyperbola(_ d: Double) -> Double {
        let x = d - centre
        return (callSlope - putSlope) / 2 * x + (callSlope + putSlope) / 2
            * (x * x + roundness * roundness).squareRoot()
    }

    /// The volatility of a variance swap ÷ the at-the-money volatility: what a strip of all strikes, as behind VIX,
    /// shows for this smile (Demeterfi, Derman, Kamal and Zou, 1999, "More than you ever wanted to know about
    /// volatility swaps", equation 26), by the trapezoidal rule over d from −8 to 7.
    public func stripRatio(atTheMoney: Double, years: Double, skew: Double = 1) -> Double {
        let deviation = atTheMoney * years.squareRoot()
        let amplitude = amplitude(years: years) * skew
        let step = 0.05
        var sum = 0.0
        for index in -160...140 {
            let d = Double(index) * step
            let logStrike = d * deviation
            let local = deviation * ratio(at: d, amplitude: amplitude)
            let d1 = -logStrike / local + local / 2
            let sign = index >= 0 ? 1.0 : -1.0
            // Out-of-the-money value over strike, forward 1: ∫ Q dK ÷ K² = ∫ (Q ÷ K) d ln K.
            let value =
                sign
                * (Elementary.exp(-logStrike) * Normal.cumulative(sign * d1) - Normal.cumulative(sign * (d1 - local)))
            sum += max(0, value) * (index == -160 || index == 140 ? 0.5 : 1)
        }
        let width = step * deviation
        // The integrand has a kink at the forward, where its slope falls by one: the trapezoidal rule overshoots there.
        return (2 * (sum * width - width * width / 12) / years).squareRoot() / atTheMoney
    }
}
