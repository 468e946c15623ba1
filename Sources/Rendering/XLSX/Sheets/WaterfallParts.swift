internal import Metrics
internal import Notebooks

/// The parts of which a chart of standing bars on top of each other makes a waterfall: one column each, beside the
/// values.
///
/// A bar hangs between two levels. Such a chart puts what is positive on top of zero and what is negative below it, so
/// that a bar across zero has a part on either side, and one that touches zero nowhere stands on a part that is not
/// drawn.
struct WaterfallParts {
    /// A part of the bars.
    enum Part: String, CaseIterable {
        /// What is not drawn.
        case base = "Base (not drawn)"
        /// A step up, as far as it is above zero.
        case rise = "Rise"
        /// A step up, as far as it is below zero.
        case riseBelow = "Rise below zero"
        /// A step down, as far as it is above zero.
        case fall = "Fall"
        /// A step down, as far as it is below zero.
        case fallBelow = "Fall below zero"
        /// A level reached.
        case level = "Level"
    }

    /// The parts that some bar has, each with one value for each x; nil where a bar has none.
    let columns: [(part: Part, values: [Double?])]

    /// The parts of the steps of a waterfall, and of the levels that it has reached at ``ChartBlock/totals``.
    init(_ chart: ChartBlock) {
        let steps = chart.x.indices.map { index in
            chart.series.first?.value(at: index).flatMap { chart.format.rounded(.number($0)) }
        }
        var rows: [[Part: Double]] = []
        var level = 0.0
        for (index, step) in steps.enumerated() {
            guard let step, (level + step).isFinite else {
                rows.append([:])
                continue
            }
            if chart.totals.contains(index) {
                level = step
                rows.append([.level: step])
            } else {
                let end = chart.format.rounded(.number(level + step)) ?? level + step
                rows.append(Self.bar(from: level, to: end))
                level = end
            }
        }
        columns = Part.allCases.compactMap { part in
            let values = rows.map { row in row[part].map { chart.format.rounded(.number($0)) ?? $0 } }
            return values.contains { $0 != nil } ? (part, values) : nil
        }
    }

    /// The parts of a bar between two levels.
    static func bar(from start: Double, to end: Double) -> [Part: Double] {
        let (low, high) = (min(start, end), max(start, end))
        let (above, below): (Part, Part) = end < start ? (.fall, .fallBelow) : (.rise, .riseBelow)
        if low >= 0 { return low > 0 ? [.base: low, above: high - low] : [above: high] }
        if high <= 0 { return high < 0 ? [.base: high, below: low - high] : [below: low] }
        return [above: high, below: low]
    }
}
