/// SVG written element by element. Looks come from classes, never from style attributes, so that a page's
/// content-security policy need not allow them.
struct SVGCanvas {
    /// Which end of a text stands at its point.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// What has been written.
    private(set) var text = ""

    /// A straight line.
    mutating func line(_ kind: String, x1: Double, y1: Double, x2: Double, y2: Double) {
        text += "<path class=\"\(kind)\" d=\"M\(number(x1)),\(number(y1))L\(number(x2)),\(number(y2))\"/>\n"
    }

    /// A line through points.
    mutating func polyline(_ kind: String, _ points: [(x: Double, y: Double)]) {
        guard let first = points.first else { return }
        text += "<path class=\"\(kind)\" d=\"M\(number(first.x)),\(number(first.y))"
        for point in points.dropFirst() { text += "L\(number(point.x)),\(number(point.y))" }
        text += "\"/>\n"
    }

    /// A dot.
    mutating func circle(_ kind: String, x: Double, y: Double, radius: Double) {
        text += "<circle class=\"\(kind)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"/>\n"
    }

    /// A rectangle; with words that appear when pointed at, unless they are empty.
    mutating func rectangle(
        _ kind: String, x: Double, y: Double, width: Double, height: Double, tip: String = ""
    ) {
        text += "<rect class=\"\(kind)\" x=\"\(number(x))\" y=\"\(number(y))\" "
        text += "width=\"\(number(max(width, 0)))\" height=\"\(number(max(height, 0)))\""
        text += tip.isEmpty ? "/>\n" : "><title>\(HTMLText.escaped(tip))</title></rect>\n"
    }

    /// Words.
    mutating func words(_ kind: String, x: Double, y: Double, _ words: String, anchor: Anchor = .start) {
        text += "<text class=\"\(kind)\" x=\"\(number(x))\" y=\"\(number(y))\""
        if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
        text += ">\(HTMLText.escaped(words))</text>\n"
    }

    /// About how wide words are in the charts' letters of 12 units, rather too wide than too narrow.
    static func width(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// Words cut to a width, with an ellipsis where something is missing.
    static func fitted(_ words: String, width: Double) -> String {
        guard Self.width(words) > width else { return words }
        var shown = words.dropLast()
        while shown.count > 1, Self.width(String(shown)) + 12 > width { shown = shown.dropLast() }
        return shown + "…"
    }

    /// Advance widths of Helvetica, rounded up: 0.56 em for digits and small letters, 0.72 em for capitals.
    private static func width(_ letter: Unicode.Scalar) -> Double {
        switch letter {
        case "m", "w", "M", "W", "%", "@", "—", "…": 11
        case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", " ", "(", ")", "/", "-": 4.4
        case "A"..."Z", "&": 8.7
        default: letter.value < 0x1100 ? 7 : 12.5
        }
    }

    /// A coordinate to a tenth of a unit.
    private func number(_ value: Double) -> String {
        let tenths = Int((min(max(value, -99_999), 99_999) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let fraction = tenths.magnitude % 10
        return "\(sign)\(tenths.magnitude / 10)" + (fraction == 0 ? "" : ".\(fraction)")
    }
}
