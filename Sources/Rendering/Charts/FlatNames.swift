internal import Notebooks

/// Names to the left of bars that lie.
enum FlatNames {
    /// The room that names need, with the gap before the bars.
    static func width(_ names: [String], _ size: ChartSize) -> Double {
        min(names.map(SVGCanvas.width).max() ?? 0, size == .wide ? 220 : 120) + 12
    }

    /// Draws one name; on two lines where one has no room.
    static func draw(_ name: String, _ left: Double, middle: Double, on canvas: inout SVGCanvas) {
        let room = left - 10
        let lines =
            SVGCanvas.width(name) <= room
            ? [name] : SVGCanvas.wrapped(name, width: room, lines: 2) ?? [SVGCanvas.fitted(name, width: room)]
        for (number, line) in lines.enumerated() {
            canvas.words(
                "ct k", x: room, y: middle + 4 + (Double(number) - Double(lines.count - 1) / 2) * 12, line, anchor: .end
            )
        }
    }

    /// Draws the title of the values above the bars; nothing for none.
    static func drawTitle(_ chart: ChartBlock, _ left: Double, _ size: ChartSize, on canvas: inout SVGCanvas) {
        guard !chart.yTitle.isEmpty else { return }
        canvas.words("ct", x: left, y: 12, SVGCanvas.fitted(chart.yTitle, width: size.width - left))
    }
}
