internal import Mathematics

/// A bound of a mean that holds at every look at once, so that one may look each week and stop when one likes.
public enum ConfidenceSequence {
    /// The one-sided lower asymptotic confidence sequence of a mean:
    /// x̄ − s·√(2(tρ² + 1) ÷ (t²ρ²) · ln(1 + √(tρ² + 1) ÷ 2α)), tightest about `tunedFor` observations. The standard
    /// deviation has n − 1.
    ///
    /// Undefined below `minimum` observations and without dispersion.
    /// Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, arXiv 2103.06476, equation for one-sided sequences.
    public static func lowerBound(
        ofMeanOf sample: [Double], alpha: Double = 0.05, tunedFor: Int = 26, minimum: Int = 13
    ) -> Figure {
        bound(sample, -1, alpha, tunedFor, minimum)
    }

    /// The one-sided upper sequence: the lower one of the sample with its sign turned.
    public static func upperBound(
        ofMeanOf sample: [Double], alpha: Double = 0.05, tunedFor: Int = 26, minimum: Int = 13
    ) -> Figure {
        bound(sample, 1, alpha, tunedFor, minimum)
    }

    /// How many observations more it takes until the lower bound exceeds a value, should mean and dispersion stay what
    /// they are: 0 when it does already; nil where the mean does not exceed the value, or it takes more than `most`.
    public static func observationsMissing(
        _ sample: [Double], untilAbove value: Double, alpha: Double = 0.05, tunedFor: Int = 26, minimum: Int = 13,
        most: Int = 1_040
    ) -> Int? {
        let shape = Moments(sample)
        guard shape.isDispersed, shape.mean > value else { return nil }
        let needed = (shape.mean - value) / shape.standardDeviation
        func suffices(_ more: Int) -> Bool {
            reach(of: shape.n + more, alpha: alpha, tunedFor: tunedFor) < needed
        }
        // The reach falls with every observation, so bisection finds the first that suffices.
        var (low, high) = (max(minimum - shape.n, 0), most)
        guard low <= high, suffices(high) else { return nil }
        while low < high {
            let middle = (low + high) / 2
            if suffices(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func bound(
        _ sample: [Double], _ side: Double, _ alpha: Double, _ tunedFor: Int, _ minimum: Int
    ) -> Figure {
        let shape = Moments(sample)
        guard shape.n > 0 else { return .undefined(.noData, n: 0) }
        guard shape.n >= max(minimum, 2) else { return .undefined(.tooFew, n: shape.n) }
        guard shape.isDispersed else { return .undefined(.noDispersion, n: shape.n) }
        let width = reach(of: shape.n, alpha: alpha, tunedFor: tunedFor)
        return .value(shape.mean + side * shape.standardDeviation * width, n: shape.n)
    }

    /// The distance from the mean to the bound in standard deviations after `count` observations.
    static func reach(of count: Int, alpha: Double, tunedFor: Int) -> Double {
        let t = Double(count)
        let rho = mixing(alpha: alpha, tunedFor: tunedFor)
        let scaled = t * rho * rho + 1
        let logarithm = Elementary.log(1 + scaled.squareRoot() / (2 * alpha))
        return (2 * scaled / (t * t * rho * rho) * logarithm).squareRoot()
    }

    /// ρ = √((−2 ln 2α + ln(−2 ln 2α + 1)) ÷ t*).
    static func mixing(alpha: Double, tunedFor: Int) -> Double {
        let twice = -2 * Elementary.log(2 * alpha)
        return ((twice + Elementary.log(twice + 1)) / Double(tunedFor)).squareRoot()
    }
}
