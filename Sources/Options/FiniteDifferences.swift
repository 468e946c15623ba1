internal import Mathematics

/// The equation of Black and Scholes on a grid in ln(spot), with cash dividends and early exercise.
///
/// The spot is lognormal between ex-dividend dates and falls by the dividend on them. Steps in time by Crank and
/// Nicolson (1947), the first after each date implicit (Rannacher, 1984); early exercise is solved for in each step by
/// Brennan and Schwartz (1977). Second order in both steps.
struct FiniteDifferences {
    private let inputs: PricingInputs
    private let step: Double
    /// From the end at which exercise pays most: ascending for puts, descending for calls.
    private let spots: [Double]
    private let payoff: [Double]
    private var values: [Double]

    /// The value now and its derivatives in the spot, extrapolated from two grids (Richardson, 1911). Dividends must lie
    /// between now and expiration.
    static func solve(
        _ inputs: PricingInputs, dividends: [CashDividend]
    ) -> AmericanOption.Slopes {
        let coarse = solve(inputs, dividends: dividends, points: 401)
        let fine = solve(inputs, dividends: dividends, points: 801)
        guard coarse.isHeld, fine.isHeld else { return fine }
        func extrapolated(_ figure: (AmericanOption.Slopes) -> Double) -> Double {
            (4 * figure(fine) - figure(coarse)) / 3
        }
        return AmericanOption.Slopes(
            price: extrapolated(\.price), delta: extrapolated(\.delta), gamma: extrapolated(\.gamma), isHeld: true)
    }

    private static func solve(
        _ inputs: PricingInputs, dividends: [CashDividend], points: Int
    ) -> AmericanOption.Slopes {
        let due = dividends.sorted { $0.years < $1.years }
        var grid = FiniteDifferences(
            inputs, paid: due.reduce(0) { $0 + $1.amount }, points: points)
        var left = inputs.years
        for dividend in due.reversed() {
            grid.advance(by: left - dividend.years)
            grid.fall(by: dividend.amount)
            left = dividend.years
        }
        grid.advance(by: left)
        return grid.slopes
    }

    /// A grid around the spot, wide enough for six standard deviations, the drift and the dividends on either side.
    private init(_ inputs: PricingInputs, paid: Double, points: Int) {
        let deviation = inputs.volatility * inputs.years.squareRoot()
        let drift = (inputs.rate - inputs.dividendYield).magnitude * inputs.years
        let money = Elementary.log(inputs.spot / inputs.strike).magnitude
        let fall = paid < 0.9 * inputs.spot ? -Elementary.log(1 - paid / inputs.spot) : 2.3
        let step = 2 * (6 * deviation + drift + fall + min(money, 6 * deviation)) / Double(points - 1)
        let sign = inputs.right.sign
        let middle = points / 2
        let spots = (0..<points).map { inputs.spot * Elementary.exp(-sign * Double($0 - middle) * step) }
        self.inputs = inputs
        self.step = step
        self.spots = spots
        payoff = spots.map { max(0, sign * ($0 - inputs.strike)) }
        // The payoff averaged over its cell: a kink between two points would cost the second order.
        values = spots.map { spot in
            let low = spot * Elementary.exp(-0.5 * step)
            let high = spot * Elementary.exp(0.5 * step)
            guard low < inputs.strike, inputs.strike < high else { return max(0, sign * (spot - inputs.strike)) }
            let end = inputs.right == .call ? high : low
            return (end - inputs.strike - inputs.strike * Elementary.log(end / inputs.strike)) / step
        }
    }

    /// Goes back in time, in steps that grow evenly: the exercise boundary moves like the root of the time since the
    /// start (Forsyth and Vetzal, 2002). The first four are implicit.
    private mutating func advance(by time: Double) {
        let steps = 200
        guard time > 0 else { return }
        for index in 0..<steps {
            take(time * Double(2 * index + 1) / Double(steps * steps), implicitness: index < 4 ? 1 : 0.5)
        }
    }

    /// One step back in time: (1 − θτL)·v = (1 + (1 − θ)τL)·v₀ with v ≥ payoff, L the operator of the equation.
    private mutating func take(_ time: Double, implicitness: Double) {
        let variance = inputs.volatility * inputs.volatility
        let diffusion = 0.5 * variance / (step * step)
        // Towards the far end of the grid the spot rises for puts and falls for calls.
        let advection =
            -inputs.right.sign * 0.5 * (inputs.rate - inputs.dividendYield - 0.5 * variance) / step
        let (towardsNear, towardsFar) = (diffusion - advection, diffusion + advection)
        let centre = -2 * diffusion - inputs.rate
        let last = values.count - 1
        let explicit = (1 - implicitness) * time
        let implicit = implicitness * time
        var right = values
        for index in 1..<last {
            right[index] +=
                explicit
                * (towardsNear * values[index - 1] + centre * values[index] + towardsFar * values[index + 1])
        }
        // Elimination from the far end, so that substitution starts where exercise pays most.
        var inverses = [Double](repeating: 0, count: values.count)
        right[last] = 0
        for index in stride(from: last - 1, to: 0, by: -1) {
            let factor = -implicit * towardsFar * inverses[index + 1]
            inverses[index] = 1 / (1 - implicit * centre + factor * implicit * towardsNear)
            right[index] -= factor * right[index + 1]
        }
        let kept = values[0] * Elementary.exp(-inputs.rate * time)
        values[0] = max(kept, payoff[0])
        for index in 1..<last {
            let solved = (right[index] + implicit * towardsNear * values[index - 1]) * inverses[index]
            values[index] = max(solved, payoff[index])
        }
        values[last] = 0
    }

    /// The value before the spot falls by a dividend: that after it at the lower spot, by cubic interpolation.
    private mutating func fall(by amount: Double) {
        let after = values
        let lowest = min(spots[0], spots[spots.count - 1])
        for index in values.indices {
            let spot = max(spots[index] - amount, lowest)
            let distance = -inputs.right.sign * Elementary.log(spot / inputs.spot) / step
            let value = Self.cubic(after, Double(values.count / 2) + distance)
            values[index] = max(value, payoff[index])
        }
    }

    /// Lagrange's cubic through the four values around a position.
    private static func cubic(_ values: [Double], _ position: Double) -> Double {
        let base = min(max(Int(position) - 1, 0), values.count - 4)
        let (a, b) = (position - Double(base), position - Double(base) - 1)
        let (c, d) = (a - 2, a - 3)
        return (values[base + 3] * a * b * c - values[base] * b * c * d) / 6
            + (values[base + 1] * a * c * d - values[base + 2] * a * b * d) / 2
    }

    /// The value at the middle of the grid, where the spot is, and its derivatives.
    private var slopes: AmericanOption.Slopes {
        let middle = values.count / 2
        let (near, here, far) = (values[middle - 1], values[middle], values[middle + 1])
        let first = -inputs.right.sign * (far - near) / (2 * step)
        let second = (far - 2 * here + near) / (step * step)
        return AmericanOption.Slopes(
            price: here, delta: first / inputs.spot, gamma: (second - first) / (inputs.spot * inputs.spot),
            isHeld: here > payoff[middle])
    }
}
