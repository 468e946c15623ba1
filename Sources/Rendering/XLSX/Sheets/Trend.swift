/// A value over time in the space of one cell: the library knows no sparklines, letters of eight heights do.
enum Trend {
    private static let heights = Array("▁▂▃▄▅▆▇█")
    /// How many of the newest values are shown.
    static let length = 12

    /// The newest values from low to high; a space for a gap, nothing where there are fewer than two values.
    static func text(_ values: [Double?]) -> String {
        let newest = values.suffix(length).map { $0.flatMap { $0.isFinite ? $0 : nil } }
        let known = newest.compactMap { $0 }
        guard known.count > 1, let low = known.min(), let high = known.max() else { return "" }
        return String(
            newest.map { value -> Character in
                guard let value else { return " " }
                guard low < high else { return heights[3] }
                // Halves first: the difference of two huge numbers may have no finite value.
                let place = (value / 2 - low / 2) / (high / 2 - low / 2)
                return heights[min(Int((place * 7).rounded()), 7)]
            })
    }
}
