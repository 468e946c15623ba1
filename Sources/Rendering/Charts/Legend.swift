/// Names of series beside their looks, above the values, in as many rows as they need.
struct Legend {
    /// How a series is drawn.
    enum Swatch {
        case line
        case bar
        case point
    }

    /// One name with its place.
    private struct Entry {
        let title: String
        let x: Double
        let row: Int
    }

    /// The height of all rows.
    let height: Double
    private let entries: [Entry]
    private let swatch: Swatch
    private let hatching: Hatching?

    private static let rowHeight = 18.0
    private static let gap = 18.0

    /// A legend of series in their order.
    ///
    /// - Parameter hatching: how bars are filled.
    init(_ titles: [String], swatch: Swatch, hatching: Hatching? = nil, _ size: ChartSize) {
        let indent = Self.indent(swatch)
        var (x, row) = (0.0, 0)
        entries = titles.map { title in
            let shown = SVGCanvas.fitted(title, width: size.width - indent)
            let width = indent + SVGCanvas.width(shown)
            if x > 0, x + width > size.width { (x, row) = (0, row + 1) }
            defer { x += width + Self.gap }
            return Entry(title: shown, x: x, row: row)
        }
        height = Self.rowHeight * Double(row + 1)
        self.swatch = swatch
        self.hatching = hatching
    }

    /// Draws the legend from a height down.
    func draw(below top: Double, on canvas: inout SVGCanvas) {
        for (number, entry) in entries.enumerated() {
            let (x, y) = (entry.x, top + 12 + Self.rowHeight * Double(entry.row))
            switch swatch {
            case .line: canvas.line("cl k\(number % 6)", x1: x + 1, y1: y - 4, x2: x + 19, y2: y - 4)
            case .bar:
                let look = hatching?.look(number) ?? (kind: "cf k\(number % 6)", fill: "")
                canvas.rectangle(look.kind, x: x, y: y - 10, width: 11, height: 11, fill: look.fill)
            case .point: PointShape(number).draw("cf k\(number % 6)", x: x + 6, y: y - 4, on: &canvas)
            }
            canvas.words("ct k", x: x + Self.indent(swatch), y: y, entry.title)
        }
    }

    private static func indent(_ swatch: Swatch) -> Double { swatch == .line ? 25 : 17 }
}
