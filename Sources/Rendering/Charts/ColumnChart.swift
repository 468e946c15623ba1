internal import Notebooks

/// Bars that stand: side by side, on top of each other, or touching each other as the bins of a histogram.
struct ColumnChart {
    private let chart: ChartBlock
    private let frame: UprightFrame
    private let hatching: Hatching

    /// A drawing of a chart with at least one value.
    init(_ chart: ChartBlock, _ size: ChartSize, prefix: String) {
        self.chart = chart
        hatching = Hatching(chart, prefix: prefix)
        var values = chart.drawnValues
        if chart.kind == .stackedBar {
            values = chart.x.indices.flatMap { index in
                Stack(chart, at: index).parts.flatMap { [$0.from, $0.to] }
            }
        }
        let legend =
            chart.series.count > 1
            ? Legend(chart.series.map(\.title), swatch: .bar, hatching: hatching, size) : nil
        frame = UprightFrame(
            chart, size, values: values + [0], margins: .init(legend: legend, top: 18), hasWidth: true)
    }

    /// The elements and the height they need.
    ///
    /// - Parameter isInPage: whether values may appear on focus; a picture that stands alone has none.
    func draw(isInPage: Bool) -> Picture {
        var canvas = SVGCanvas()
        hatching.define(on: &canvas)
        frame.drawAxes(on: &canvas)
        for index in chart.x.indices {
            if chart.kind == .stackedBar {
                drawStack(at: index, on: &canvas)
            } else {
                drawGroup(at: index, on: &canvas)
            }
        }
        canvas.line(
            "cz", x1: frame.left, y1: frame.scale.position(0).rounded() + 0.5, x2: frame.right,
            y2: frame.scale.position(0).rounded() + 0.5)
        if chart.series.count == 1 { drawValues(isInPage, on: &canvas) }
        return Picture(content: canvas.text, height: frame.height)
    }

    /// The width of the bars of one x.
    private var groupWidth: Double {
        chart.kind == .histogram ? frame.horizontal.spacing : min(frame.horizontal.spacing * 0.76, 46)
    }

    private func drawGroup(at index: Int, on canvas: inout SVGCanvas) {
        let width = groupWidth / Double(chart.series.count)
        for (number, series) in chart.series.enumerated() {
            guard let value = series.value(at: index) else { continue }
            var look = hatching.look(number)
            if value < 0, chart.series.count == 1 { look = ("cf neg", "") }
            drawBar(
                look, x: frame.horizontal.places[index] - groupWidth / 2 + width * Double(number), width: width,
                from: 0, to: value, tip: chart.tip(at: index), on: &canvas)
        }
    }

    private func drawStack(at index: Int, on canvas: inout SVGCanvas) {
        for part in Stack(chart, at: index).parts {
            drawBar(
                hatching.look(part.number), x: frame.horizontal.places[index] - groupWidth / 2, width: groupWidth,
                from: part.from, to: part.to, tip: chart.tip(at: index, chart.series[part.number]), on: &canvas)
        }
    }

    private func drawBar(
        _ look: (kind: String, fill: String), x: Double, width: Double, from: Double, to: Double, tip: String,
        on canvas: inout SVGCanvas
    ) {
        let (start, end) = (frame.scale.position(from), frame.scale.position(to))
        canvas.rectangle(
            look.kind, x: x, y: min(start, end), width: max(width - (width > 4 ? 1 : 0), 0.8),
            height: max(abs(end - start), 0.8), fill: look.fill, tip: tip)
    }

    /// The value of each bar at its end, where all of them have room, or else of the lowest and the highest on focus.
    private func drawValues(_ isInPage: Bool, on canvas: inout SVGCanvas) {
        let widest = chart.drawnValues.map { SVGCanvas.width(chart.text($0)) }.max() ?? 0
        guard widest + 4 <= frame.horizontal.spacing else {
            if isInPage, frame.size == .wide { Extremes(chart, in: frame).draw(on: &canvas) }
            return
        }
        for index in chart.x.indices {
            guard let value = chart.series[0].value(at: index) else { continue }
            canvas.words(
                "ct v", x: frame.horizontal.places[index],
                y: frame.scale.position(value) + (value < 0 ? 14 : -5), chart.text(value), anchor: .middle)
        }
    }
}
