/// Standard normal numbers with given correlations, by the Cholesky factor of the correlation matrix.
struct CorrelatedShocks: Sendable {
    /// Rows of the lower triangular factor.
    private let factor: [[Double]]

    /// The factor of the funds' own correlations. Throws where they do not fit the funds, or are no correlation matrix.
    init(of settings: SimulationSettings) throws(SimulationError) {
        try self.init(belowDiagonal: settings.ownCorrelations)
        guard settings.ownCorrelations.count == settings.funds.count - 1 else {
            throw .invalidCorrelations(
                problem: "has \(settings.ownCorrelations.count) rows for \(settings.funds.count) funds")
        }
    }

    /// The factor of a matrix given by its rows below the diagonal. Throws where that is no correlation matrix.
    init(belowDiagonal rows: [[Double]]) throws(SimulationError) {
        var factor: [[Double]] = []
        for (i, row) in rows.enumerated() {
            guard row.count == i, row.allSatisfy({ abs($0) <= 1 }) else {
                throw .invalidCorrelations(problem: "has a faulty row \(i + 1): \(row)")
            }
            var line: [Double] = []
            for j in 0..<i {
                let inner = (0..<j).reduce(0.0) { $0 + line[$1] * factor[j][$1] }
                line.append((row[j] - inner) / factor[j][j])
            }
            let left = 1 - line.reduce(0) { $0 + $1 * $1 }
            guard left > 1e-12 else {
                throw .invalidCorrelations(problem: "contradict each other in row \(i + 1): \(row)")
            }
            factor.append(line + [left.squareRoot()])
        }
        self.factor = factor
    }

    /// Turns independent standard normal numbers into correlated ones, one a row.
    func correlated(_ independent: [Double]) -> [Double] {
        factor.map { row in
            row.indices.reduce(0.0) { $0 + row[$1] * independent[$1] }
        }
    }
}
