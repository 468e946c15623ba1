internal import Notebooks

/// The lowest and the highest value of each series with their texts. A page shows them when the chart has the
/// keyboard's focus, so that its range can be read without pointing.
struct Extremes {
    private let chart: ChartBlock
    private let frame: UprightFrame

    /// The extremes of a chart.
    init(_ chart: ChartBlock, in frame: UprightFrame) {
        self.chart = chart
        self.frame = frame
    }

    /// Draws a dot and a text at each, but for those that are written at the end of the line anyway.
    func draw(on canvas: inout SVGCanvas) {
        canvas.group("cm") { canvas in
            for (number, series) in chart.series.enumerated() {
                let known = chart.x.indices.compactMap { index in
                    series.value(at: index).map { (index: index, value: $0) }
                }
                guard let last = known.last, let low = known.min(by: { $0.value < $1.value }),
                    let high = known.max(by: { $0.value < $1.value }), low.value < high.value
                else { continue }
                for (point, shift) in [(low, 17.0), (high, -8.0)] where point.index != last.index {
                    let x = frame.horizontal.places[point.index]
                    let y = frame.scale.position(point.value)
                    let text = chart.text(point.value)
                    let half = SVGCanvas.width(text) / 2
                    canvas.circle("cf k\(number % 6)", x: x, y: y, radius: 3.5)
                    canvas.words(
                        "ct v", x: min(max(x, frame.left + half), frame.right - half), y: y + shift, text,
                        anchor: .middle)
                }
            }
        }
    }
}
