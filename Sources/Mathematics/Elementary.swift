/// Elementary functions made of additions, multiplications, divisions, square roots and bit operations only.
///
/// A C library picks its variant by the processor it finds (with or without fused multiply–add), so that the last
/// bit of `exp` can differ between machines. These give the same bits everywhere: what is simulated or priced
/// today is found again tomorrow on another machine. None has a branch.
public enum Elementary {
    /// eˣ to within 1 unit in the last place; 0 below −745.2, ∞ above 709.8.
    @inlinable @inline(__always)
    public static func exp(_ x: Double) -> Double { exp(Lanes(x, x))[0] }

    /// The natural logarithm to within 1 unit in the last place; −∞ at 0, not a number below.
    @inlinable @inline(__always)
    public static func log(_ x: Double) -> Double { log(Lanes(x, x))[0] }

    /// xʸ for x ≥ 0, as e^(y·ln x): the relative error grows to about |y·ln x| units in the last place.
    @inlinable @inline(__always)
    public static func pow(_ x: Double, _ y: Double) -> Double {
        y == 0 ? 1 : exp(y * log(x))
    }

    /// eˣ in every lane; as the form for one number.
    ///
    /// Argument reduction by multiples of ln 2 in two parts (Cody and Waite, 1980), then a polynomial of degree 11:
    /// (eʳ − 1 − r)/r² interpolated at Chebyshev points of |r| ≤ ½ ln 2.
    @inlinable @inline(__always)
    public static func exp(_ x: Lanes) -> Lanes {
        var clamped = x.replacing(with: Lanes(repeating: -746), where: x .< -746)
        clamped.replace(with: Lanes(repeating: 710), where: x .> 710)
        // Adding 1.5·2⁵² rounds to a whole number, which then stands in the low bits.
        let multiple = (clamped * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
        let high = clamped - multiple * 0.6931471803691238
        let low = multiple * 1.9082149292705877e-10
        let r = high - low
        // What rounding took from `high − low` is put back beside the small terms.
        let rest = (high - r) - low
        let r2 = r * r
        let r4 = r2 * r2
        let p01 = 0.5 + r * 0.16666666666666669
        let p23 = 0.04166666666662413 + r * 0.008333333333330062
        let p45 = 0.0013888888917213717 + r * 0.00019841269863053618
        let p67 = 2.4801521295954376e-05 + r * 2.7557268459997064e-06
        let p89 = 2.7620088445409746e-07 + r * 2.510038549551032e-08
        let polynomial = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * p89)
        let value = 1 + (r + (r2 * polynomial + rest))
        // 2ᵏ as a product of two powers, so that results near both ends of the range are in reach.
        let first = multiple * 0.5 + 0x1.8p52
        let second = (multiple - (first - 0x1.8p52)) + 0x1.8p52
        return value * powerOfTwo(first) * powerOfTwo(second)
    }

    /// 2ᵏ where the low bits of the lanes hold k (as `k + 1.5·2⁵²` does).
    @inlinable @inline(__always)
    static func powerOfTwo(_ shifted: Lanes) -> Lanes {
        Lanes(bits: (shifted.bits &+ 1023) &<< 52)
    }

    /// The natural logarithm in every lane; as the form for one number.
    ///
    /// x = 2ᵏ·m with m within √½ … √2 and log m = 2 artanh s, s = (m − 1)/(m + 1), by a polynomial in s²
    /// interpolated at Chebyshev points.
    @inlinable @inline(__always)
    public static func log(_ x: Lanes) -> Lanes {
        let isSubnormal = x .< 0x1p-1022
        let scaled = x.replacing(with: x * 0x1p54, where: isSubnormal)
        let correction = Lanes().replacing(with: Lanes(repeating: 54), where: isSubnormal)
        // The constant moves the break between exponents from 1 to √½.
        let biased = (scaled.bits &+ 0x0009_5f61_9980_c433) &>> 52
        let mantissa = Lanes(bits: (scaled.bits &- (biased &<< 52)) &+ 0x3ff0_0000_0000_0000)
        // A small whole number becomes a Double by its bits: vector units lack the conversion.
        let exponent = (Lanes(bits: biased | 0x4330_0000_0000_0000) - (0x1p52 + 1023)) - correction
        let f = mantissa - 1
        let s = f / (2 + f)
        let z = s * s
        let w = z * z
        let even = 0.3999999999989889 + w * (0.22222211089379496 + w * 0.15331611722055008)
        let odd = 0.666666666666667 + w * (0.28571428626253836 + w * (0.1818289243253687 + w * 0.14617807153417325))
        let square = 0.5 * f * f
        let small = s * (square + (z * odd + w * even)) + exponent * 1.9082149292705877e-10
        let value = exponent * 0.6931471803691238 - ((square - small) - f)
        var result = value.replacing(with: Lanes(repeating: .nan), where: .!(x .> 0))
        result.replace(with: Lanes(repeating: -.infinity), where: x .== 0)
        return result.replacing(with: x, where: x .== .infinity)
    }
}
