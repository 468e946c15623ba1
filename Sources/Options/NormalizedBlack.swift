internal import Mathematics

/// Black's formula (1976) for out-of-the-money options, freed of all units as in Jäckel, "Let's Be Rational" (2015):
/// with x = −|ln(F/K)| and s = σ√T, the price in units of √(F·K) after discounting.
struct NormalizedBlack {
    /// −|ln(forward ÷ strike)|, at most 0.
    let x: Double
    /// The price that endless volatility would give, e^(x/2).
    let maximum: Double

    /// The price, what is missing to its maximum, and the slope, at one standard deviation.
    struct Point {
        let price: Double
        let shortfall: Double
        /// The derivative of the price with respect to s; of the shortfall, with the sign turned.
        let slope: Double
    }

    /// The point at a standard deviation s > 0.
    ///
    /// With a = −x/s, t = s/2 and Mills' ratio M, the price is slope · (M(a − t) − M(a + t)): a difference of positive
    /// numbers below the inflection (t < a), and above it the maximum less a sum of such. Only where both arguments
    /// nearly agree does it cancel; there a series takes over.
    @inline(__always)
    func point(_ s: Double) -> Point {
        let a = -x / s
        let t = 0.5 * s
        let slope = Normal.peak * Elementary.exp(-0.5 * (a * a + t * t))
        if t < 0.25 && a * t < 1 {
            let price = slope * Self.millsDifference(a, t)
            return Point(price: price, shortfall: maximum - price, slope: slope)
        }
        let mills = Normal.millsRatio(Lanes((a - t).magnitude, a + t))
        if t < a {
            let price = slope * (mills[0] - mills[1])
            return Point(price: price, shortfall: maximum - price, slope: slope)
        }
        let shortfall = slope * (mills[0] + mills[1])
        return Point(price: maximum - shortfall, shortfall: shortfall, slope: slope)
    }

    /// M(a − t) − M(a + t) as the Taylor series 2·Σ t^(2k+1)·Iₙ(a)/n!, n = 2k + 1, with the positive moments
    /// Iₙ(a) = ∫₀^∞ uⁿ e^(−au − u²/2) du = (n − 1)·Iₙ₋₂ − a·Iₙ₋₁.
    @inline(__always)
    static func millsDifference(_ a: Double, _ t: Double) -> Double {
        var odd = firstMoment(a)
        var even = Normal.millsRatio(a) - a * odd
        let square = t * t
        var power = 2 * t
        var sum = power * odd
        var n = 1.0
        // Seven terms reach the last bit at t = ¼.
        for _ in 0..<7 {
            odd = (n + 1) * odd - a * even
            even = (n + 2) * even - a * odd
            power *= square / ((n + 1) * (n + 2))
            sum += power * odd
            n += 2
        }
        return sum
    }

    /// I₁(a) = 1 − a·M(a) without cancellation, for a ≥ 0: a rational function that interpolates it at Chebyshev
    /// points of (a − 3.5)/(a + 3.5), all coefficients positive, relative error 10⁻¹⁶.
    @inline(__always)
    static func firstMoment(_ a: Double) -> Double {
        guard a < 1e10 else { return 1 / (a * a) }
        var p = a + 30.04251504844654
        p = p * a + 455.34012623214693
        p = p * a + 4495.213555443783
        p = p * a + 31693.078936208727
        p = p * a + 165901.39006974915
        p = p * a + 651940.2551757406
        p = p * a + 1901964.1129642297
        p = p * a + 3962132.3582030633
        p = p * a + 5374317.880247009
        p = p * a + 3671715.4449064177
        var q = a + 30.04251504844654
        q = q * a + 458.3401262321453
        q = q * a + 4585.341100590014
        q = q * a + 33053.0993147249
        q = q * a + 179206.77566450846
        q = q * a + 744329.4500611152
        q = q * a + 2373958.8354138564
        q = q * a + 5746503.546114967
        q = q * a + 10261192.96465359
        q = q * a + 12793642.624933014
        q = q * a + 9976130.755547889
        q = q * a + 3671715.4449064177
        return p / q
    }
}
