internal import Mathematics

/// Whether a share of successes rises over ordered groups.
enum TrendTest {
    /// The one-sided p-value of the Cochran–Armitage test that the share of successes rises with the groups' order,
    /// scores 0, 1, 2 …: small where it does. Undefined where fewer than two groups have trials, or all trials ended
    /// alike.
    ///
    /// Source: Armitage, "Tests for Linear Trends in Proportions and Frequencies", Biometrics 11 (1955).
    static func risingShare(_ groups: [Proportion]) -> Figure {
        let trials = groups.reduce(0) { $0 + $1.trials }
        guard trials > 0 else { return .undefined(.noData, n: 0) }
        guard groups.count(where: { $0.trials > 0 }) > 1 else { return .undefined(.tooFew, n: trials) }
        let total = Double(trials)
        let share = Double(groups.reduce(0) { $0 + $1.successes }) / total
        guard share > 0, share < 1 else { return .undefined(.noDispersion, n: trials) }
        var (trend, first, second) = (0.0, 0.0, 0.0)
        for (score, group) in groups.enumerated() {
            let (weight, n) = (Double(score), Double(group.trials))
            trend += weight * (Double(group.successes) - n * share)
            first += weight * n
            second += weight * weight * n
        }
        let variance = share * (1 - share) * (second - first * first / total)
        return .value(Normal.cumulative(-trend / variance.squareRoot()), n: trials)
    }
}
