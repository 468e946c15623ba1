/// Bins of a histogram with round edges.
///
/// The width is the least of 1, 2 and 5 times a power of ten by which the values lie in no more bins than are wanted,
/// and no less than the last digit that is shown. Edges are multiples of the width; a value that lies on one is in the
/// bin above it. Values are compared by their decimal digits, so that 0.3 lies on the edge 3 × 0.1.
struct HistogramBins {
    /// The bins' edges, ascending and without gaps.
    let edges: [(low: Double, high: Double)]
    /// How many values lie in each.
    let counts: [Int]

    /// How many bins are wanted where nobody says so: Sturges (1926), ⌈log₂ n⌉ + 1.
    static func usual(_ count: Int) -> Int {
        count < 2 ? 1 : Int.bitWidth - (count - 1).leadingZeroBitCount + 1
    }

    /// The bins of values.
    ///
    /// - Parameters:
    ///   - wanted: the most bins, at least one.
    ///   - format: how edges are shown.
    init(_ values: [Double], wanted: Int, format: ValueFormat) {
        let numbers = values.compactMap { DecimalDigits($0) }
        guard let low = values.min(), let high = values.max(), let lowest = DecimalDigits(low),
            let highest = DecimalDigits(high), !numbers.isEmpty
        else {
            edges = []
            counts = []
            return
        }
        // Zero is an edge of every width.
        let most = max(wanted, low < 0 && high >= 0 ? 2 : 1)
        var width = Width(mantissa: 1, exponent: format.lastPlace ?? min(lowest.lastPlace, highest.lastPlace))
        while true {
            if let first = width.bin(of: lowest), let last = width.bin(of: highest), last - first < most { break }
            width = width.next
        }
        let first = width.bin(of: lowest) ?? 0
        let last = width.bin(of: highest) ?? 0
        var counts = [Int](repeating: 0, count: last - first + 1)
        for number in numbers { counts[(width.bin(of: number) ?? first) - first] += 1 }
        self.counts = counts
        edges = (first...last).map { (width.edge($0), width.edge($0 + 1)) }
    }

    /// A width of 1, 2 or 5 times a power of ten.
    private struct Width {
        let mantissa: Int
        let exponent: Int

        var next: Width {
            switch mantissa {
            case 1: Width(mantissa: 2, exponent: exponent)
            case 2: Width(mantissa: 5, exponent: exponent)
            default: Width(mantissa: 1, exponent: exponent + 1)
            }
        }

        /// The number of the bin that holds a value, bin 0 beginning at zero; nil where it is too great to be counted.
        func bin(of number: DecimalDigits) -> Int? {
            let whole = number.exponent - exponent
            guard whole <= 17 else { return nil }
            var count = 0
            for place in 0..<max(whole, 0) {
                count = count * 10 + (place < number.digits.count ? Int(number.digits[place]) : 0)
            }
            let isExact = number.digits.count <= max(whole, 0) && count.isMultiple(of: mantissa)
            guard number.isNegative else { return count / mantissa }
            return -(count / mantissa) - (isExact ? 0 : 1)
        }

        /// The lower edge of a bin.
        func edge(_ bin: Int) -> Double {
            Double("\(bin * mantissa)e\(exponent)") ?? 0
        }
    }
}

extension DecimalDigits {
    /// The power of ten of the last digit.
    fileprivate var lastPlace: Int { exponent - digits.count }
}

extension ValueFormat {
    /// The power of ten of the last digit that is shown; nil where all are.
    fileprivate var lastPlace: Int? {
        decimalPlaces.map { isPercent ? -($0 + 2) : -$0 }
    }
}
