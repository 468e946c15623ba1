internal import Mathematics

/// Six columns of figures that are being filled, two options at a time.
struct LaneBuffer {
    private let base: UnsafeMutablePointer<Lanes>
    private let pairs: Int

    /// The memory that this many options need.
    static func capacity(_ count: Int) -> Int { (count + 1) / 2 * 6 }

    /// Columns for this many options in memory of at least `capacity(count)` lanes, all of which will be written.
    init(_ base: UnsafeMutablePointer<Lanes>, count: Int) {
        self.base = base
        pairs = (count + 1) / 2
    }

    /// Writes the options 2·`pair` and 2·`pair` + 1; gives whether the general formula has no value for one of them.
    @inline(__always)
    func store(_ values: LaneValuation, pair: Int) -> Bool {
        let row = base + pair
        row.initialize(to: values.price)
        (row + pairs).initialize(to: values.delta)
        (row + 2 * pairs).initialize(to: values.gamma)
        (row + 3 * pairs).initialize(to: values.theta)
        (row + 4 * pairs).initialize(to: values.vega)
        (row + 5 * pairs).initialize(to: values.rho)
        let sum = (values.price + values.delta + values.gamma) + (values.theta + values.vega + values.rho)
        return (sum[0] + sum[1]).isNaN
    }

    /// Puts limits in the place of figures of a pair that are not numbers.
    func repair(pair: Int, limit: (Int) -> Valuation) {
        for lane in 0..<2 {
            var sum = 0.0
            for column in 0..<6 { sum += base[column * pairs + pair][lane] }
            guard sum.isNaN else { continue }
            let value = limit(lane)
            let figures = [value.price, value.delta, value.gamma, value.theta, value.vega, value.rho]
            for (column, figure) in figures.enumerated() { base[column * pairs + pair][lane] = figure }
        }
    }

    /// One column as an array.
    func column(_ index: Int, count: Int) -> [Double] {
        (base + index * pairs).withMemoryRebound(to: Double.self, capacity: 2 * pairs) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

/// The numbers at two indices of a column.
@inline(__always)
func lanes(_ column: borrowing Span<Double>, _ first: Int, _ second: Int) -> Lanes {
    Lanes(column[first], column[second])
}
