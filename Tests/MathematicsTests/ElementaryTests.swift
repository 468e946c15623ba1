import Foundation
import Mathematics
import Testing

/// How many doubles lie between two numbers of one sign.
func distanceInUlps(_ first: Double, _ second: Double) -> UInt64 {
    let (a, b) = (first.bitPattern, second.bitPattern)
    return a > b ? a - b : b - a
}

@Suite("Elementary functions")
struct ElementaryTests {
    // Arguments are the doubles nearest to the decimals; values from mpmath 1.4.1 at 60 digits, rounded to double.
    @Test(
        "eˣ is right to one unit in the last place",
        arguments: [
            (-745.1, 0x1p-1074), (-708.5, 2.006132305331306e-308), (-700.25, 7.678723813110872e-305),
            (-100.7, 1.8473350586794258e-44), (-1.0, 0.36787944117144233), (-0.3465735902799727, 0.7071067811865475),
            (-1e-5, 0.9999900000499998), (1e-300, 1.0), (0.0, 1.0), (0.1, 1.1051709180756477),
            (0.34657359027997264, 1.414213562373095), (1.0, 2.718281828459045), (2.5, 12.182493960703473),
            (10.3, 29732.618852891435), (88.72283, 3.402792663934097e+38), (300.7, 3.911566412479153e+130),
            (709.75, 1.7398368732641605e+308),
        ])
    func exponential(x: Double, expected: Double) {
        #expect(distanceInUlps(Elementary.exp(x), expected) <= 1)
    }

    @Test(
        "ln x is right to one unit in the last place, subnormal numbers included",
        arguments: [
            (0x1p-1074, -744.4400719213812), (0x1p-1060, -734.7360113935421),
            (2.2250738585072014e-308, -708.3964185322641), (1e-100, -230.25850929940458), (0.1, -2.3025850929940455),
            (0.7071067811865475, -0.34657359027997275), (0.7071067811865476, -0.3465735902799726),
            (0.999, -0.0010005003335835344), (0.9999999999999999, -1.1102230246251565e-16), (1.0, 0.0),
            (1.0000000000000002, 2.2204460492503128e-16), (1.4142135623730951, 0.3465735902799727),
            (1.5, 0.4054651081081644), (2.0, 0.6931471805599453), (10.0, 2.302585092994046),
            (12345.678, 9.421061321291832), (1e100, 230.25850929940458), (1.7976931348623157e308, 709.782712893384),
        ])
    func logarithm(x: Double, expected: Double) {
        #expect(distanceInUlps(Elementary.log(x), expected) <= 1)
    }

    @Test("Ends of the range are zero, infinite or not a number")
    func ends() {
        #expect(Elementary.exp(-746) == 0)
        #expect(Elementary.exp(-Double.infinity) == 0)
        #expect(Elementary.exp(709.8) == .infinity)
        #expect(Elementary.exp(Double.infinity) == .infinity)
        #expect(Elementary.exp(Double.nan).isNaN)
        #expect(Elementary.log(0.0) == -.infinity)
        #expect(Elementary.log(-0.0) == -.infinity)
        #expect(Elementary.log(Double.infinity) == .infinity)
        #expect(Elementary.log(-1.0).isNaN)
        #expect(Elementary.log(Double.nan).isNaN)
    }

    @Test("Over the whole range both agree with the C library, whose error is below one unit, to two units")
    func agreement() {
        var random = RandomSource(seed: 20_260_731, stream: "elementary")
        for _ in 0..<20_000 {
            let x = 1417 * random.uniform() - 708
            #expect(distanceInUlps(Elementary.exp(x), Foundation.exp(x)) <= 2)
            let y = Foundation.exp(x)
            #expect(distanceInUlps(Elementary.log(y), Foundation.log(y)) <= 2)
            let near = 0.5 + random.uniform()
            #expect(distanceInUlps(Elementary.log(near), Foundation.log(near)) <= 2)
        }
    }

    @Test("Both lanes give the bits of one number")
    func lanes() {
        var random = RandomSource(seed: 7)
        for _ in 0..<2_000 {
            let pair = Lanes(1400 * random.uniform() - 700, 20 * random.uniform() - 10)
            let exponentials = Elementary.exp(pair)
            let logarithms = Elementary.log(exponentials)
            for lane in 0..<2 {
                #expect(exponentials[lane] == Elementary.exp(pair[lane]))
                #expect(logarithms[lane] == Elementary.log(exponentials[lane]))
            }
        }
    }

    // Python 3.11: 2.0**0.5, 10.0**-3, 1.0000001**1e6, 0.5**1000.
    @Test(
        "Powers have the accuracy that their logarithm leaves",
        arguments: [
            (2.0, 0.5, 1.4142135623730951), (10.0, -3.0, 0.001), (1.0000001, 1e6, 1.1051709126143208),
            (0.5, 1000.0, 9.332636185032189e-302), (7.0, 0.0, 1.0), (0.0, 0.0, 1.0), (0.0, 2.0, 0.0),
        ])
    func powers(base: Double, exponent: Double, expected: Double) {
        let allowed = 2e-16 * (1 + (exponent * Foundation.log(max(base, 0.1))).magnitude)
        #expect((Elementary.pow(base, exponent) - expected).magnitude <= allowed * expected)
    }
}
