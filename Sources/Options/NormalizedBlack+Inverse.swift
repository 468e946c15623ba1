internal import Mathematics

extension NormalizedBlack {
    /// The standard deviation s at which the formula gives a price, 0 < price < maximum.
    ///
    /// A close start from the arithmetic model of Bachelier or, near the maximum, from its tails; then Householder's
    /// third-order iteration, as Jäckel (2015), on whichever of 1/ln(price), price and ln(shortfall) is nearly
    /// straight there. A bracket stands by.
    ///
    /// - Parameter shortfall: maximum − price, handed in because the caller can form it without cancellation.
    func standardDeviation(price: Double, shortfall: Double) -> Double {
        var s = start(price: price, shortfall: shortfall)
        var low = 0.0
        var high = Double.infinity
        for _ in 0..<100 {
            let point = point(s)
            let isAbove = point.price > price || (point.price == price && point.shortfall < shortfall)
            if isAbove { high = s } else { low = s }
            let step = step(from: s, point, price: price, shortfall: shortfall)
            var next = s + step
            let isInside = next > low && next < high
            if !isInside {
                // Also where the step is not a number: the iteration has left the range in which it makes sense.
                guard high < .infinity else {
                    if step == 0 { return s }
                    s = 2 * s
                    continue
                }
                if step.magnitude <= 4 * s.ulp { return s }
                next = low > 0 ? 0.5 * (low + high) : 0.5 * high
                guard next > low, next < high else { return next }
                s = next
                continue
            }
            // The error falls like the fourth power of the step.
            if step.magnitude < 1e-4 * s { return next }
            s = next
        }
        return s
    }

    /// One step of Householder's method of third order.
    @inline(__always)
    private func step(from s: Double, _ point: Point, price: Double, shortfall: Double) -> Double {
        let curvature = (x * x / (s * s) - 0.25 * s * s) / s
        let twist = curvature * curvature - 3 * (x / (s * s)) * (x / (s * s)) - 0.25
        if shortfall < 0.5 * maximum {
            // f = ln(shortfall)
            guard point.shortfall > 0 else { return .nan }
            let logs = Elementary.log(Lanes(point.shortfall, shortfall))
            let r = point.slope / point.shortfall
            return Self.householder(
                newton: (logs[0] - logs[1]) / r, curvature + r, twist + 3 * r * curvature + 2 * r * r)
        }
        if -x > 0.5 * s * s {
            // f = 1 ÷ ln(price)
            guard point.price > 0 else { return .nan }
            let logs = Elementary.log(Lanes(point.price, price))
            let r = point.slope / point.price
            let inverse = 1 / logs[0]
            let first = curvature - r
            return Self.householder(
                newton: (logs[1] - logs[0]) * logs[0] / (logs[1] * r), first - 2 * r * inverse,
                twist - 3 * r * curvature + 2 * r * r - 6 * r * first * inverse + 6 * r * r * inverse * inverse)
        }
        return Self.householder(newton: (price - point.price) / point.slope, curvature, twist)
    }

    /// −f/f′ corrected by f″/f′ and f‴/f′ (Householder, 1970).
    @inline(__always)
    private static func householder(newton: Double, _ second: Double, _ third: Double) -> Double {
        newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton * (1.0 / 6)))
    }

    /// A first s, mostly within a thousandth of the root.
    private func start(price: Double, shortfall: Double) -> Double {
        let distance = -x
        let scaled = price * 2.5066282746310002
        // The arithmetic model gives price = s·(φ(a) − a·Φ(−a)), a = distance/s: its inverse depends on one number.
        var s: Double
        if scaled > 1e8 * distance {
            s = scaled + 1.2533141373155003 * distance
        } else if scaled > 0.1171899910364443 * distance {
            let q = scaled / distance
            s =
                distance
                * (0.5114474396985292 + q * (8.520582488859441 + q * (17.918457042869395 + q * 7.38523887536144)))
                / (1 + q * (8.702965013007889 + q * 7.384479667827587))
        } else {
            let logs = Elementary.log(Lanes(scaled, distance))
            let u = (2 * (logs[1] - logs[0])).squareRoot()
            let a =
                (0.676992982125755 + u * (0.023044493042829732 + u * (-0.0515401623507872 + u * 0.18471322019471487)))
                / (1 + u * (-0.0016011977378004912 + u * 0.18410674345723074))
            s = distance / a
        }
        // The next term of the lognormal model, s²/24 at the money.
        let a = distance / s
        s += s * s * s / (24 + 8 * a * a)
        guard s > 1.2, s * s > 2 * distance else { return s }
        // Above the inflection: the shortfall falls like the tail of the normal distribution.
        let root = (0.5 * distance).squareRoot()
        let atInflection = maximum * (0.5 + Normal.peak * Normal.millsRatio(2 * root))
        let tail = min(shortfall / atInflection, 1) * Normal.cumulative(-root)
        return max(-2 * Normal.quantile(tail), 2 * root)
    }
}
