import Mathematics
import Testing

@Suite("Random draws")
struct RandomDrawsTests {
    /// Mean and variance of many draws.
    private func moments(_ count: Int, _ draw: (inout RandomSource) -> Double) -> (mean: Double, variance: Double) {
        var random = RandomSource(seed: 42, stream: "draws")
        let values = (0..<count).map { _ in draw(&random) }
        let mean = values.reduce(0, +) / Double(count)
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count))
    }

    @Test("Normal draws have mean 0 and variance 1, within four standard errors")
    func normal() {
        let (mean, variance) = moments(40_000) { $0.normal() }
        #expect(mean.magnitude < 4 / 200)
        #expect((variance - 1).magnitude < 4 * 2.0.squareRoot() / 200)
    }

    @Test("Exponential draws have their mean as standard deviation")
    func exponential() {
        let (mean, variance) = moments(40_000) { $0.exponential(mean: 3) }
        #expect((mean - 3).magnitude < 4 * 3 / 200)
        #expect((variance.squareRoot() - 3).magnitude < 4 * 3 * 2.0.squareRoot() / 200)
    }

    @Test(
        "Poisson draws have their mean as variance, also above the mean at which e^(−mean) underflows",
        arguments: [
            0.3, 4.0, 900.0,
        ])
    func poisson(mean: Double) {
        let seen = moments(4_000) { Double($0.poisson(mean: mean)) }
        let error = (mean / 4_000).squareRoot()
        #expect((seen.mean - mean).magnitude < 4 * error)
        #expect((seen.variance / mean - 1).magnitude < 4 * ((2 + 1 / mean) / 4_000).squareRoot())
    }

    @Test("A Poisson draw of mean 0 is 0")
    func nothing() {
        var random = RandomSource(seed: 1)
        #expect(random.poisson(mean: 0) == 0)
    }

    @Test("The same seed and stream give the same numbers; another stream gives others")
    func streams() {
        var first = RandomSource(seed: 5, stream: "SPY")
        var again = RandomSource(seed: 5, stream: "SPY")
        var other = RandomSource(seed: 5, stream: "QQQ")
        let numbers = (0..<100).map { _ in first.next() }
        #expect(numbers == (0..<100).map { _ in again.next() })
        #expect(numbers != (0..<100).map { _ in other.next() })
    }

    // Reference implementations of SplitMix64 and xoshiro256** (Blackman and Vigna), in Python integers, seed 42.
    @Test("The first numbers of a seed are those of the published algorithms")
    func published() {
        var random = RandomSource(seed: 42)
        #expect(
            (0..<4).map { _ in random.next() } == [
                1546998764402558742, 6990951692964543102, 12544586762248559009, 17057574109182124193,
            ])
    }

    @Test("An index is within its range and every index comes up")
    func index() {
        var random = RandomSource(seed: 3)
        var seen = [Int](repeating: 0, count: 7)
        for _ in 0..<7_000 { seen[random.index(below: 7)] += 1 }
        // Binomial: standard deviation √(7000·6/49) ≈ 29.3.
        #expect(seen.allSatisfy { ($0 - 1_000).magnitude < 120 })
    }

    @Test("Uniform numbers stay inside the open interval")
    func uniform() {
        let (mean, variance) = moments(40_000) { $0.uniform() }
        #expect((mean - 0.5).magnitude < 4 * 0.2887 / 200)
        #expect((variance - 1.0 / 12).magnitude < 0.002)
    }
}
