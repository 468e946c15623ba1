internal import Notebooks

/// One coloured cell an x and series, as months by years, with the value in it.
struct HeatMapChart {
    private let chart: ChartBlock
    private let scale: HeatScale
    private let left: Double
    private let top: Double
    private let cellHeight = 26.0
    private let width = ChartSize.wide.width
    private let columnNames: NameAxis

    /// A drawing of a chart with at least one value.
    init(_ chart: ChartBlock) {
        self.chart = chart
        scale = HeatScale(chart.drawnValues)
        left = min(chart.series.map { SVGCanvas.width($0.title) }.max() ?? 0, 180) + 10
        columnNames = NameAxis(
            chart.x.map(chart.xFormat.text), room: (width - left) / Double(max(chart.x.count, 1)))
        top = columnNames.height + (chart.yTitle.isEmpty ? 0 : 18)
    }

    /// The elements and the height they need.
    func draw() -> Picture {
        var canvas = SVGCanvas()
        let cellWidth = (width - left) / Double(chart.x.count)
        if !chart.yTitle.isEmpty {
            canvas.words("ct", x: left - 8, y: 12, SVGCanvas.fitted(chart.yTitle, width: left - 8), anchor: .end)
            canvas.words("ct", x: (left + width) / 2, y: 12, chart.xTitle, anchor: .middle)
        }
        columnNames.draw(
            at: chart.x.indices.map { left + (Double($0) + 0.5) * cellWidth }, below: top - columnNames.height,
            width: width, on: &canvas)
        let hasRoom = chart.drawnValues.allSatisfy { SVGCanvas.width(chart.text($0)) <= cellWidth }
        for (row, series) in chart.series.enumerated() {
            let y = top + Double(row) * cellHeight
            canvas.words(
                "ct k", x: left - 8, y: y + cellHeight / 2 + 4, SVGCanvas.fitted(series.title, width: left - 10),
                anchor: .end)
            for index in chart.x.indices {
                let x = left + Double(index) * cellWidth
                let value = series.value(at: index)
                canvas.rectangle(
                    "hm \(value.map(scale.shade) ?? "none")", x: x + 0.5, y: y + 0.5, width: cellWidth - 1,
                    height: cellHeight - 1,
                    tip: "\(series.title), \(chart.xFormat.text(chart.x[index]))\n\(chart.text(value))")
                // Where values have no room a minus still tells the signs apart without their colours.
                let text = value.map { hasRoom ? chart.text($0) : $0 < 0 ? "-" : "" } ?? "–"
                guard !text.isEmpty else { continue }
                canvas.words(
                    value == nil ? "ct" : "ct v", x: x + cellWidth / 2, y: y + cellHeight / 2 + 4, text,
                    anchor: .middle)
            }
        }
        let bottom = top + Double(chart.series.count) * cellHeight
        drawKey(y: bottom + 12, on: &canvas)
        return Picture(content: canvas.text, height: bottom + 30)
    }

    /// The shades from the least to the greatest value.
    private func drawKey(y: Double, on canvas: inout SVGCanvas) {
        let values = chart.drawnValues
        guard let low = values.min(), let high = values.max(), low < high else { return }
        let up = (1...HeatScale.shades).map { "p\($0)" }
        let down = (1...HeatScale.shades).reversed().map { "n\($0)" }
        let shades = scale.isDiverging ? down + ["z"] + up : low < 0 ? down : up
        let ends = scale.isDiverging ? (-max(-low, high), max(-low, high)) : (low, high)
        let swatch = 18.0
        let rightText = chart.text(ends.1)
        var x = width - SVGCanvas.width(rightText) - 8 - swatch * Double(shades.count)
        canvas.words("ct", x: x - 8, y: y + 10, chart.text(ends.0), anchor: .end)
        for shade in shades {
            canvas.rectangle("hm \(shade)", x: x, y: y, width: swatch - 1, height: 12)
            x += swatch
        }
        canvas.words("ct", x: x + 7, y: y + 10, rightText)
    }
}
