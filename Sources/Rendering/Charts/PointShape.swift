/// The shape of a point, by which series are told apart without their colours.
struct PointShape {
    private let number: Int

    /// The shape of a series by its number: a dot, square, diamond, two triangles, a cross.
    init(_ number: Int) {
        self.number = number % 6
    }

    /// Draws the shape around a point.
    func draw(_ kind: String, x: Double, y: Double, tip: String = "", on canvas: inout SVGCanvas) {
        let corners: [(Double, Double)]
        switch number {
        case 0: corners = [(-1.6, -4), (1.6, -4), (4, -1.6), (4, 1.6), (1.6, 4), (-1.6, 4), (-4, 1.6), (-4, -1.6)]
        case 1: corners = [(-3.6, -3.6), (3.6, -3.6), (3.6, 3.6), (-3.6, 3.6)]
        case 2: corners = [(0, -5), (5, 0), (0, 5), (-5, 0)]
        case 3: corners = [(0, -4.6), (4.6, 3.6), (-4.6, 3.6)]
        case 4: corners = [(0, 4.6), (4.6, -3.6), (-4.6, -3.6)]
        default:
            corners = [
                (-1.4, -4.6), (1.4, -4.6), (1.4, -1.4), (4.6, -1.4), (4.6, 1.4), (1.4, 1.4), (1.4, 4.6), (-1.4, 4.6),
                (-1.4, 1.4), (-4.6, 1.4), (-4.6, -1.4), (-1.4, -1.4),
            ]
        }
        canvas.path(kind, SVGCanvas.line(corners.map { (x + $0.0, y + $0.1) }) + "z", tip: tip)
    }
}
