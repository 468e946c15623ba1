/// Gauss–Legendre quadrature on −1…1: exact for polynomials of degree 2·count − 1.
public struct GaussLegendre: Sendable {
    /// Points, ascending.
    public let points: [Double]
    /// Weights; they add up to 2.
    public let weights: [Double]

    /// The rule with a number of points ≥ 1: roots of the Legendre polynomial by Newton's method.
    public init(count: Int) {
        precondition(count >= 1, "a quadrature needs a point")
        var points: [Double] = []
        var weights: [Double] = []
        for index in 0..<count {
            // Tricomi's starting value (1950).
            var x = -Chebyshev.cosine(ofHalfTurns: (Double(index) + 0.75) / (Double(count) + 0.5))
            var slope = 1.0
            for _ in 0..<8 {
                var (previous, value) = (1.0, x)
                for degree in stride(from: 2, through: count, by: 1) {
                    let n = Double(degree)
                    (previous, value) = (value, ((2 * n - 1) * x * value - (n - 1) * previous) / n)
                }
                slope = Double(count) * (x * value - previous) / (x * x - 1)
                x -= value / slope
            }
            points.append(x)
            weights.append(2 / ((1 - x * x) * slope * slope))
        }
        self.points = points
        self.weights = weights
    }
}
