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

    /// Draws a dot at each, and its text where it meets no other; what stands at the end of a line anyway is left out.
    func draw(on canvas: inout SVGCanvas) {
        var taken: [(x: ClosedRange<Double>, y: Double)] = []
        canvas.group("cm") { canvas in
            for (number, series) in chart.series.enumerated() {
                for (index, value, isHigh) in extremes(of: series) {
                    let (x, y) = (frame.horizontal.places[index], frame.scale.position(value))
                    canvas.circle("cf k\(number % 6)", x: x, y: y, radius: 3.5)
                    let half = SVGCanvas.width(chart.text(value)) / 2
                    let middle = min(max(x, frame.left + half), frame.right - half)
                    let room = (middle - half)...(middle + half)
                    let lines = (isHigh ? [-8.0, -21, 17, 30] : [17, 30, -8, -21]).map { y + $0 }
                    let free = lines.first { line in
                        line > 10 && line < frame.bottom
                            && !taken.contains { $0.x.overlaps(room) && abs($0.y - line) < 13 }
                    }
                    guard let free else { continue }
                    taken.append((room, free))
                    canvas.words("ct v", x: middle, y: free, chart.text(value), anchor: .middle)
                }
            }
        }
    }

    private func extremes(of series: ChartBlock.Series) -> [(index: Int, value: Double, isHigh: Bool)] {
        let known = chart.x.indices.compactMap { index in series.value(at: index).map { (index: index, value: $0) } }
        guard let last = known.last, let low = known.min(by: { $0.value < $1.value }),
            let high = known.max(by: { $0.value < $1.value }), low.value < high.value
        else { return [] }
        return [(low.index, low.value, false), (high.index, high.value, true)].filter { $0.0 != last.index }
    }
}
