internal import Notebooks

/// Invisible bands over a chart of lines, each of which shows itself and its values when pointed at.
///
/// A long chart has fewer bands than x values, because a hand points no finer and a page must stay small; where a
/// script runs it makes one for every row of the chart's data instead.
struct UprightBands {
    /// At most so many bands.
    static let most = 48

    private let chart: ChartBlock
    private let frame: UprightFrame
    private let every: Int

    /// The bands of a chart.
    init(_ chart: ChartBlock, in frame: UprightFrame) {
        self.chart = chart
        self.frame = frame
        every = (chart.x.count + Self.most - 1) / Self.most
    }

    /// Where the bands of a long chart begin and end; nil where every x has its own.
    var shared: SharedBands? {
        guard every > 1, let first = frame.horizontal.places.min(), let last = frame.horizontal.places.max() else {
            return nil
        }
        return SharedBands(first: first, last: last, top: frame.top, height: frame.bottom - frame.top)
    }

    /// Draws the bands; the last x has one for sure.
    func draw(on canvas: inout SVGCanvas) {
        let named = stride(from: chart.x.count - 1, through: 0, by: -max(every, 1)).reversed().map { $0 }
        let height = SVGCanvas.number(frame.bottom - frame.top)
        for (number, index) in named.enumerated() {
            let place = frame.horizontal.places[index]
            let low = number > 0 ? (frame.horizontal.places[named[number - 1]] + place) / 2 : frame.left
            let high =
                number + 1 < named.count ? (place + frame.horizontal.places[named[number + 1]]) / 2 : frame.right
            let width = SVGCanvas.number(abs(high - low))
            canvas.path(
                "ch",
                "M\(SVGCanvas.number(min(low, high))),\(SVGCanvas.number(frame.top))h\(width)v\(height)h-\(width)z",
                tip: chart.tip(at: index))
        }
    }
}
