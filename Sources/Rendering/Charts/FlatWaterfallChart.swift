internal import Notebooks

/// A waterfall whose bars lie beside their names, for long names, many steps and narrow pages.
struct FlatWaterfallChart {
    private let chart: ChartBlock
    private let size: ChartSize
    private let steps: WaterfallSteps
    private let rowHeight = 26.0

    /// A drawing of a chart of one series with at least one value.
    init(_ chart: ChartBlock, _ size: ChartSize) {
        self.chart = chart
        self.size = size
        steps = WaterfallSteps(chart)
    }

    /// The elements and the height they need.
    func draw() -> Picture {
        let names = chart.x.map(chart.xFormat.text)
        let left = FlatNames.width(names, size)
        let text = steps.steps.compactMap { $0.map { SVGCanvas.width($0.text) } }.max() ?? 0
        let values = steps.values
        // A step down has its text to the left of its bar.
        let scale = LinearScale(
            low: values.min() ?? 0, high: values.max() ?? 0, start: left + text + 10, end: size.width - text - 10)
        let top = chart.yTitle.isEmpty ? 4 : 22.0
        var canvas = SVGCanvas()
        FlatNames.drawTitle(chart, left, size, on: &canvas)
        let height = top + rowHeight * Double(chart.x.count) + 4
        canvas.line("cz", x1: scale.position(0), y1: top, x2: scale.position(0), y2: height - 4)
        var level: (x: Double, y: Double)?
        for (index, step) in steps.steps.enumerated() {
            let y = top + rowHeight * Double(index) + 4
            FlatNames.draw(names[index], left, middle: y + 9, on: &canvas)
            guard let step else {
                canvas.words("ct", x: (level?.x ?? scale.position(0)) + 6, y: y + 13, "–")
                continue
            }
            let (start, end) = (scale.position(step.from), scale.position(step.to))
            if let level { canvas.line("cj", x1: level.x, y1: level.y, x2: level.x, y2: y) }
            canvas.rectangle(
                step.look, x: min(start, end), y: y, width: max(abs(end - start), 0.8), height: 18,
                tip: "\(names[index])\n\(step.text)")
            let isDown = step.to < step.from
            canvas.words(
                "ct v", x: isDown ? end - 6 : end + 6, y: y + 13, step.text, anchor: isDown ? .end : .start)
            level = (end, y + 18)
        }
        return Picture(content: canvas.text, height: height)
    }
}
