/// The standard normal distribution.
public enum Normal {
    /// 1/√(2π), the density at 0.
    @inlinable @inline(__always)
    public static var peak: Double { 0.3989422804014327 }

    /// The density at x, per unit of x.
    public static func density(_ x: Double) -> Double {
        peak * halfSquareExponential(x)
    }

    /// The probability of a value ≤ x, with full relative accuracy in the lower tail too.
    public static func cumulative(_ x: Double) -> Double {
        let tail = density(x) * millsRatio(x.magnitude)
        return x < 0 ? tail : 1 - tail
    }

    /// The cumulative probability in every lane; in the tails x² ÷ 2 units in the last place are lost to rounding.
    @inlinable @inline(__always)
    public static func cumulative(_ x: Lanes) -> Lanes {
        let isBelow = x .< 0
        let tail = peak * Elementary.exp(-0.5 * x * x) * millsRatio(x.replacing(with: -x, where: isBelow))
        return (1 - tail).replacing(with: tail, where: isBelow)
    }

    /// (1 − cumulative(x)) ÷ density(x) for x ≥ 0 (Mills, 1926): √(π/2) at 0, falling like 1/x.
    @inlinable @inline(__always)
    public static func millsRatio(_ x: Double) -> Double { millsRatio(Lanes(x, x))[0] }

    /// The ratio in every lane; as the form for one number.
    ///
    /// A rational function of degree 10 over 11 that interpolates the ratio at Chebyshev points of
    /// (x − 3.5)/(x + 3.5). Its relative error is 5·10⁻¹⁷, and all coefficients are positive: nothing cancels.
    @inlinable @inline(__always)
    public static func millsRatio(_ x: Lanes) -> Lanes {
        // Far out the ratio is 1/x to the last bit; powers of x stay finite before.
        let isFar = x .> 1e10
        let u = x.replacing(with: Lanes(repeating: 1e10), where: isFar)
        var p = u + 28.85599128117289
        p = p * u + 413.66682662462745
        p = p * u + 3815.5160167850654
        p = p * u + 24845.32318579227
        p = p * u + 118721.35282651668
        p = p * u + 420631.5625665354
        p = p * u + 1091539.5383450652
        p = p * u + 1992376.9712497448
        p = p * u + 2327796.085037637
        p = p * u + 1342213.7859064909
        var q = u + 28.85599128117289
        q = q * u + 414.6668266246268
        q = q * u + 3844.372008066531
        q = q * u + 25256.99001236316
        q = q * u + 122479.15686580456
        q = q * u + 444659.5518125702
        q = q * u + 1202918.4297669553
        q = q * u + 2367380.2725270344
        q = q * u + 3217918.2776444433
        q = q * u + 2711792.391801306
        q = q * u + 1070931.6570715518
        return p.replacing(with: Lanes(repeating: 1), where: isFar) / q.replacing(with: x, where: isFar)
    }

    /// The x below which a value lies with this probability; −∞ at 0, ∞ at 1, not a number outside 0…1.
    ///
    /// A rational starting value (Wichura, AS 241, 1988, routine PPND7), refined by Halley's method.
    public static func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : (probability == 1 ? .infinity : .nan)
        }
        let q = probability - 0.5
        var x: Double
        if q.magnitude <= 0.425 {
            let r = 0.180625 - q * q
            x =
                q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1)
        } else {
            var r = (-Elementary.log(q < 0 ? probability : 1 - probability)).squareRoot()
            if r <= 5 {
                r -= 1.6
                x =
                    (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                    / ((0.12021132975 * r + 0.73700164250) * r + 1)
            } else {
                r -= 5
                x =
                    (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
                    / ((0.012258202635 * r + 0.24197894225) * r + 1)
            }
            if q < 0 { x = -x }
        }
        // In the lower half, where `cumulative` keeps its relative accuracy.
        let p = q < 0 ? probability : 1 - probability
        var y = q < 0 ? x : -x
        for _ in 0..<2 {
            let error = (cumulative(y) - p) / density(y)
            y -= error / (1 + 0.5 * y * error)
        }
        return q < 0 ? y : -y
    }

    /// e^(−x²/2) without the loss that rounding x² costs in the tails: x is cut in a part whose square is exact and
    /// a small rest (Cody, 1969).
    @inlinable @inline(__always)
    static func halfSquareExponential(_ x: Double) -> Double {
        guard x.magnitude < 40 else { return x.isNaN ? x : 0 }
        let head = Double(Int(x * 16)) / 16
        let rest = (x - head) * (x + head)
        return Elementary.exp(-0.5 * head * head) * Elementary.exp(-0.5 * rest)
    }
}
