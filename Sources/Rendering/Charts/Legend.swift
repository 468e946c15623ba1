/// Names of series beside their looks, above the values.
struct Legend {
    /// How a series is drawn.
    enum Swatch {
        case line
        case bar
        case point
    }

    private let titles: [String]
    private let swatch: Swatch
    private let hatching: Hatching?

    /// A legend of series in their order.
    ///
    /// - Parameter hatching: how bars are filled.
    init(_ titles: [String], swatch: Swatch, hatching: Hatching? = nil) {
        self.titles = titles
        self.swatch = swatch
        self.hatching = hatching
    }

    /// Draws the legend above the values of an upright chart.
    func draw(in frame: UprightFrame, on canvas: inout SVGCanvas) {
        draw(from: frame.size == .wide ? frame.left : 0, to: frame.size.width, y: frame.top - 20, on: &canvas)
    }

    /// Draws one entry after the other to the right.
    func draw(from left: Double, to right: Double, y: Double, on canvas: inout SVGCanvas) {
        var x = left
        let gap = swatch == .line ? 38.0 : 34
        let needed = titles.reduce(0) { $0 + SVGCanvas.width($1) + gap }
        let room = needed - 16 <= right - left ? needed : (right - left) / Double(max(titles.count, 1)) - gap + 4
        for (number, title) in titles.enumerated() {
            let shown = SVGCanvas.fitted(title, width: room)
            switch swatch {
            case .line: canvas.line("cl k\(number % 6)", x1: x, y1: y - 3, x2: x + 16, y2: y - 3)
            case .bar:
                let look = hatching?.look(number) ?? (kind: "cf k\(number % 6)", fill: "")
                canvas.rectangle(look.kind, x: x, y: y - 9, width: 11, height: 11, fill: look.fill)
            case .point: PointShape(number).draw("cf k\(number % 6)", x: x + 6, y: y - 4, on: &canvas)
            }
            canvas.words("ct k", x: x + (swatch == .line ? 21 : 17), y: y + 1, shown)
            x += SVGCanvas.width(shown) + gap
        }
    }
}
