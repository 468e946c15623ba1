public import Metrics

/// Computed figures: what a notebook can name beside the history's own views.
public struct ReportFigures: Sendable {
    /// The single figures.
    public var scalars: [Scalar] = []
    /// The tables.
    public var datasets: [Dataset] = []

    /// No figures yet.
    public init() {}

    /// Takes up more; of two scalars of one name the first counts.
    mutating func add(_ scalars: [Scalar], _ datasets: [Dataset]) {
        self.scalars += scalars.filter { new in !self.scalars.contains { $0.name == new.name } }
        self.datasets += datasets
    }
}
