internal import Mathematics

/// Which strikes an exchange lists around a price.
///
/// The increment is the largest of 0.5, 1, 2.5, 5, 10, 25 … dollars that is at most 0.2 standard deviations of the
/// price at expiration, but never below the symbol's own. It holds within 1.25 standard deviations of the price, twice
/// of it to 2.25, four times of it down to −4.5 and up to +3: around 35 strikes at first, beyond |Δ| 0.02 on either side.
enum StrikeGrid {
    private static let increments = [500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000]
    private static let zones: [(multiple: Int, below: Double, above: Double)] = [
        (1, 1.25, 1.25), (2, 2.25, 2.25), (4, 4.5, 3.0),
    ]

    /// Strikes in thousandths of a dollar, ascending.
    ///
    /// - Parameters:
    ///   - spot: the price, dollars.
    ///   - deviation: volatility × √years.
    ///   - smallest: the symbol's smallest increment, thousandths of a dollar.
    static func strikes(spot: Double, deviation: Double, smallest: Int) -> [Int] {
        let wanted = Int((200 * spot * deviation).rounded(.down))
        let increment = max(smallest, increments.last { $0 <= wanted } ?? increments[0])
        var strikes: [Int] = []
        var inner = (low: Int.max, high: Int.min)
        for zone in zones {
            let step = zone.multiple * increment
            let low = max(1, Int((1000 * spot * Elementary.exp(-zone.below * deviation)).rounded(.down)) / step) * step
            let high = (Int((1000 * spot * Elementary.exp(zone.above * deviation)).rounded(.up)) / step + 1) * step
            strikes.append(contentsOf: stride(from: low, to: min(inner.low, high + 1), by: step))
            if inner.high >= low {
                strikes.append(contentsOf: stride(from: (inner.high / step + 1) * step, through: high, by: step))
            }
            inner = (min(inner.low, low), max(inner.high, high))
        }
        return strikes.sorted()
    }
}
