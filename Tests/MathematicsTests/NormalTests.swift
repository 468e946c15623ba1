import Mathematics
import Testing

@Suite("Normal distribution")
struct NormalTests {
    @Test(
        "The cumulative probability is right deep into both tails",
        arguments: [
            // mpmath 1.4.1, ncdf at 40 digits.
            (-37.5, 4.605353009581955e-308), (-8.0, 6.220960574271784e-16), (-1.0, 0.15865525393145705),
            (0.0, 0.5), (1.96, 0.9750021048517795),
        ])
    func cumulative(x: Double, expected: Double) {
        #expect((Normal.cumulative(x) / expected - 1).magnitude < 1e-12)
    }
}
