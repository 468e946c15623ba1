/// Gauss–Legendre quadrature over a quarter of a turn, for integrands in the sine and cosine of the angle.
public struct QuarterTurn: Sendable {
    /// Sines of the angles.
    public let sines: [Double]
    /// Cosines of the angles.
    public let cosines: [Double]
    /// Weights; they add up to π/2.
    public let weights: [Double]

    /// The rule with a number of points ≥ 1.
    public init(count: Int) {
        let rule = GaussLegendre(count: count)
        cosines = rule.points.map { Chebyshev.cosine(ofHalfTurns: 0.25 * (1 + $0)) }
        sines = rule.points.map { Chebyshev.cosine(ofHalfTurns: 0.25 * (1 - $0)) }
        weights = rule.weights.map { 0.25 * .pi * $0 }
    }
}
