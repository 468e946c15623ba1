internal import Metrics
internal import Notebooks

/// A chart as SVG.
enum ChartDrawing {
    /// The width of every chart in its own units.
    static let width = 760.0

    /// The `svg` element for a page whose style sheet holds ``ChartStyle/rules``.
    static func inlineSVG(_ chart: ChartBlock) -> String {
        let drawing = draw(chart)
        return "<svg viewBox=\"0 0 \(Int(width)) \(Int(drawing.height))\" role=\"img\" "
            + "aria-label=\"\(HTMLText.escaped(chart.alternative))\">\n\(drawing.content)</svg>"
    }

    /// A document of its own, with style, title and description.
    static func standaloneSVG(_ chart: ChartBlock) -> String {
        let drawing = draw(chart)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(drawing.height))" \
            width="\(Int(width))" height="\(Int(drawing.height))" role="img" aria-labelledby="title description">
            <title id="title">\(HTMLText.escaped(chart.title))</title>
            <desc id="description">\(HTMLText.escaped(chart.alternative))</desc>
            <style>\(ChartStyle.standalone)</style>
            \(drawing.content)</svg>

            """
    }

    private static func draw(_ chart: ChartBlock) -> (content: String, height: Double) {
        guard chart.hasValues else {
            var canvas = SVGCanvas()
            canvas.line("cz", x1: 0, y1: 119.5, x2: width, y2: 119.5)
            canvas.words("ct", x: width / 2, y: 64, "No values to draw", anchor: .middle)
            return (canvas.text, 120)
        }
        if chart.hasFlatBars { return FlatBarChart(chart).draw() }
        return UprightChart(chart).draw()
    }
}

extension ChartBlock {
    /// Values of the y axis as short as they can be told apart: zeros after the point that all of them have are left
    /// out.
    func tickTexts(_ ticks: [Double]) -> [String] {
        var texts = ticks.map { format.text(.number($0)) }
        let places = format.decimalPlaces ?? 0
        guard places > 0 else { return texts }
        let tail = format == .percent || format == .percent2 ? "%" : ""
        let zeros = "." + String(repeating: "0", count: places) + tail
        if texts.allSatisfy({ $0.hasSuffix(zeros) }) {
            texts = texts.map { $0.dropLast(zeros.count) + tail }
        }
        return texts
    }

    /// Decimal places of the finest value that the format can show, in the value's own unit.
    var finestDecimals: Int {
        let places = format.decimalPlaces ?? 6
        return format == .percent || format == .percent2 ? places + 2 : places
    }

    /// What appears when an x is pointed at: its name and every series' value.
    func tip(at index: Int) -> String {
        let head = xFormat.text(x[index])
        let lines = series.map { "\($0.title): \(format.text($0.value(at: index).map(Value.number) ?? .null))" }
        return ([head] + lines).joined(separator: "\n")
    }
}
