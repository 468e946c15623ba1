internal import Metrics
internal import Notebooks

/// A line of a word's height: how a figure came about.
enum Sparkline {
    private static let width = 132.0
    private static let height = 26.0

    /// The `svg` element of a figure's trend; empty for fewer than two values.
    static func svg(_ item: FiguresBlock.Item) -> String {
        let values = item.trend.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
        let known = values.compactMap { $0 }
        guard known.count > 1, let low = known.min(), let high = known.max(), let first = known.first,
            let last = known.last
        else { return "" }
        let margin = low == high ? 1.0 : 0
        let scale = LinearScale(low: low - margin, high: high + margin, start: height - 4, end: 4)
        let step = (width - 8) / Double(values.count - 1)
        var canvas = SVGCanvas()
        if low < 0, high > 0 {
            canvas.line("cg", x1: 0, y1: scale.position(0), x2: width, y2: scale.position(0))
        }
        var end: (x: Double, y: Double)?
        for run in values.enumerated().split(whereSeparator: { $0.element == nil }) {
            let points = run.map { (x: 4 + Double($0.offset) * step, y: scale.position($0.element ?? 0)) }
            if points.count > 1 {
                canvas.polyline("cs", points)
            } else {
                canvas.circle("cf k0", x: points[0].x, y: points[0].y, radius: 1.5)
            }
            end = points.last
        }
        if let end { canvas.circle("cf k0", x: end.x, y: end.y, radius: 2.5) }
        func text(_ value: Double) -> String { item.format.text(.number(value)) }
        let words =
            "Trend over \(values.count) values: from \(text(first)) to \(text(last)), between \(text(low)) and \(text(high))"
        return "<svg class=\"trend\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" role=\"img\" "
            + "aria-label=\"\(HTMLText.escaped(words))\">\n\(canvas.text)</svg>"
    }
}
