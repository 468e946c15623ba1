extension Returns {
    /// Every descent of the compounded curve, in order of time. The starting row counts as a peak: a loss on the
    /// first day is a drawdown.
    public var drawdowns: [Drawdown] {
        guard let base, let asOf = days.last else { return [] }
        let path = wealth
        let dates = [base] + days
        var episodes: [Drawdown] = []
        var peak = 0
        var trough = 0
        func episode(to index: Int, recovered: Bool) -> Drawdown {
            Drawdown(
                depth: path[trough] / path[peak] - 1, peak: dates[peak], trough: dates[trough],
                recovery: recovered ? dates[index] : nil, asOf: asOf, sessions: index - peak)
        }
        for index in path.indices.dropFirst() {
            if path[index] >= path[peak] {
                if trough > peak { episodes.append(episode(to: index, recovered: true)) }
                peak = index
                trough = index
            } else if trough == peak || path[index] < path[trough] {
                trough = index
            }
        }
        if trough > peak { episodes.append(episode(to: dates.count - 1, recovered: false)) }
        return episodes
    }

    /// The deepest descent, the earliest of equals; nil where the curve never fell.
    public var deepestDrawdown: Drawdown? {
        drawdowns.reduce(nil) { deepest, next in
            deepest.map { next.depth < $0.depth ? next : $0 } ?? next
        }
    }

    /// The maximum drawdown, min over t of W_t ÷ max(W_0 … W_t) − 1: zero or negative, a fraction, −1 where the capital
    /// is gone. Source: Magdon-Ismail and Atiya, "Maximum Drawdown", Risk 17 (2004).
    public var maxDrawdown: Figure {
        count > 0 ? .value(deepestDrawdown?.depth ?? 0, n: count) : .undefined(.noData, n: 0)
    }
}
