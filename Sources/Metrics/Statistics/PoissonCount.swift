internal import Mathematics

/// A count of events that come independently of one another, such as trades in a month.
enum PoissonCount {
    /// The exact 95 % interval of the expected count: the means under which counting at least (at most) so many has
    /// a probability of 2.5 %, found by bisection.
    ///
    /// Source: Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).
    static func interval(_ count: Int) -> Interval {
        // Beyond this e^-mean leaves the range of a Double, and the normal interval is as good.
        if count > 400 {
            let reach = normal975 * Double(count).squareRoot()
            return Interval(low: Double(count) - reach, high: Double(count) + reach)
        }
        let top = Double(count) + 20 + 10 * Double(count + 1).squareRoot()
        let high = bisect(0, top) { atMost(count, mean: $0) > 0.025 }
        let low = count == 0 ? 0 : bisect(0, top) { 1 - atMost(count - 1, mean: $0) < 0.025 }
        return Interval(low: low, high: high)
    }

    /// P(N ≤ count) for a mean.
    private static func atMost(_ count: Int, mean: Double) -> Double {
        var term = Elementary.exp(-mean)
        var sum = term
        for index in stride(from: 1, through: count, by: 1) {
            term *= mean / Double(index)
            sum += term
        }
        return sum
    }

    private static func bisect(_ low: Double, _ high: Double, isBelow: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
