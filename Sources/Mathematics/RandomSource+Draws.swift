extension RandomSource {
    /// A draw from the standard normal distribution, by inversion: one uniform number each.
    public mutating func normal() -> Double {
        Normal.quantile(uniform())
    }

    /// A draw from the exponential distribution with a mean > 0.
    public mutating func exponential(mean: Double) -> Double {
        -mean * Elementary.log(uniform())
    }

    /// A draw from the Poisson distribution with a mean ≥ 0, by multiplying uniform numbers (Knuth, 1969); meant
    /// for means up to some hundreds.
    public mutating func poisson(mean: Double) -> Int {
        var count = 0
        var left = mean
        // Means over 500 would underflow in one go; sums of Poisson draws are Poisson draws.
        while left > 0 {
            let part = min(left, 500)
            left -= part
            let limit = Elementary.exp(-part)
            var product = uniform()
            while product > limit {
                count += 1
                product *= uniform()
            }
        }
        return count
    }
}
