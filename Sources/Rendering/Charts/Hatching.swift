internal import Notebooks

/// Patterns that tell the bars of several series apart without their colours, also in print: the first is plain.
struct Hatching {
    private let identifiers: [String]

    /// The patterns of a chart's series; none for one series.
    ///
    /// - Parameter prefix: what makes the identifiers unique in a page.
    init(_ chart: ChartBlock, prefix: String) {
        let safe = String(prefix.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
        identifiers =
            chart.series.count > 1 ? (0..<min(chart.series.count, 6)).map { $0 == 0 ? "" : "\(safe).k\($0)" } : []
    }

    /// The class and the pattern by which the bars of a series are filled.
    func look(_ number: Int) -> (kind: String, fill: String) {
        let fill = identifiers.isEmpty ? "" : identifiers[number % identifiers.count]
        return (fill.isEmpty ? "cf k\(number % 6)" : "cf", fill)
    }

    /// Writes the patterns.
    func define(on canvas: inout SVGCanvas) {
        let hatched = identifiers.enumerated().filter { !$0.element.isEmpty }
        guard !hatched.isEmpty else { return }
        var patterns = "<defs>\n"
        for (number, identifier) in hatched {
            patterns += "<pattern id=\"\(identifier)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
            patterns +=
                "<path class=\"cf k\(number)\" d=\"M0,0h6v6h-6z\"/><path class=\"cp\" d=\"\(Self.strokes[number])\"/>"
            patterns += "</pattern>\n"
        }
        canvas.raw(patterns + "</defs>\n")
    }

    /// Strokes of a tile of six by six: two diagonals, lying, standing, crossed.
    private static let strokes = [
        "", "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", "M0,3h6", "M3,0v6", "M-1,5l2,2M0,0l6,6M5,-1l2,2", "M0,3h6M3,0v6",
    ]
}
