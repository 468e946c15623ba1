/// Successes among trials.
public struct Proportion: Hashable, Sendable {
    /// Successes, zero to ``trials``.
    public let successes: Int
    /// Trials.
    public let trials: Int

    /// Successes among trials.
    public init(_ successes: Int, of trials: Int) {
        precondition(0 <= successes && successes <= trials, "\(successes) successes of \(trials) trials")
        self.successes = successes
        self.trials = trials
    }

    /// The share of successes, a fraction.
    public var share: Figure {
        trials > 0 ? .value(Double(successes) / Double(trials), n: trials) : .undefined(.noData, n: 0)
    }

    /// The share with its Wilson score interval at 95 %, which stays within 0–1 and does not collapse at 0 or 1.
    ///
    /// Source: Wilson, "Probable Inference", Journal of the American Statistical Association 22 (1927).
    public var estimate: Estimate {
        guard trials > 0 else { return Estimate(share) }
        let n = Double(trials)
        let share = Double(successes) / n
        let square = normal975 * normal975
        let center = (share + square / (2 * n)) / (1 + square / n)
        let reach = normal975 / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        // At the ends the algebra is exact and the arithmetic is not.
        return Estimate(
            self.share,
            Interval(
                low: successes == 0 ? 0 : max(0, center - reach), high: successes == trials ? 1 : min(1, center + reach)
            ))
    }
}
