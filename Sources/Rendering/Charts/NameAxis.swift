/// Names below the marks of an upright chart: on one line where they fit, else broken at spaces, else thinned out.
struct NameAxis {
    /// The names that are shown, each as lines; nil where one is left out.
    let names: [[String]?]
    /// How many lines the longest needs.
    let lines: Int
    /// Whether every name is there in full.
    let isComplete: Bool

    private static let mostLines = 3
    private static let lineHeight = 14.0

    /// Names for marks that are some distance apart.
    init(_ words: [String], room: Double) {
        let widest = words.map(SVGCanvas.width).max() ?? 0
        if widest + 8 <= room {
            names = words.map { [$0] }
            lines = 1
            isComplete = true
            return
        }
        let broken = words.map { SVGCanvas.wrapped($0, width: room - 6, lines: Self.mostLines) }
        if broken.allSatisfy({ $0 != nil }) {
            names = broken
            lines = broken.map { $0?.count ?? 0 }.max() ?? 1
            isComplete = true
            return
        }
        let every = max(Int(((min(widest, 108) + 12) / room).rounded(.up)), 1)
        names = words.enumerated().map { index, words in
            guard index.isMultiple(of: every) else { return nil }
            let width = room * Double(every) - 6
            return SVGCanvas.wrapped(words, width: width, lines: Self.mostLines)
                ?? [SVGCanvas.fitted(words, width: width)]
        }
        lines = names.map { $0?.count ?? 0 }.max() ?? 1
        isComplete = false
    }

    /// The height of all lines.
    var height: Double { Self.lineHeight * Double(max(lines, 1)) + 8 }

    /// Draws the names under their marks; at an edge of a drawing of some width they move inwards as far as they must.
    func draw(at places: [Double], below y: Double, width: Double, on canvas: inout SVGCanvas) {
        for (place, lines) in zip(places, names) {
            for (number, line) in (lines ?? []).enumerated() {
                let half = SVGCanvas.width(line) / 2
                let middle = half * 2 < width ? min(max(place, half), width - half) : place
                canvas.words(
                    "ct", x: middle, y: y + 16 + Self.lineHeight * Double(number), line, anchor: .middle)
            }
        }
    }
}
