/// Names of series beside their colours, for bars.
enum Legend {
    /// Draws one entry after the other to the right.
    static func draw(_ titles: [String], from left: Double, y: Double, on canvas: inout SVGCanvas) {
        var x = left
        let room = (ChartDrawing.width - left) / Double(max(titles.count, 1)) - 30
        for (number, title) in titles.enumerated() {
            let shown = SVGCanvas.fitted(title, width: room)
            canvas.rectangle("cf k\(number % 6)", x: x, y: y - 9, width: 11, height: 11)
            canvas.words("ct k", x: x + 17, y: y + 1, shown)
            x += SVGCanvas.width(shown) + 36
        }
    }
}
