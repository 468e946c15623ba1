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

    /// The lower end of the interval as a cell; with the figure's reason where there is none.
    public var low: Value { end(interval?.low) }
    /// The upper end of the interval as a cell; with the figure's reason where there is none.
    public var high: Value { end(interval?.high) }

    private func end(_ value: Double?) -> Value {
        value.map(Value.number) ?? .undefined(figure.reason ?? .tooFew)
    }
}
