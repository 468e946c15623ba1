internal import Metrics
internal import Notebooks

/// Bars that lie beside their names, side by side with the value at the end of each, or one behind the other.
struct FlatBarChart {
    private let chart: ChartBlock
    private let size: ChartSize
    private let hatching: Hatching
    private let barHeight: Double
    private let groupGap = 9.0
    private let rows: Int

    /// A drawing of a chart of categories.
    init(_ chart: ChartBlock, _ size: ChartSize, prefix: String) {
        self.chart = chart
        self.size = size
        hatching = Hatching(chart, prefix: prefix)
        rows = chart.kind == .stackedBar ? 1 : chart.series.count
        barHeight = rows == 1 ? 17 : 13
    }

    /// The elements and the height they need.
    func draw() -> Picture {
        let names = chart.x.map(chart.xFormat.text)
        let left = FlatNames.width(names, size)
        let titles = chart.series.count > 1 ? chart.series.map(\.title) : []
        let legend = titles.isEmpty ? nil : Legend(titles, swatch: .bar, hatching: hatching, size)
        let top = (chart.yTitle.isEmpty ? 0 : 18.0) + (legend?.height ?? 0) + 4
        let groupHeight = barHeight * Double(rows) + groupGap
        let height = top + groupHeight * Double(chart.x.count) + 4
        let scale = scale(from: left)
        let zero = scale.position(0)

        var canvas = SVGCanvas()
        hatching.define(on: &canvas)
        FlatNames.drawTitle(chart, left, size, on: &canvas)
        legend?.draw(below: chart.yTitle.isEmpty ? 0 : 18, on: &canvas)
        for index in chart.x.indices {
            let y = top + groupHeight * Double(index) + groupGap / 2
            FlatNames.draw(names[index], left, middle: y + (groupHeight - groupGap) / 2, on: &canvas)
            if chart.kind == .stackedBar {
                drawStack(at: index, y: y, scale, on: &canvas)
            } else {
                drawGroup(at: index, y: y, scale, on: &canvas)
            }
        }
        canvas.line("cz", x1: zero, y1: top, x2: zero, y2: height - 4)
        return Picture(content: canvas.text, height: height)
    }

    /// The scale between the names and the right edge, with room for the texts at the ends of the bars.
    private func scale(from left: Double) -> LinearScale {
        let values =
            chart.kind == .stackedBar
            ? chart.x.indices.flatMap { Stack(chart, at: $0).parts.map(\.to) } : chart.drawnValues
        let text = chart.kind == .stackedBar ? 0 : values.map { SVGCanvas.width(chart.text($0)) }.max() ?? 0
        let hasNegative = values.contains { $0 < 0 }
        let hasPositive = values.contains { $0 > 0 } || !hasNegative
        return LinearScale(
            low: min(values.min() ?? 0, 0), high: max(values.max() ?? 0, 0),
            start: left + (hasNegative ? text + 10 : 0), end: size.width - (hasPositive ? text + 10 : 4))
    }

    private func drawGroup(at index: Int, y: Double, _ scale: LinearScale, on canvas: inout SVGCanvas) {
        let zero = scale.position(0)
        for (number, series) in chart.series.enumerated() {
            let y = y + barHeight * Double(number)
            guard let value = series.value(at: index) else {
                canvas.words("ct", x: zero + 6, y: y + barHeight / 2 + 4, "–")
                continue
            }
            let end = scale.position(value)
            var look = hatching.look(number)
            if value < 0, chart.series.count == 1 { look = ("cf neg", "") }
            canvas.rectangle(
                look.kind, x: min(zero, end), y: y + 1, width: abs(end - zero), height: barHeight - 2, fill: look.fill,
                tip: chart.tip(at: index, series))
            canvas.words(
                "ct v", x: value < 0 ? end - 6 : end + 6, y: y + barHeight / 2 + 4, chart.text(value),
                anchor: value < 0 ? .end : .start)
        }
    }

    private func drawStack(at index: Int, y: Double, _ scale: LinearScale, on canvas: inout SVGCanvas) {
        for part in Stack(chart, at: index).parts {
            let (start, end) = (scale.position(part.from), scale.position(part.to))
            let look = hatching.look(part.number)
            canvas.rectangle(
                look.kind, x: min(start, end), y: y + 1, width: max(abs(end - start) - 0.5, 0.8),
                height: barHeight - 2, fill: look.fill, tip: chart.tip(at: index, chart.series[part.number]))
        }
    }
}
