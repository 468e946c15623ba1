internal import Mathematics

/// The spot at and below which an American put of strike 1 is exercised, over the time left.
///
/// Andersen, Lake and Offengenden, "High Performance American Option Pricing" (2016): collocation of
/// H(√τ) = ln²(B(τ)/X), X = B(0⁺), at Chebyshev points, by fixed-point iteration of their systems A (slope, for rates
/// close to the yield) and B (value). For rate > 0.
struct ExerciseBoundary {
    /// The boundary as the time left goes to zero, min(1, rate ÷ yield).
    let start: Double
    /// The time left at the far end.
    let years: Double
    /// Chebyshev coefficients of H over −1…1, which stands for √τ from 0 to √years.
    private let coefficients: [Double]

    private static let nodes = Chebyshev(degree: 12)
    private static let quadrature = QuarterTurn(count: 24)

    /// −ln(B/X) = √H at √τ ÷ √years within 0…1.
    @inline(__always)
    func depth(_ fraction: Lanes) -> Lanes {
        Self.depth(coefficients, fraction)
    }

    @inline(__always)
    private static func depth(_ coefficients: [Double], _ fraction: Lanes) -> Lanes {
        let h = Chebyshev.evaluate(coefficients, at: 2 * fraction - 1)
        return h.replacing(with: 0, where: h .< 0).squareRoot()
    }

    /// The boundary at the far end, where all of `years` is left.
    var atStart: Double {
        start * Elementary.exp(-depth(Lanes(repeating: 1))[0])
    }

    /// Solves for the boundary; rate, years and volatility > 0.
    init(rate: Double, dividendYield: Double, volatility: Double, years: Double) {
        let start = dividendYield > rate ? rate / dividendYield : 1
        let points = Self.nodes.points
        // Roots of the time left at the collocation points; the last is 0.
        let roots = points.map { 0.5 * (1 + $0) * years.squareRoot() }
        var depths = roots.map {
            Self.guess(rate: rate, dividendYield: dividendYield, volatility: volatility, rootYears: $0, start: start)
        }
        let quadrature = Self.quadrature
        let system = (rate - dividendYield).magnitude < 1e-3 ? Self.slopeRatio : Self.valueRatio
        var coefficients = Self.nodes.coefficients(depths.map { $0 * $0 })
        for _ in 0..<16 {
            var change = 0.0
            var updated = depths
            for index in 0..<roots.count - 1 {
                let node = Node(
                    rate: rate, dividendYield: dividendYield, volatility: volatility, rootYears: roots[index],
                    depth: depths[index], start: start)
                let ratio = system(node, quadrature, coefficients, roots[index] / roots[0])
                // B = e^(−(r − q)τ)·N/D, never above X.
                let boundary =
                    Elementary.log(ratio) - (rate - dividendYield) * roots[index] * roots[index]
                    - Elementary.log(start)
                updated[index] = max(0, -boundary)
                change = max(change, (updated[index] - depths[index]).magnitude)
            }
            depths = updated
            coefficients = Self.nodes.coefficients(depths.map { $0 * $0 })
            if change < 1e-9 { break }
        }
        self.start = start
        self.years = years
        self.coefficients = coefficients
    }

    /// One collocation point.
    private struct Node {
        let rate: Double
        let dividendYield: Double
        let volatility: Double
        let rootYears: Double
        let depth: Double
        let start: Double

        /// d₊ and d₋ against the strike 1.
        var strikeScores: (plus: Double, minus: Double) {
            let deviation = volatility * rootYears
            let money = Elementary.log(start) - depth + (rate - dividendYield) * rootYears * rootYears
            return (money / deviation + 0.5 * deviation, money / deviation - 0.5 * deviation)
        }

        /// d₊ and d₋ against the boundary at time left τ − w², w = √(τ)·share.
        @inline(__always)
        func boundaryScores(_ w: Lanes, _ depthThere: Lanes) -> (plus: Lanes, minus: Lanes) {
            let deviation = volatility * w
            let middle = (depthThere - depth + (rate - dividendYield) * w * w) / deviation
            return (middle + 0.5 * deviation, middle - 0.5 * deviation)
        }
    }

    /// N/D of system B: equal value at the boundary.
    private static func valueRatio(
        _ node: Node, _ quadrature: QuarterTurn, _ coefficients: [Double], _ fraction: Double
    ) -> Double {
        let tau = node.rootYears * node.rootYears
        var sums = Lanes()
        for index in stride(from: 0, to: quadrature.weights.count, by: 2) {
            let y = Lanes(quadrature.sines[index], quadrature.sines[index + 1])
            let cosine = Lanes(quadrature.cosines[index], quadrature.cosines[index + 1])
            let weight = 2 * cosine * Lanes(quadrature.weights[index], quadrature.weights[index + 1])
            // u = τ − w²: the root of the time left there, as a share of that at this node.
            let left = cosine * cosine
            let (plus, minus) = node.boundaryScores(
                node.rootYears * y, depth(coefficients, fraction * cosine))
            let common = weight * y * tau
            let upper = common * Elementary.exp(node.rate * tau * left) * Normal.cumulative(minus)
            let lower = common * Elementary.exp(node.dividendYield * tau * left) * Normal.cumulative(plus)
            sums += Lanes(upper[0] + upper[1], lower[0] + lower[1])
        }
        let (plus, minus) = node.strikeScores
        return (Normal.cumulative(minus) + node.rate * sums[0])
            / (Normal.cumulative(plus) + node.dividendYield * sums[1])
    }

    /// N/D of system A: equal slope at the boundary.
    private static func slopeRatio(
        _ node: Node, _ quadrature: QuarterTurn, _ coefficients: [Double], _ fraction: Double
    ) -> Double {
        let tau = node.rootYears * node.rootYears
        var sums = Lanes()
        for index in stride(from: 0, to: quadrature.weights.count, by: 2) {
            let y = Lanes(quadrature.sines[index], quadrature.sines[index + 1])
            let cosine = Lanes(quadrature.cosines[index], quadrature.cosines[index + 1])
            let weight = 2 * cosine * Lanes(quadrature.weights[index], quadrature.weights[index + 1])
            let left = cosine * cosine
            let (plus, minus) = node.boundaryScores(
                node.rootYears * y, depth(coefficients, fraction * cosine))
            let slopeWeight = weight * node.rootYears * Normal.peak / node.volatility
            let upper =
                slopeWeight * Elementary.exp(node.rate * tau * left - 0.5 * minus * minus)
            let growth = Elementary.exp(node.dividendYield * tau * left)
            let lower =
                growth
                * (slopeWeight * Elementary.exp(-0.5 * plus * plus) + weight * y * tau * Normal.cumulative(plus))
            sums += Lanes(upper[0] + upper[1], lower[0] + lower[1])
        }
        let (plus, minus) = node.strikeScores
        let deviation = node.volatility * node.rootYears
        return (Normal.density(minus) / deviation + node.rate * sums[0])
            / (Normal.density(plus) / deviation + Normal.cumulative(plus) + node.dividendYield * sums[1])
    }

    /// −ln(B/X) near enough to start from: between X and the boundary of a perpetual put, by the exponential of
    /// Bjerksund and Stensland (1993).
    private static func guess(
        rate: Double, dividendYield: Double, volatility: Double, rootYears: Double, start: Double
    ) -> Double {
        let variance = volatility * volatility
        let drift = (rate - dividendYield) / variance - 0.5
        let exponent = -drift - (drift * drift + 2 * rate / variance).squareRoot()
        let perpetual = min(exponent / (exponent - 1), start)
        guard perpetual < start else { return 0 }
        let decay =
            (min((rate - dividendYield) * rootYears * rootYears, 0) - 2 * volatility * rootYears) * start
            / (start - perpetual)
        let boundary = perpetual + (start - perpetual) * Elementary.exp(decay)
        return -Elementary.log(boundary / start)
    }
}
