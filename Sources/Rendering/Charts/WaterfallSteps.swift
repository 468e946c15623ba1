internal import Notebooks

/// How the steps of a waterfall follow one another.
struct WaterfallSteps {
    /// One step, or a level reached.
    struct Step {
        /// Where its bar begins: at the level before, or at zero for a level.
        let from: Double
        /// The level after it.
        let to: Double
        /// Whether it is a level and no step.
        let isTotal: Bool
        /// The value; a step up carries its sign, as a step down does.
        let text: String

        /// The class of its bar.
        var look: String { "cf \(isTotal ? "total" : to < from ? "neg" : "pos")" }
    }

    /// One step an x; nil where there is no value, which leaves the level as it is.
    let steps: [Step?]

    /// The steps of a chart of one series.
    init(_ chart: ChartBlock) {
        var level = 0.0
        steps = chart.x.indices.map { index in
            guard let value = chart.series.first?.value(at: index) else { return nil }
            let isTotal = chart.totals.contains(index)
            let from = isTotal ? 0 : level
            guard (from + value).isFinite else { return nil }
            level = from + value
            let text = chart.text(value)
            let isSigned = isTotal || value <= 0 || text.hasPrefix("+") || text == chart.text(0)
            return Step(from: from, to: level, isTotal: isTotal, text: isSigned ? text : "+" + text)
        }
    }

    /// What a scale must hold.
    var values: [Double] { steps.flatMap { $0.map { [$0.from, $0.to] } ?? [] } + [0] }
}
