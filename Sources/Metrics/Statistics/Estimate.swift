/// A figure with its interval, which exists only where the figure does.
public struct Estimate: Hashable, Sendable {
    /// The value or why there is none.
    public let figure: Figure
    /// The interval at 95 %, unless its maker says otherwise; nil where none can be given.
    public let interval: Interval?

    /// A figure with its interval.
    public init(_ figure: Figure, _ interval: Interval? = nil) {
        self.figure = figure
        self.interval = figure.value == nil ? nil : interval
    }

    /// The lower end of the interval as a cell: the reason of an undefined figure, null where a defined one has no interval.
    public var low: Value { end(interval?.low) }
    /// The upper end of the interval as a cell: the reason of an undefined figure, null where a defined one has no interval.
    public var high: Value { end(interval?.high) }

    private func end(_ value: Double?) -> Value {
        // A one-sided interval has an end at infinity, which no cell may hold.
        guard let value, value.isFinite else { return figure.reason.map(Value.undefined) ?? .null }
        return .number(value)
    }
}
