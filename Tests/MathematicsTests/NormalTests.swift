import Mathematics
import Testing

@Suite("Normal distribution")
struct NormalTests {
    // mpmath 1.4.1 at 60 digits: ncdf(x) of the double nearest to x.
    @Test(
        "The cumulative probability keeps its relative accuracy into both tails",
        arguments: [
            (-37.5, 4.605353009581955e-308), (-20.0, 2.7536241186062337e-89), (-10.0, 7.619853024160525e-24),
            (-8.0, 6.220960574271784e-16), (-5.0, 2.866515718791939e-07), (-3.0, 0.0013498980316300946),
            (-1.0, 0.15865525393145705), (-0.5, 0.3085375387259869), (-1e-10, 0.49999999996010575), (0.0, 0.5),
            (1e-05, 0.500003989422804), (0.67448975, 0.7499999999376898), (1.0, 0.8413447460685429),
            (1.96, 0.9750021048517795), (3.0, 0.9986501019683699), (5.0, 0.9999997133484281),
            (8.2, 0.9999999999999999),
        ])
    func cumulative(x: Double, expected: Double) {
        #expect((Normal.cumulative(x) / expected - 1).magnitude < 1e-15)
        let lanes = Normal.cumulative(Lanes(x, -x))
        #expect((lanes[0] / expected - 1).magnitude < 4e-16 + 2e-16 * x * x)
        #expect((lanes[1] - (1 - expected)).magnitude < 1e-15)
    }

    // mpmath: √(π/2)·erfc(x/√2)·e^(x²/2).
    @Test(
        "Mills' ratio is right to seven units in the last place",
        arguments: [
            (0.0, 1.2533141373155003), (1e-08, 1.2533141273155004), (0.1, 1.1592623996187363),
            (0.5, 0.8763644564536923), (1.0, 0.6556795424187984), (2.0, 0.4213692292880545),
            (3.5, 0.26656776896822376), (5.0, 0.19280810471531576), (8.0, 0.1231319632579323),
            (12.0, 0.08276628650136918), (20.0, 0.04987592598183679), (37.0, 0.027007327965128336),
            (100.0, 0.009999000299850106), (100000.0, 9.999999999e-06), (1e12, 1e-12),
        ])
    func millsRatio(x: Double, expected: Double) {
        #expect(distanceInUlps(Normal.millsRatio(x), expected) <= 7)
    }

    // mpmath: root of ln ncdf(x) = ln p.
    @Test(
        "Quantiles are right to five units in 10¹⁶",
        arguments: [
            (1e-300, -37.0470962993612), (1e-100, -21.273453560965326), (1e-20, -9.262340089798407),
            (1e-10, -6.361340902404057), (1e-05, -4.264890793922825), (0.001, -3.0902323061678136),
            (0.02425, -1.972961051311885), (0.05, -1.6448536269514726), (0.075, -1.439531470938456),
            (0.3, -0.5244005127080408), (0.5, 0.0), (0.6, 0.2533471031357997), (0.924, 1.4325027208258119),
            (0.975, 1.9599639845400538), (0.999, 3.090232306167813), (0.9999999, 5.199337582290661),
        ])
    func quantile(probability: Double, expected: Double) {
        #expect((Normal.quantile(probability) - expected).magnitude <= 5e-16 * max(1, expected.magnitude))
    }

    @Test("Quantile and cumulative probability undo one another")
    func roundTrip() {
        var random = RandomSource(seed: 11)
        for _ in 0..<5_000 {
            let x = 45 * random.uniform() - 37
            let probability = Normal.cumulative(x)
            // Near 1 a probability holds ever less of x.
            let allowed = 1e-15 * max(1, x.magnitude) + 1.2e-16 / Normal.density(x) * (x > 0 ? 1 : 0)
            #expect((Normal.quantile(probability) - x).magnitude <= allowed)
        }
    }

    @Test("Ends of the range are infinite, zero or not a number")
    func ends() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(-0.1).isNaN)
        #expect(Normal.quantile(1.1).isNaN)
        #expect(Normal.quantile(.nan).isNaN)
        #expect(Normal.cumulative(-Double.infinity) == 0)
        #expect(Normal.cumulative(Double.infinity) == 1)
        #expect(Normal.cumulative(Double.nan).isNaN)
        #expect(Normal.density(0) == Normal.peak)
        #expect(Normal.density(50) == 0)
    }
}
