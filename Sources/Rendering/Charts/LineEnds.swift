internal import Notebooks

/// What stands beside the last point of each line: its name, where there is room for one, and its last value.
struct LineEnds {
    /// Whether names stand at the ends; otherwise a legend must say them.
    let hasNames: Bool
    /// The room that names and values need to the right of the lines.
    let width: Double
    private let chart: ChartBlock

    private static let widest = 150.0
    private static let lineHeight = 14.0

    /// The ends of a chart's lines.
    init(_ chart: ChartBlock, _ size: ChartSize) {
        self.chart = chart
        hasNames = size == .wide && chart.series.count > 1
        var texts = chart.series.compactMap { series in
            chart.x.indices.last { series.value(at: $0) != nil }.map { chart.text(series.values[$0]) }
        }
        if hasNames { texts += chart.series.map(\.title) }
        width = min(texts.map(SVGCanvas.width).max() ?? 0, Self.widest) + 14
    }

    /// Draws names and values, moved apart where they would meet.
    func draw(in frame: UprightFrame, on canvas: inout SVGCanvas) {
        let block = hasNames ? Self.lineHeight * 2 + 3 : Self.lineHeight
        var ends = chart.series.enumerated().compactMap { number, series -> (number: Int, text: String, y: Double)? in
            guard let last = chart.x.indices.last(where: { series.value(at: $0) != nil }),
                let value = series.value(at: last)
            else { return nil }
            return (number, chart.text(value), frame.scale.position(value))
        }
        ends.sort { ($0.y, $0.number) < ($1.y, $1.number) }
        for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + block) }
        var lowest = frame.bottom - (hasNames ? Self.lineHeight / 2 : 0)
        for index in ends.indices.reversed() {
            ends[index].y = min(ends[index].y, lowest)
            lowest = ends[index].y - block
        }
        for end in ends {
            let x = frame.right + 8
            if hasNames {
                canvas.words(
                    "ct e\(end.number % 6)", x: x, y: end.y + 1,
                    SVGCanvas.fitted(chart.series[end.number].title, width: width - 8))
            }
            canvas.words(
                hasNames ? "ct v" : "ct e\(end.number % 6)", x: x, y: end.y + (hasNames ? 15 : 4),
                SVGCanvas.fitted(end.text, width: width - 8))
        }
    }
}
