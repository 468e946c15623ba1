/// The last 252 observations of one implied volatility, kept in order of time and in order of size.
struct VolatilityHistory: Sendable {
    /// Observations of about one year.
    static let capacity = 252
    /// Fewer observations than these tell nothing about a rank.
    static let minimum = 126

    /// Oldest first, as a ring: `oldest` is where the next one goes once the ring is full.
    private var ring: [Double] = []
    private var oldest = 0
    private var ascending: [Double] = []
    /// Today's observation; nil where today has none.
    private(set) var current: Double?

    /// Adds today's observation; a day without one leaves the history as it is and has no rank.
    mutating func append(_ volatility: Double?) {
        guard let volatility, volatility.isFinite, volatility > 0 else {
            current = nil
            return
        }
        current = volatility
        if ring.count < Self.capacity {
            ring.append(volatility)
        } else {
            ascending.remove(at: countBelow(ring[oldest]))
            ring[oldest] = volatility
            oldest = (oldest + 1) % Self.capacity
        }
        ascending.insert(volatility, at: countBelow(volatility))
    }

    /// Observations kept, today's included.
    var count: Int { ring.count }

    /// (today − lowest) ÷ (highest − lowest) × 100 over the window, today included; nil before 126 observations, on a
    /// day without one, and where all are equal.
    var rank: Double? {
        guard let current, count >= Self.minimum, let lowest = ascending.first, let highest = ascending.last,
            highest > lowest
        else { return nil }
        return (current - lowest) / (highest - lowest) * 100
    }

    /// Share of the window's observations, today's included, that lie below today's, × 100; nil before 126
    /// observations and on a day without one.
    var percentile: Double? {
        guard let current, count >= Self.minimum else { return nil }
        return Double(countBelow(current)) / Double(count) * 100
    }

    /// How many observations are smaller, which is also where the first one not smaller stands.
    private func countBelow(_ volatility: Double) -> Int {
        var (low, high) = (0, ascending.count)
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] < volatility { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
