/// Mean, dispersion and shape of a sample.
public struct Moments: Hashable, Sendable {
    /// Observations.
    public let n: Int
    /// Arithmetic mean; 0 for an empty sample.
    public let mean: Double
    /// Standard deviation with n − 1; 0 below two observations.
    public let standardDeviation: Double
    /// Population skewness g₃ = m₃ ÷ m₂^1.5; 0 without dispersion.
    public let skewness: Double
    /// Population kurtosis g₄ = m₄ ÷ m₂², raw: 3 for a normal sample; 3 without dispersion.
    public let kurtosis: Double
    /// Whether the sample varies by more than rounding: max − min > 4ε · max|x|.
    public let isDispersed: Bool

    /// The moments of a sample, by two passes.
    public init(_ sample: [Double]) {
        n = sample.count
        let count = Double(max(n, 1))
        let mean = sample.reduce(0, +) / count
        var (second, third, fourth) = (0.0, 0.0, 0.0)
        var (low, high, magnitude) = (Double.infinity, -Double.infinity, 0.0)
        for value in sample {
            let deviation = value - mean
            let square = deviation * deviation
            second += square
            third += square * deviation
            fourth += square * square
            low = min(low, value)
            high = max(high, value)
            magnitude = max(magnitude, abs(value))
        }
        self.mean = mean
        isDispersed = n > 1 && high - low > 4 * Double.ulpOfOne * magnitude && second > 0
        standardDeviation = n > 1 ? (second / (count - 1)).squareRoot() : 0
        let variance = second / count
        // The fourth moment of returns near 1e-80 underflows; such a sample has no shape that could be told.
        let scale = variance * variance
        skewness = isDispersed && scale > 0 ? third / count / (variance * variance.squareRoot()) : 0
        kurtosis = isDispersed && scale > 0 ? fourth / count / scale : 3
    }

    /// Mean ÷ standard deviation, or why there is none.
    func ratio(minimum: Int) -> Figure {
        if n == 0 { return .undefined(.noData, n: 0) }
        if n < max(minimum, 2) { return .undefined(.tooFew, n: n) }
        if !isDispersed { return .undefined(.noDispersion, n: n) }
        return .value(mean / standardDeviation, n: n)
    }
}
