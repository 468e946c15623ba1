internal import Mathematics

/// How long the blocks of a stationary bootstrap should be for a series.
enum BlockLength {
    /// The mean block length that minimises the mean squared error of the bootstrap variance of the mean, at least 1
    /// and at most min(3√n, n/3).
    ///
    /// Source: Politis and White, "Automatic Block-Length Selection", Econometric Reviews 23 (2004), with the
    /// correction of Patton, Politis and White (2009): b = (2Ĝ² ÷ D̂)^⅓ · n^⅓, D̂ = 2ĝ(0)².
    static func optimal(for series: [Double]) -> Double {
        let n = series.count
        guard n >= 6, Moments(series).isDispersed else { return 1 }
        let size = Double(n)
        let run = 5
        let longest = min(Int(size.squareRoot().rounded(.up)) + run, n - 1)
        let covariance = autocovariances(series, upTo: longest)
        let critical = 2 * (log10(size) / size).squareRoot()
        // The last lag before the first run of insignificant autocorrelations.
        let significant = (0...max(longest - run, 0)).first { lag in
            (lag + 1...min(lag + run, longest)).allSatisfy { abs(covariance[$0] / covariance[0]) < critical }
        }
        let bandwidth = min(significant.map { 2 * max($0, 1) } ?? longest, longest)
        var weighted = 0.0
        var spectrum = covariance[0]
        for lag in 1...bandwidth {
            let fraction = Double(lag) / Double(bandwidth)
            let taper = fraction <= 0.5 ? 1 : 2 * (1 - fraction)
            weighted += 2 * taper * Double(lag) * covariance[lag]
            spectrum += 2 * taper * covariance[lag]
        }
        guard spectrum != 0 else { return 1 }
        let cube = (weighted / spectrum) * (weighted / spectrum) * size
        let length = cube > 0 ? Elementary.pow(cube, 1 / 3) : 1
        return min(max(length, 1), max(1, min(3 * size.squareRoot(), size / 3).rounded(.up)))
    }

    private static func autocovariances(_ series: [Double], upTo longest: Int) -> [Double] {
        let mean = series.reduce(0, +) / Double(series.count)
        let deviations = series.map { $0 - mean }
        return (0...longest).map { lag in
            zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / Double(series.count)
        }
    }

    private static func log10(_ x: Double) -> Double { Elementary.log(x) / Elementary.log(10) }
}
