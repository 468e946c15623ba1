internal import Dates
internal import Notebooks

/// The frame of a chart with x along the bottom and values up the side: where things stand, and the axes.
struct UprightFrame {
    /// What stands around the values.
    struct Margins {
        /// The names of the series; nil where they are said elsewhere.
        var legend: Legend?
        /// Between what stands above and the highest value, for texts at the ends of bars.
        var top = 14.0
        /// To the right, for names at the ends of lines.
        var right = 10.0
    }

    /// The room for everything.
    let size: ChartSize
    /// From values to heights.
    let scale: LinearScale
    /// Where the x values stand.
    let horizontal: HorizontalPlaces
    /// The left edge of the area of values.
    let left: Double
    /// Its right edge.
    let right: Double
    /// Its upper edge.
    let top: Double
    /// Its lower edge.
    let bottom: Double
    /// The height of everything.
    let height: Double
    private let chart: ChartBlock
    private let legend: Legend?
    private let names: NameAxis?
    private let xTitle: String

    /// The frame of a chart.
    ///
    /// - Parameters:
    ///   - values: what the scale must hold.
    ///   - hasWidth: whether marks have a width, so that half a place stays free at both ends.
    ///   - hasNames: whether x values are names (or days); otherwise the chart draws its own ticks of numbers.
    init(
        _ chart: ChartBlock, _ size: ChartSize, values: [Double], margins: Margins = Margins(), hasWidth: Bool,
        hasNames: Bool = true
    ) {
        self.chart = chart
        self.size = size
        legend = margins.legend
        top = (chart.yTitle.isEmpty ? 0 : 18) + (margins.legend?.height ?? 0) + margins.top
        bottom = top + size.plotHeight
        right = size.width - margins.right
        scale = LinearScale(
            enclosing: values, decimals: chart.format.finestDecimals, ticks: size.valueTicks, start: bottom, end: top)
        left = (chart.tickTexts(scale.ticks).map(SVGCanvas.width).max() ?? 0) + 12
        horizontal = HorizontalPlaces(
            days: chart.days, count: chart.x.count, left: left, right: right, halfPlaceFree: hasWidth)
        names =
            chart.days == nil && hasNames
            ? NameAxis(
                chart.x.map(chart.xFormat.text), room: (right - left) / Double(max(chart.x.count, 1)))
            : nil
        // A calendar says by itself what it is.
        xTitle = chart.days == nil ? chart.xTitle : ""
        height = bottom + (names?.height ?? (hasNames ? 38 : 22)) + (xTitle.isEmpty ? 0 : 18)
    }

    /// Whether every name below is there in full.
    var showsEveryName: Bool { names?.isComplete ?? true }

    /// Draws the axes with their titles.
    func drawAxes(on canvas: inout SVGCanvas) {
        if !chart.yTitle.isEmpty {
            canvas.words("ct", x: 0, y: 12, SVGCanvas.fitted(chart.yTitle, width: size.width))
        }
        legend?.draw(below: chart.yTitle.isEmpty ? 0 : 18, on: &canvas)
        let ticks = scale.ticks
        for (tick, text) in zip(ticks, chart.tickTexts(ticks)) {
            let y = scale.position(tick).rounded() + 0.5
            canvas.line(tick == 0 ? "cz" : "cg", x1: left, y1: y, x2: right, y2: y)
            canvas.words("ct", x: left - 8, y: y + 4, text, anchor: .end)
        }
        if let days = chart.days { drawDates(days, on: &canvas) }
        names?.draw(at: horizontal.places, below: bottom, width: size.width, on: &canvas)
        if !xTitle.isEmpty {
            canvas.words(
                "ct", x: (left + right) / 2, y: height - 6, SVGCanvas.fitted(xTitle, width: right - left),
                anchor: .middle)
        }
    }

    private func drawDates(_ days: [Day], on canvas: inout SVGCanvas) {
        guard let first = days.min(), let last = days.max() else { return }
        let count = max(Int((right - left) / (size == .wide ? 76 : 58)), 2)
        for tick in DateTicks(from: first, to: last, atMost: count).ticks {
            let x = horizontal.place(of: tick.day)
            canvas.line("cz", x1: x, y1: bottom, x2: x, y2: bottom + 5)
            canvas.words("ct", x: x, y: bottom + 19, tick.label, anchor: .middle)
            if let year = tick.year { canvas.words("ct", x: x, y: bottom + 33, year, anchor: .middle) }
        }
    }
}
