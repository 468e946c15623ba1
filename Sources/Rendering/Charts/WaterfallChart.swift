internal import Notebooks

/// Bars that start where the one before ended: how steps add up to a level. Bars of levels stand on zero; a hairline
/// leads from each end to the next bar, so that a level which the steps do not reach can be seen.
struct WaterfallChart {
    private let chart: ChartBlock
    private let frame: UprightFrame
    private let steps: [WaterfallSteps.Step?]

    /// A drawing of a chart of one series with at least one value; nil where the names have no room below the bars.
    init?(_ chart: ChartBlock, _ size: ChartSize) {
        self.chart = chart
        let steps = WaterfallSteps(chart)
        self.steps = steps.steps
        frame = UprightFrame(chart, size, values: steps.values, margins: .init(top: 22), hasWidth: true)
        guard frame.showsEveryName else { return nil }
    }

    /// The elements and the height they need.
    func draw() -> Picture {
        var canvas = SVGCanvas()
        frame.drawAxes(on: &canvas)
        let width = min(frame.horizontal.spacing * 0.7, 64)
        var level = (x: frame.left, y: frame.scale.position(0))
        for (index, step) in steps.enumerated() {
            let middle = frame.horizontal.places[index]
            guard let step else {
                canvas.words("ct", x: middle, y: level.y - 5, "–", anchor: .middle)
                continue
            }
            let (start, end) = (frame.scale.position(step.from), frame.scale.position(step.to))
            if level.x > frame.left {
                canvas.line("cj", x1: level.x, y1: level.y, x2: middle - width / 2, y2: level.y)
            }
            canvas.rectangle(
                step.look, x: middle - width / 2, y: min(start, end), width: width, height: max(abs(end - start), 0.8),
                tip: "\(chart.xFormat.text(chart.x[index]))\n\(step.text)")
            canvas.words(
                "ct v", x: middle, y: step.to < step.from ? max(start, end) + 14 : min(start, end) - 5, step.text,
                anchor: .middle)
            level = (middle + width / 2, end)
        }
        return Picture(content: canvas.text, height: frame.height)
    }
}
