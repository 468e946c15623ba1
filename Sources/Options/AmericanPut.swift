internal import Mathematics

/// An American put, or the call that mirrors it: a call on spot S with strike K, rate r and yield q is worth as much as
/// a put on spot K with strike S, rate q and yield r (McDonald and Schroder, 1998).
struct AmericanPut {
    let spot: Double
    let strike: Double
    let years: Double
    let rate: Double
    let dividendYield: Double
    let volatility: Double

    private static let quadrature = QuarterTurn(count: 64)

    init(mirroring inputs: PricingInputs) {
        let isCall = inputs.right == .call
        spot = isCall ? inputs.strike : inputs.spot
        strike = isCall ? inputs.spot : inputs.strike
        rate = isCall ? inputs.dividendYield : inputs.rate
        dividendYield = isCall ? inputs.rate : inputs.dividendYield
        years = inputs.years
        volatility = inputs.volatility
    }

    /// How the right to exercise early bears on the value.
    enum Exercise {
        /// Never worth while: the value is European.
        case never
        /// Worth while below one boundary.
        case below(ExerciseBoundary)
        /// Worth while between two boundaries: a negative rate, and a yield below it.
        case between
    }

    /// Exercise earns rate·strike − yield·spot a year: the sign of that below the strike decides.
    var exercise: Exercise {
        if rate > 0 {
            return .below(
                ExerciseBoundary(rate: rate, dividendYield: dividendYield, volatility: volatility, years: years))
        }
        return dividendYield >= rate ? .never : .between
    }

    /// The value above European exercise, and its first and second derivative in the spot; spot above the boundary.
    ///
    /// The integral of Kim (1990) over the time t = z² from now to exercise.
    func premium(_ boundary: ExerciseBoundary) -> (value: Double, delta: Double, gamma: Double) {
        let root = years.squareRoot()
        let money = Elementary.log(spot / (strike * boundary.start))
        let quadrature = Self.quadrature
        var (value, delta, gamma) = (0.0, 0.0, 0.0)
        for index in stride(from: 0, to: quadrature.weights.count, by: 2) {
            let share = Lanes(quadrature.sines[index], quadrature.sines[index + 1])
            let cosine = Lanes(quadrature.cosines[index], quadrature.cosines[index + 1])
            let z = root * share
            let t = z * z
            let deviation = volatility * z
            let depth = boundary.depth(cosine)
            let middle = (money + depth + (rate - dividendYield) * t) / deviation
            let plus = middle + 0.5 * deviation
            let minus = middle - 0.5 * deviation
            let weight = 2 * cosine * Lanes(quadrature.weights[index], quadrature.weights[index + 1]) * root * z
            let cash = weight * rate * strike * Elementary.exp(-rate * t)
            let asset = weight * dividendYield * Elementary.exp(-dividendYield * t)
            let cashDensity = cash * Normal.peak * Elementary.exp(-0.5 * minus * minus) / (spot * deviation)
            let assetDensity = asset * Normal.peak * Elementary.exp(-0.5 * plus * plus) / deviation
            let assetTail = asset * Normal.cumulative(-plus)
            let values = cash * Normal.cumulative(-minus) - spot * assetTail
            let slopes = assetDensity - cashDensity - assetTail
            let bends =
                cashDensity / spot * (1 + minus / deviation) + assetDensity / spot * (1 - plus / deviation)
            value += values[0] + values[1]
            delta += slopes[0] + slopes[1]
            gamma += bends[0] + bends[1]
        }
        return (value, delta, gamma)
    }
}
