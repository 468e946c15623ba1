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
        path(kind, Self.line(x1: x1, y1: y1, x2: x2, y2: y2))
    }

    /// A path of commands, with words that appear when pointed at, unless they are empty.
    mutating func path(_ kind: String, _ commands: String, tip: String = "") {
        text += "<path class=\"\(kind)\" d=\"\(commands)\"" + Self.end("path", tip)
    }

    /// A line through points.
    mutating func polyline(_ kind: String, _ points: [(x: Double, y: Double)]) {
        guard !points.isEmpty else { return }
        path(kind, Self.line(points))
    }

    /// A dot.
    mutating func circle(_ kind: String, x: Double, y: Double, radius: Double) {
        text += "<circle class=\"\(kind)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" "
        text += "r=\"\(Self.number(radius))\"/>\n"
    }

    /// A rectangle; with words that appear when pointed at, unless they are empty.
    ///
    /// - Parameter fill: the identifier of a pattern to fill it with; empty where the class says the colour.
    mutating func rectangle(
        _ kind: String, x: Double, y: Double, width: Double, height: Double, fill: String = "", tip: String = ""
    ) {
        text += "<rect class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
        text += "width=\"\(Self.number(max(width, 0)))\" height=\"\(Self.number(max(height, 0)))\""
        if !fill.isEmpty { text += " fill=\"url(#\(fill))\"" }
        text += Self.end("rect", tip)
    }

    /// Words.
    mutating func words(_ kind: String, x: Double, y: Double, _ words: String, anchor: Anchor = .start) {
        text += "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
        if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
        text += ">\(HTMLText.escaped(words))</text>\n"
    }

    /// Elements that are shown or hidden together.
    mutating func group(_ kind: String, _ draw: (inout SVGCanvas) -> Void) {
        text += "<g class=\"\(kind)\">\n"
        draw(&self)
        text += "</g>\n"
    }

    /// Elements as they are.
    mutating func raw(_ elements: String) { text += elements }

    /// The commands of a straight line.
    static func line(x1: Double, y1: Double, x2: Double, y2: Double) -> String {
        line([(x1, y1), (x2, y2)])
    }

    /// The commands of a line through points: a start and steps, which are shorter than places, between places that
    /// are rounded, so that roundings do not add up.
    static func line(_ points: [(x: Double, y: Double)]) -> String {
        guard let first = points.first else { return "" }
        var commands = "M\(number(first.x)),\(number(first.y))"
        var (x, y) = (tenths(first.x), tenths(first.y))
        var last: Character = "M"
        for point in points.dropFirst() {
            let (right, down) = (tenths(point.x) - x, tenths(point.y) - y)
            let command: Character = down == 0 ? "h" : right == 0 ? "v" : "l"
            if command != last { commands.append(command) } else { commands += " " }
            switch command {
            case "h": commands += text(tenths: right)
            case "v": commands += text(tenths: down)
            default: commands += "\(text(tenths: right)),\(text(tenths: down))"
            }
            last = command
            x += right
            y += down
        }
        return commands
    }

    /// A coordinate to a tenth of a unit.
    static func number(_ value: Double) -> String { text(tenths: tenths(value)) }

    private static func tenths(_ value: Double) -> Int {
        value.isFinite ? Int((min(max(value, -99_999), 99_999) * 10).rounded()) : 0
    }

    private static func text(tenths: Int) -> String {
        let fraction = tenths.magnitude % 10
        return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10)" + (fraction == 0 ? "" : ".\(fraction)")
    }

    private static func end(_ element: String, _ tip: String) -> String {
        tip.isEmpty ? "/>\n" : "><title>\(HTMLText.escaped(tip))</title></\(element)>\n"
    }
}
