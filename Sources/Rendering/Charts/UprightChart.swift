internal import Dates
internal import Notebooks

/// A chart with x along the bottom and values up the side: lines, or bars that stand.
struct UprightChart {
    private let chart: ChartBlock
    private let days: [Day]?
    private let titles: [String]
    private let scale: LinearScale
    private let left: Double
    private let right: Double
    private let top: Double
    private let horizontal: HorizontalPlaces
    private let bottom = 262.0
    private let height = 300.0

    /// A drawing of a chart with at least one value.
    init(_ chart: ChartBlock) {
        self.chart = chart
        days = chart.days
        let labelWidth = chart.series.map { SVGCanvas.width($0.title) }.max() ?? 0
        let namesAtEnd = chart.kind == .line && chart.series.count > 1
        right = ChartDrawing.width - (namesAtEnd ? min(labelWidth, 170) + 14 : 10)
        titles = chart.series.map { SVGCanvas.fitted($0.title, width: 170) }
        top = chart.kind == .bar && chart.series.count > 1 ? 34 : 14
        var values = chart.series.flatMap { series in chart.x.indices.compactMap { series.value(at: $0) } }
        if chart.kind == .bar { values.append(0) }
        scale = LinearScale(
            enclosing: values, decimals: chart.finestDecimals, ticks: 5, start: bottom, end: top)
        left = (chart.tickTexts(scale.ticks).map(SVGCanvas.width).max() ?? 0) + 12
        horizontal = HorizontalPlaces(
            days: chart.days, count: chart.x.count, left: left, right: right, halfPlaceFree: chart.kind == .bar)
    }

    /// The elements and the height they need.
    func draw() -> (content: String, height: Double) {
        var canvas = SVGCanvas()
        drawValueAxis(&canvas)
        if let days { drawDateAxis(days, &canvas) } else { drawNames(&canvas) }
        switch chart.kind {
        case .line, .area, .scatter:
            drawBands(&canvas)
            drawLines(&canvas)
        case .bar, .stackedBar, .histogram, .heatMap, .waterfall: drawBars(&canvas)
        }
        return (canvas.text, height)
    }

    // MARK: Axes

    private func drawValueAxis(_ canvas: inout SVGCanvas) {
        let ticks = scale.ticks
        for (tick, text) in zip(ticks, chart.tickTexts(ticks)) {
            let y = scale.position(tick).rounded() + 0.5
            canvas.line(tick == 0 ? "cz" : "cg", x1: left, y1: y, x2: right, y2: y)
            canvas.words("ct", x: left - 8, y: y + 4, text, anchor: .end)
        }
    }

    private func drawDateAxis(_ days: [Day], _ canvas: inout SVGCanvas) {
        guard let first = days.min(), let last = days.max() else { return }
        for tick in DateTicks(from: first, to: last, atMost: 9).ticks {
            let x = horizontal.place(of: tick.day)
            canvas.line("cz", x1: x, y1: bottom, x2: x, y2: bottom + 5)
            canvas.words("ct", x: x, y: bottom + 19, tick.label, anchor: .middle)
            if let year = tick.year { canvas.words("ct", x: x, y: bottom + 33, year, anchor: .middle) }
        }
    }

    /// Names below, as many as have room.
    private func drawNames(_ canvas: inout SVGCanvas) {
        let names = chart.x.map(chart.xFormat.text)
        let room = (right - left) / Double(names.count)
        let widest = min((names.map(SVGCanvas.width).max() ?? 0) + 12, 120)
        let every = max(Int((widest / room).rounded(.up)), 1)
        for index in stride(from: 0, to: names.count, by: every) {
            canvas.words(
                "ct", x: horizontal.places[index], y: bottom + 19,
                SVGCanvas.fitted(names[index], width: room * Double(every) - 6),
                anchor: .middle)
        }
    }

    // MARK: Marks

    private func drawLines(_ canvas: inout SVGCanvas) {
        let shortRun = chart.x.count <= 31
        for (number, series) in chart.series.enumerated() {
            var run: [(x: Double, y: Double)] = []
            for index in 0...chart.x.count {
                if index < chart.x.count, let value = series.value(at: index) {
                    run.append((horizontal.places[index], scale.position(value)))
                    continue
                }
                if run.count > 1 { canvas.polyline("cl k\(number % 6)", run) }
                if run.count == 1 || shortRun {
                    for point in run {
                        canvas.circle("cf k\(number % 6)", x: point.x, y: point.y, radius: run.count == 1 ? 3.5 : 2.2)
                    }
                }
                run = []
            }
        }
        if chart.series.count > 1 { drawNamesAtEnds(&canvas) }
    }

    /// The name of each line beside its last point, moved apart where they would meet.
    private func drawNamesAtEnds(_ canvas: inout SVGCanvas) {
        var ends: [(number: Int, y: Double)] = chart.series.enumerated().compactMap { number, series in
            guard let last = chart.x.indices.last(where: { series.value(at: $0) != nil }),
                let value = series.value(at: last)
            else { return nil }
            return (number, scale.position(value))
        }
        ends.sort { ($0.y, $0.number) < ($1.y, $1.number) }
        for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + 14) }
        var lowest = bottom
        for index in ends.indices.reversed() {
            ends[index].y = min(ends[index].y, lowest)
            lowest = ends[index].y - 14
        }
        for end in ends {
            canvas.words("ct e\(end.number % 6)", x: right + 8, y: end.y + 4, titles[end.number])
        }
    }

    private func drawBars(_ canvas: inout SVGCanvas) {
        if chart.series.count > 1 { Legend.draw(chart.series.map(\.title), from: left, y: 14, on: &canvas) }
        let group = min(horizontal.spacing * 0.76, 46)
        let width = group / Double(chart.series.count)
        let zero = scale.position(0)
        for index in chart.x.indices {
            for (number, series) in chart.series.enumerated() {
                guard let value = series.value(at: index) else { continue }
                let end = scale.position(value)
                let kind = value < 0 && chart.series.count == 1 ? "cf neg" : "cf k\(number % 6)"
                canvas.rectangle(
                    kind, x: horizontal.places[index] - group / 2 + width * Double(number), y: min(zero, end),
                    width: max(width - (width > 4 ? 1 : 0), 0.8), height: max(abs(end - zero), 0.8),
                    tip: chart.tip(at: index))
            }
        }
    }

    /// One invisible band an x that shows itself and the values when pointed at.
    private func drawBands(_ canvas: inout SVGCanvas) {
        for index in chart.x.indices {
            let band = horizontal.band(of: index)
            canvas.rectangle(
                "ch", x: band.lowerBound, y: top, width: band.upperBound - band.lowerBound, height: bottom - top,
                tip: chart.tip(at: index))
        }
    }
}
