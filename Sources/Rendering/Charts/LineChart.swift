internal import Notebooks

/// One line a series over x, with the area down to zero filled when asked for. Where a value is missing the line has
/// a gap; a value alone between gaps is a dot.
struct LineChart {
    private let chart: ChartBlock
    private let frame: UprightFrame
    private let ends: LineEnds

    /// A drawing of a chart with at least one value.
    init(_ chart: ChartBlock, _ size: ChartSize) {
        self.chart = chart
        ends = LineEnds(chart, size)
        let legend =
            chart.series.count > 1 && !ends.hasNames ? Legend(chart.series.map(\.title), swatch: .line, size) : nil
        frame = UprightFrame(
            chart, size, values: chart.drawnValues + (chart.kind == .area ? [0] : []),
            margins: .init(legend: legend, right: ends.width), hasWidth: false)
    }

    /// The elements and the height they need.
    ///
    /// - Parameter isInPage: whether values may appear on pointing or focus; a picture that stands alone hears neither.
    func draw(isInPage: Bool) -> Picture {
        var canvas = SVGCanvas()
        frame.drawAxes(on: &canvas)
        let isShort = chart.x.count <= 31
        for (number, series) in chart.series.enumerated() {
            for run in runs(series) {
                if chart.kind == .area { drawArea(run, number, on: &canvas) }
                if run.count > 1 { canvas.polyline("cl k\(number % 6)", run) }
                guard run.count == 1 || isShort else { continue }
                for point in run {
                    canvas.circle("cf k\(number % 6)", x: point.x, y: point.y, radius: run.count == 1 ? 3.5 : 2.2)
                }
            }
        }
        ends.draw(in: frame, on: &canvas)
        guard isInPage, frame.size == .wide else { return Picture(content: canvas.text, height: frame.height) }
        if chart.series.count <= 2 { Extremes(chart, in: frame).draw(on: &canvas) }
        // The bands lie on top, so that they and not the lines are pointed at.
        let bands = UprightBands(chart, in: frame)
        bands.draw(on: &canvas)
        return Picture(content: canvas.text, height: frame.height, shared: bands.shared)
    }

    /// The stretches of a series without gaps.
    private func runs(_ series: ChartBlock.Series) -> [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = []
        var run: [(x: Double, y: Double)] = []
        for index in 0...chart.x.count {
            if index < chart.x.count, let value = series.value(at: index) {
                run.append((frame.horizontal.places[index], frame.scale.position(value)))
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        return runs
    }

    private func drawArea(_ run: [(x: Double, y: Double)], _ number: Int, on canvas: inout SVGCanvas) {
        guard run.count > 1, let first = run.first, let last = run.last else { return }
        let zero = frame.scale.position(0)
        let line = SVGCanvas.line([(first.x, zero)] + run + [(last.x, zero)])
        canvas.path("ca k\(number % 6)", line + "z")
    }
}
