/// Elementary functions made of additions, multiplications, divisions, square roots and bit operations only.
///
/// A C library picks its variant by the processor it finds (with or without fused multiply–add), so that the last
/// bit of `exp` can differ between machines. These give the same bits everywhere: what is simulated or priced
/// today is found again tomorrow on another machine. They have no branches, so that loops over columns become
/// vector instructions.
public enum Elementary {
    /// eˣ to within 1 unit in the last place; 0 below −745.14, ∞ above 709.78.
    ///
    /// Argument reduction by multiples of ln 2 in two parts (Cody and Waite, 1980), then a polynomial of degree 11
    /// interpolating (eʳ − 1 − r)/r² at Chebyshev points of |r| ≤ ½ ln 2.
    @inlinable @inline(__always)
    public static func exp(_ x: Double) -> Double {
        let clamped = x < -746 ? -746 : (x > 710 ? 710 : x)
        // Adding 1.5·2⁵² rounds to a whole number, which then stands in the low bits.
        let shifted = clamped * 1.4426950408889634 + 0x1.8p52
        let multiple = shifted - 0x1.8p52
        let high = clamped - multiple * 0.6931471803691238
        let low = multiple * 1.9082149292705877e-10
        let r = high - low
        let r2 = r * r
        let r4 = r2 * r2
        let p01 = 0.5 + r * 0.16666666666666669
        let p23 = 0.04166666666662413 + r * 0.008333333333330062
        let p45 = 0.0013888888917213717 + r * 0.00019841269863053618
        let p67 = 2.4801521295954376e-05 + r * 2.7557268459997064e-06
        let p89 = 2.7620088445409746e-07 + r * 2.510038549551032e-08
        let p = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * p89)
        // What rounding took from `high − low` is put back beside the small terms.
        let rest = (high - r) - low
        let value = 1 + (r + (r2 * p + rest))
        // 2ᵏ as a product of two powers, so that results near both ends of the range round once.
        let k = Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000
        let half = k >> 1
        let first = Double(bitPattern: UInt64(bitPattern: (half &+ 1023) << 52))
        let second = Double(bitPattern: UInt64(bitPattern: ((k &- half) &+ 1023) << 52))
        return x != x ? x : value * first * second
    }

    /// The natural logarithm to within 1 unit in the last place; −∞ at 0, not a number below.
    ///
    /// x = 2ᵏ·m with m within √½ … √2 and log m = 2 artanh((m − 1)/(m + 1)), by a polynomial in the square of that.
    @inlinable @inline(__always)
    public static func log(_ x: Double) -> Double {
        let isSubnormal = x < 0x1p-1022
        let scaled = isSubnormal ? x * 0x1p54 : x
        let bits = Int64(bitPattern: scaled.bitPattern)
        // Moves the break between exponents from 1 to √½.
        let offset = bits &- 0x3fe6_a09e_667f_3bcd
        let k = offset >> 52
        let m = Double(bitPattern: UInt64(bitPattern: bits &- (k << 52)))
        // A small whole number becomes a Double by bits: vector units lack the conversion.
        let exponent =
            Double(bitPattern: UInt64(bitPattern: k &+ 0x4338_0000_0000_0000)) - 0x1.8p52 - (isSubnormal ? 54 : 0)
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        let w = z * z
        let even = 0.3999999999989889 + w * (0.22222211089379496 + w * 0.15331611722055008)
        let odd = 0.666666666666667 + w * (0.28571428626253836 + w * (0.1818289243253687 + w * 0.14617807153417325))
        let r = z * odd + w * even
        let square = 0.5 * f * f
        let mantissa = s * (square + r) + exponent * 1.9082149292705877e-10
        let value = exponent * 0.6931471803691238 - ((square - mantissa) - f)
        return x > 0 ? (x < .infinity ? value : x) : (x == 0 ? -.infinity : .nan)
    }

    /// xʸ for x ≥ 0, as e^(y·ln x): relative error about |y·ln x| units in the last place.
    @inlinable @inline(__always)
    public static func pow(_ x: Double, _ y: Double) -> Double {
        y == 0 ? 1 : exp(y * log(x))
    }
}
