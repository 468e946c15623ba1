internal import Mathematics

extension SharpeDifference {
    /// First − second, annual, with a 95 % interval by the studentised stationary bootstrap of whole days: the reach of
    /// the interval is the 95 % quantile of |Δ* − Δ| ÷ s(Δ*) over the resamples, times s(Δ). Undefined where either ratio
    /// is; without interval (`n too small`) for no resamples, or where most of them have no ratio.
    ///
    /// s(Δ) is by the delta method: the variance of the mean of ψ_t, the influence of a day on the difference, under the
    /// same resampling, C₀ + 2 Σ (1 − i/n)(1 − p)^i C_i with circular autocovariances C_i and 1/p the mean length of a
    /// block; s(Δ*) by the blocks of the resample, Σ (sum of ψ* over a block)² ÷ n².
    ///
    /// Sources: Ledoit and Wolf, "Robust Performance Hypothesis Testing with the Sharpe Ratio", Journal of Empirical
    /// Finance 15 (2008), section 3.2, here with blocks of random length; Politis and Romano, "The Stationary Bootstrap",
    /// Journal of the American Statistical Association 89 (1994), lemma 1; Götze and Künsch, Annals of Statistics 24
    /// (1996), for the variance by blocks.
    public static func studentized(
        _ first: [Double], _ second: [Double], _ year: Annualization = Annualization(), minimum: Int = 20,
        resamples: Int = 1_000
    ) -> Estimate {
        precondition(first.count == second.count, "\(first.count) returns paired with \(second.count)")
        let (ratio, base) = (
            Returns(first).sharpe(year, minimum: minimum), Returns(second).sharpe(year, minimum: minimum)
        )
        guard let value = ratio.value else { return Estimate(ratio) }
        guard let baseValue = base.value else { return Estimate(base) }
        let figure = Figure.value(value - baseValue, n: first.count)
        guard resamples > 0 else { return Estimate(figure, lacking: .tooFew) }
        let excess = { (series: [Double]) in series.map { $0 - year.dailyRiskFreeRate } }
        let sample = PairedSample(excess(first), excess(second))
        let gap = zip(first, second).map { $0 - $1 }
        let newBlock = 1 / max(BlockLength.optimal(for: gap), 1)
        guard let whole = sample.whole.difference else { return Estimate(figure, lacking: .noDispersion) }
        let error = sample.standardError(whole, newBlock: newBlock)
        var source = RandomSource(seed: Bootstrap.seed(of: gap), stream: "bootstrap-studentized")
        let distances = (0..<resamples).compactMap { _ in
            sample.resample(newBlock: newBlock, &source).distance(from: whole.value)
        }.sorted()
        guard distances.count * 2 > resamples, let quantile = Sample.quantile(ofSorted: distances, 0.95) else {
            return Estimate(figure, lacking: .tooFew)
        }
        let reach = quantile * error * year.rootOfYear
        return Estimate(figure, Interval(low: value - baseValue - reach, high: value - baseValue + reach))
    }
}

/// Sums over days of both returns and of their squares: all that a difference of Sharpe ratios needs to know of them.
private struct DaySums {
    var count = 0
    /// Σ a, Σ b, Σ a², Σ b².
    var sums = SIMD4<Double>()

    /// The difference of daily Sharpe ratios, moments with n, and its gradient by the four means; nil without dispersion.
    var difference: (value: Double, gradient: SIMD4<Double>, means: SIMD4<Double>)? {
        let means = sums / Double(max(count, 1))
        let (variance, other) = (means[2] - means[0] * means[0], means[3] - means[1] * means[1])
        // A variance that is only what rounding left of two equal numbers is none.
        guard variance > 1e-12 * means[2], other > 1e-12 * means[3] else { return nil }
        let (scale, otherScale) = (variance * variance.squareRoot(), other * other.squareRoot())
        return (
            means[0] / variance.squareRoot() - means[1] / other.squareRoot(),
            SIMD4(
                means[2] / scale, -means[3] / otherScale, -0.5 * means[0] / scale, 0.5 * means[1] / otherScale),
            means
        )
    }
}

/// A resample: its days' sums, and those of each of its blocks.
private struct Resample {
    var whole = DaySums()
    var blocks: [DaySums] = []

    /// |Δ* − Δ| ÷ s(Δ*); nil where the resample has no such difference.
    func distance(from value: Double) -> Double? {
        guard let own = whole.difference else { return nil }
        let squares = blocks.reduce(0) { sum, block in
            let influence = (own.gradient * (block.sums - Double(block.count) * own.means)).sum()
            return sum + influence * influence
        }
        guard squares > 0 else { return nil }
        return abs(own.value - value) * Double(whole.count) / squares.squareRoot()
    }
}

/// Two series of the same days, with running sums twice around, so that a block's sums are one subtraction.
private struct PairedSample {
    let days: [SIMD4<Double>]
    let running: [SIMD4<Double>]

    init(_ first: [Double], _ second: [Double]) {
        days = zip(first, second).map { SIMD4($0, $1, $0 * $0, $1 * $1) }
        var sum = SIMD4<Double>()
        running =
            [sum]
            + (days + days).map { day in
                sum += day
                return sum
            }
    }

    var whole: DaySums { sums(from: 0, count: days.count) }

    private func sums(from start: Int, count: Int) -> DaySums {
        DaySums(count: count, sums: running[start + count] - running[start])
    }

    /// √(variance of the mean influence) under blocks of mean length 1 ÷ newBlock.
    func standardError(
        _ whole: (value: Double, gradient: SIMD4<Double>, means: SIMD4<Double>), newBlock: Double
    ) -> Double {
        let n = days.count
        let influence = days.map { (whole.gradient * ($0 - whole.means)).sum() }
        func covariance(_ lag: Int) -> Double {
            (0..<n).reduce(0) { $0 + influence[$1] * influence[($1 + lag) % n] } / Double(n)
        }
        var variance = covariance(0)
        var weight = 1 - newBlock
        for lag in 1..<n where weight > 1e-9 {
            variance += 2 * (1 - Double(lag) / Double(n)) * weight * covariance(lag)
            weight *= 1 - newBlock
        }
        return (max(variance, 0) / Double(n)).squareRoot()
    }

    /// As many days again, in blocks of geometric length that run on around the end.
    func resample(newBlock: Double, _ source: inout RandomSource) -> Resample {
        let n = days.count
        let stay = newBlock < 1 ? Elementary.log(1 - newBlock) : -.infinity
        var drawn = Resample()
        while drawn.whole.count < n {
            let start = source.index(below: n)
            let length = newBlock < 1 ? 1 + Int(min(Elementary.log(source.uniform()) / stay, Double(n))) : 1
            let block = sums(from: start, count: min(length, n - drawn.whole.count))
            drawn.blocks.append(block)
            drawn.whole.count += block.count
            drawn.whole.sums += block.sums
        }
        return drawn
    }
}
