internal import Metrics
internal import Notebooks

/// A chart as SVG.
enum ChartDrawing {
    /// The `svg` elements for a page whose style sheet holds ``ChartStyle/rules``: one for a wide page and, where the
    /// chart can be drawn in it, one for a narrow one.
    static func inlineSVG(_ chart: ChartBlock) -> String {
        let sizes: [ChartSize] = chart.kind == .heatMap ? [.wide] : [.wide, .narrow]
        return sizes.map { size in
            let prefix = "\(chart.anchor)-\(size.rawValue)"
            let picture = draw(chart, size, prefix: prefix, isInPage: true)
            let kind = sizes.count == 1 ? "only" : size.rawValue
            return "<svg class=\"\(kind)\" viewBox=\"0 0 \(Int(size.width)) \(Int(picture.height))\" role=\"img\" "
                + "aria-label=\"\(HTMLText.escaped(chart.alternative))\"\(shared(picture))>\n\(picture.content)</svg>\n"
        }.joined()
    }

    /// A document of its own, with style, title and description.
    static func standaloneSVG(_ chart: ChartBlock) -> String {
        let width = ChartSize.wide.width
        let picture = draw(chart, .wide, prefix: "bar", isInPage: false)
        let height = Int(picture.height)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(height)" \
            width="\(Int(width))" height="\(height)" role="img" aria-labelledby="title description">
            <title id="title">\(HTMLText.escaped(chart.title))</title>
            <desc id="description">\(HTMLText.escaped(chart.alternative))</desc>
            <style>\(ChartStyle.standalone)</style>
            \(picture.content)</svg>

            """
    }

    private static func draw(_ chart: ChartBlock, _ size: ChartSize, prefix: String, isInPage: Bool) -> Picture {
        guard chart.hasValues else {
            var canvas = SVGCanvas()
            canvas.line("cz", x1: 0, y1: 119.5, x2: size.width, y2: 119.5)
            canvas.words("ct", x: size.width / 2, y: 64, "No values to draw", anchor: .middle)
            return Picture(content: canvas.text, height: 120)
        }
        switch chart.kind {
        case .line, .area: return LineChart(chart, size).draw(isInPage: isInPage)
        case .bar, .stackedBar:
            return chart.days == nil
                ? FlatBarChart(chart, size, prefix: prefix).draw()
                : ColumnChart(chart, size, prefix: prefix).draw(isInPage: isInPage)
        case .histogram: return ColumnChart(chart, size, prefix: prefix).draw(isInPage: isInPage)
        case .waterfall: return WaterfallChart(chart, size)?.draw() ?? FlatWaterfallChart(chart, size).draw()
        case .heatMap: return HeatMapChart(chart).draw()
        case .scatter: return ScatterChart(chart, size).draw()
        }
    }

    /// What a script needs to make a band for every x of a long chart.
    private static func shared(_ picture: Picture) -> String {
        guard let bands = picture.shared else { return "" }
        let places = [bands.first, bands.last, bands.top, bands.height].map(SVGCanvas.number)
        return " data-bands=\"\(places.joined(separator: " "))\""
    }
}
