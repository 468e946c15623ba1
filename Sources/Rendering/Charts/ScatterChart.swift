internal import Metrics
internal import Notebooks

/// One point a series and x, on two scales of numbers; where x values are days or names, where these stand.
struct ScatterChart {
    private let chart: ChartBlock
    private let frame: UprightFrame
    private let across: LinearScale?
    private let places: [Double]

    /// A drawing of a chart with at least one value.
    init(_ chart: ChartBlock, _ size: ChartSize) {
        self.chart = chart
        let legend = chart.series.count > 1 ? Legend(chart.series.map(\.title), swatch: .point, size) : nil
        frame = UprightFrame(
            chart, size, values: chart.drawnValues, margins: .init(legend: legend, right: 18),
            hasWidth: true, hasNames: chart.numbers == nil)
        guard let numbers = chart.numbers else {
            across = nil
            places = frame.horizontal.places
            return
        }
        let scale = LinearScale(
            enclosing: numbers, decimals: chart.xFormat.finestDecimals, ticks: size == .wide ? 8 : 4,
            start: frame.left + 8, end: frame.right)
        across = scale
        places = numbers.map(scale.position)
    }

    /// The elements and the height they need.
    func draw() -> Picture {
        var canvas = SVGCanvas()
        frame.drawAxes(on: &canvas)
        if let across { drawTicks(across, on: &canvas) }
        for (number, series) in chart.series.enumerated() {
            for index in chart.x.indices {
                guard let value = series.value(at: index) else { continue }
                PointShape(number).draw(
                    "cf co k\(number % 6)", x: places[index], y: frame.scale.position(value),
                    tip: tip(index, series), on: &canvas)
            }
        }
        return Picture(content: canvas.text, height: frame.height)
    }

    private func drawTicks(_ across: LinearScale, on canvas: inout SVGCanvas) {
        for (tick, text) in zip(across.ticks, ChartBlock.tickTexts(across.ticks, chart.xFormat)) {
            let x = across.position(tick).rounded() + 0.5
            canvas.line(tick == 0 ? "cz" : "cg", x1: x, y1: frame.top, x2: x, y2: frame.bottom)
            canvas.words("ct", x: x, y: frame.bottom + 17, text, anchor: .middle)
        }
    }

    private func tip(_ index: Int, _ series: ChartBlock.Series) -> String {
        "\(chart.xTitle): \(chart.xFormat.text(chart.x[index]))\n\(series.title): \(chart.text(series.value(at: index)))"
    }
}
