import Metrics

/// Reading datasets and scalars by name.
extension WeeklyReview {
    func scalar(_ name: String) -> Value? { scalars.first { $0.name == name }?.value }
    func dataset(_ name: String) -> Dataset? { datasets.first { $0.name == name } }
}

extension Dataset {
    /// The cells of one column, in order.
    func column(_ name: String) -> [Value] {
        index(of: name).map { index in rows.map { $0[index] } } ?? []
    }

    /// The cell of a column in the first row whose first cell is this text.
    func cell(_ key: String, _ column: String) -> Value? {
        guard let index = index(of: column) else { return nil }
        return rows.first { $0.first == .text(key) }?[index]
    }
}
