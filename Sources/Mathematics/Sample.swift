/// Measures of a sample of numbers.
public enum Sample {
    /// The quantile of a sorted sample by linear interpolation between order statistics (Hyndman and Fan, 1996,
    /// type 7, the default of R and NumPy); nil for an empty sample. The fraction is clamped to 0…1.
    public static func quantile(ofSorted values: [Double], _ fraction: Double) -> Double? {
        guard let last = values.indices.last else { return nil }
        let position = Double(last) * min(max(fraction, 0), 1)
        let lower = min(Int(position), last)
        let upper = min(lower + 1, last)
        return values[lower] + (position - Double(lower)) * (values[upper] - values[lower])
    }
}
