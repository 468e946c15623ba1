/// A polynomial on −1…1 through values at the Chebyshev points of the second kind, cos(πi/n), i = 0…n.
public struct Chebyshev: Sendable {
    /// The degree n ≥ 1.
    public let degree: Int
    /// cos(πi/n) for i = 0…n: from 1 down to −1.
    public let points: [Double]
    /// cos(πk/n) for k = 0…2n − 1.
    private let cosines: [Double]

    /// The points of a degree ≥ 1.
    public init(degree: Int) {
        precondition(degree >= 1, "an interpolation needs two points")
        self.degree = degree
        cosines = (0..<2 * degree).map { Chebyshev.cosine(ofHalfTurns: Double($0) / Double(degree)) }
        points = Array(cosines[0...degree])
    }

    /// The coefficients of the Chebyshev polynomials T₀…Tₙ that take these values at the points (discrete cosine
    /// transform of type I); `values` must hold degree + 1 numbers.
    public func coefficients(_ values: [Double]) -> [Double] {
        precondition(values.count == degree + 1, "one value a point")
        return (0...degree).map { order in
            var sum = 0.0
            for index in 0...degree {
                let term = values[index] * cosines[order * index % (2 * degree)]
                sum += index == 0 || index == degree ? 0.5 * term : term
            }
            return sum * (order == 0 || order == degree ? 1 : 2) / Double(degree)
        }
    }

    /// The sum of coefficients times Chebyshev polynomials at x, by Clenshaw's recurrence (1955).
    @inlinable @inline(__always)
    public static func evaluate(_ coefficients: [Double], at x: Lanes) -> Lanes {
        var (next, afterNext) = (Lanes(), Lanes())
        for order in stride(from: coefficients.count - 1, to: 0, by: -1) {
            (next, afterNext) = (2 * x * next - afterNext + coefficients[order], next)
        }
        return x * next - afterNext + coefficients[0]
    }

    /// cos(πx) for 0 ≤ x ≤ 2, from the series of sine and cosine within an eighth of a turn.
    static func cosine(ofHalfTurns x: Double) -> Double {
        let folded = x > 1 ? 2 - x : x
        if folded > 0.5 { return -cosine(ofHalfTurns: 1 - folded) }
        let isSteep = folded > 0.25
        let angle = Double.pi * (isSteep ? 0.5 - folded : folded)
        let square = angle * angle
        var term = isSteep ? angle : 1
        var sum = term
        for order in stride(from: isSteep ? 2.0 : 1.0, to: 20, by: 2) {
            term *= -square / (order * (order + 1))
            sum += term
        }
        return sum
    }
}
