internal import Metrics
internal import Notebooks

/// Bars that lie beside their names, with the value at the end of each.
struct FlatBarChart {
    private let chart: ChartBlock
    private let barHeight: Double
    private let groupGap = 9.0
    private let top: Double

    /// A drawing of a chart of categories.
    init(_ chart: ChartBlock) {
        self.chart = chart
        barHeight = chart.series.count == 1 ? 17 : 13
        top = chart.series.count == 1 ? 6 : 30
    }

    /// The elements and the height they need.
    func draw() -> (content: String, height: Double) {
        let names = chart.x.map(chart.xFormat.text)
        let left = min(names.map(SVGCanvas.width).max() ?? 0, 200) + 12
        let values = chart.series.flatMap { series in chart.x.indices.compactMap { series.value(at: $0) } }
        let valueWidth = values.map { SVGCanvas.width(chart.format.text(.number($0))) }.max() ?? 0
        let hasNegative = values.contains { $0 < 0 }
        let hasPositive = values.contains { $0 > 0 } || !hasNegative
        let scale = LinearScale(
            low: min(values.min() ?? 0, 0), high: max(values.max() ?? 0, 0),
            start: left + (hasNegative ? valueWidth + 10 : 0),
            end: ChartDrawing.width - (hasPositive ? valueWidth + 10 : 4))
        let groupHeight = barHeight * Double(chart.series.count) + groupGap
        let height = top + groupHeight * Double(chart.x.count) + 4
        let zero = scale.position(0)

        var canvas = SVGCanvas()
        if chart.series.count > 1 { Legend.draw(chart.series.map(\.title), from: left, y: 12, on: &canvas) }
        for index in chart.x.indices {
            let groupTop = top + groupHeight * Double(index) + groupGap / 2
            canvas.words(
                "ct k", x: left - 10, y: groupTop + (groupHeight - groupGap) / 2 + 4,
                SVGCanvas.fitted(names[index], width: left - 10), anchor: .end)
            for (number, series) in chart.series.enumerated() {
                let y = groupTop + barHeight * Double(number)
                guard let value = series.value(at: index) else {
                    canvas.words("ct", x: zero + 6, y: y + barHeight / 2 + 4, "–")
                    continue
                }
                let end = scale.position(value)
                let text = chart.format.text(.number(value))
                let kind = value < 0 && chart.series.count == 1 ? "cf neg" : "cf k\(number % 6)"
                canvas.rectangle(
                    kind, x: min(zero, end), y: y + 1, width: abs(end - zero), height: barHeight - 2,
                    tip: "\(names[index])\n\(series.title): \(text)")
                canvas.words(
                    "ct v", x: value < 0 ? end - 6 : end + 6, y: y + barHeight / 2 + 4, text,
                    anchor: value < 0 ? .end : .start)
            }
        }
        canvas.line("cz", x1: zero, y1: top, x2: zero, y2: height - 4)
        return (canvas.text, height)
    }
}
