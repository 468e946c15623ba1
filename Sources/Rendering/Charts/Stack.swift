internal import Notebooks

/// The values of one x on top of each other: those above zero upwards, those below it downwards.
struct Stack {
    /// One value's part of the stack.
    struct Part: Equatable {
        /// The number of its series.
        let number: Int
        /// Where it begins; nearer to zero.
        let from: Double
        /// Where it ends.
        let to: Double
    }

    /// The parts in the order of their series; missing values and zeros have none.
    let parts: [Part]

    /// The stack of an x.
    init(_ chart: ChartBlock, at index: Int) {
        var (above, below) = (0.0, 0.0)
        parts = chart.series.enumerated().compactMap { number, series in
            guard let value = series.value(at: index), value != 0 else { return nil }
            let from = value > 0 ? above : below
            let to = from + value
            guard to.isFinite else { return nil }
            if value > 0 { above = to } else { below = to }
            return Part(number: number, from: from, to: to)
        }
    }
}
