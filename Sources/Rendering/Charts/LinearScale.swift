/// A straight map from values to a length, with ticks at round numbers.
struct LinearScale {
    /// The value at the start of the length.
    let low: Double
    /// The value at its end; greater than ``low``.
    let high: Double
    /// The coordinate of ``low``.
    let start: Double
    /// The coordinate of ``high``; may be less than ``start``.
    let end: Double
    /// The distance of two ticks; zero for a scale without ticks.
    let step: Double

    /// A scale whose ends are round numbers that enclose some values.
    ///
    /// Steps are 1, 2 or 5 times a power of ten (Paul Heckbert, "Nice numbers for graph labels", Graphics Gems,
    /// 1990), and no finer than the format can show. Powers of ten come by multiplication, not from the system's
    /// library, so that every machine draws the same picture.
    init(enclosing values: [Double], decimals: Int, ticks: Int, start: Double, end: Double) {
        // Rounded outwards, larger numbers than these would be infinite.
        func bounded(_ value: Double) -> Double { min(max(value, -Self.largest), Self.largest) }
        var low = bounded(values.min() ?? 0)
        var high = bounded(values.max() ?? 0)
        let finest = Self.power(of: -decimals)
        if high - low < finest / 2 {
            // A flat line stands in the middle of a scale of its own size.
            let margin = max(max(low.magnitude, high.magnitude) * 0.1, finest)
            low -= margin
            high += margin
        }
        // Halved before they are taken apart: the ends may be the largest numbers of either sign.
        let step = max(Self.roundStep((high / 2 - low / 2) / Double(ticks) * 2), finest)
        self.low = (low / step).rounded(.down) * step
        self.high = (high / step).rounded(.up) * step
        self.start = start
        self.end = end
        self.step = step
    }

    /// A scale from one value to another without ticks.
    init(low: Double, high: Double, start: Double, end: Double) {
        self.low = low
        self.high = high > low ? high : low + 1
        self.start = start
        self.end = end
        step = 0
    }

    /// The coordinate of a value.
    func position(_ value: Double) -> Double {
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return start + share * (end - start)
    }

    /// The values of the ticks from low to high.
    var ticks: [Double] {
        guard step > 0 else { return [] }
        let count = Int(((high / 2 - low / 2) / step * 2).rounded())
        let first = (low / step).rounded()
        // Steps below one are one over a whole number; dividing by it gives 0.3 where 3 × 0.1 does not.
        let parts = (1 / step).rounded()
        return (0...count).map { step < 1 ? (first + Double($0)) / parts : (first + Double($0)) * step }
    }

    private static let largest = 1e300

    /// The least of 1, 2, 5 and 10 times a power of ten that is not below a length.
    private static func roundStep(_ length: Double) -> Double {
        guard length > 0, length.isFinite else { return 1 }
        var exponent = 0
        while power(of: exponent + 1) <= length, exponent < 307 { exponent += 1 }
        while power(of: exponent) > length, exponent > -300 { exponent -= 1 }
        let base = power(of: exponent)
        for factor in [1.0, 2, 5] where base * factor >= length { return base * factor }
        return base * 10
    }

    private static func power(of exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent.magnitude { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }
}
