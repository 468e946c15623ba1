import Mathematics
import Testing

@Suite("Quadrature, interpolation and quantiles")
struct QuadratureTests {
    // NumPy 2.4: numpy.polynomial.legendre.leggauss(5).
    @Test("Five points and weights of Gauss and Legendre are the known ones")
    func points() {
        let rule = GaussLegendre(count: 5)
        let points = [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640]
        let weights = [
            0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891,
        ]
        for index in 0..<5 {
            #expect((rule.points[index] - points[index]).magnitude < 1e-15)
            #expect((rule.weights[index] - weights[index]).magnitude < 1e-15)
        }
    }

    @Test("A rule of n points integrates x^(2n − 2) to 2/(2n − 1)", arguments: [1, 2, 7, 24, 64])
    func exactness(count: Int) {
        let rule = GaussLegendre(count: count)
        var sum = 0.0
        for (point, weight) in zip(rule.points, rule.weights) {
            var power = 1.0
            for _ in 0..<2 * count - 2 { power *= point }
            sum += weight * power
        }
        #expect((sum * Double(2 * count - 1) / 2 - 1).magnitude < 1e-13)
    }

    @Test("Over a quarter turn sin²·cos integrates to a third, and √(1 − sin²) is no obstacle")
    func quarterTurn() {
        let rule = QuarterTurn(count: 16)
        var (third, quarter) = (0.0, 0.0)
        for index in rule.weights.indices {
            third += rule.weights[index] * rule.sines[index] * rule.sines[index] * rule.cosines[index]
            // ∫ cos² = π/4.
            quarter += rule.weights[index] * (1 - rule.sines[index] * rule.sines[index])
        }
        #expect((third - 1.0 / 3).magnitude < 1e-15)
        #expect((quarter - Double.pi / 4).magnitude < 1e-15)
    }

    @Test("A polynomial through Chebyshev points takes the values there and is close between")
    func interpolation() {
        let nodes = Chebyshev(degree: 14)
        #expect(nodes.points.first == 1 && nodes.points.last == -1)
        // cos(π/14), Python: math.cos(math.pi / 14).
        #expect((nodes.points[1] - 0.9749279121818236).magnitude < 1e-15)
        let coefficients = nodes.coefficients(nodes.points.map { Elementary.exp($0) })
        for x in stride(from: -1.0, through: 1, by: 0.05) {
            let values = Chebyshev.evaluate(coefficients, at: Lanes(x, -x))
            #expect((values[0] - Elementary.exp(x)).magnitude < 1e-14)
            #expect((values[1] - Elementary.exp(-x)).magnitude < 1e-14)
        }
    }

    // NumPy 2.4: numpy.quantile([1, 2, 4, 8, 16], q), its default method "linear".
    @Test(
        "Quantiles interpolate between order statistics",
        arguments: [
            (0.0, 1.0), (0.1, 1.4), (0.25, 2.0), (0.5, 4.0), (0.9, 12.8), (1.0, 16.0), (-1.0, 1.0), (2.0, 16.0),
        ])
    func quantile(fraction: Double, expected: Double) throws {
        let value = try #require(Sample.quantile(ofSorted: [1, 2, 4, 8, 16], fraction))
        #expect((value - expected).magnitude < 1e-14)
    }

    @Test("An empty sample has no quantile and one number is its own")
    func smallSamples() {
        #expect(Sample.quantile(ofSorted: [], 0.5) == nil)
        #expect(Sample.quantile(ofSorted: [3], 0.7) == 3)
    }
}
