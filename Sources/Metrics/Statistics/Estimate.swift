/// A figure with its interval, which exists only where the figure does.
public struct Estimate: Hashable, Sendable {
    /// The value or why there is none.
    public let figure: Figure
    /// The interval at 95 %, unless its maker says otherwise; nil where there is none.
    public let interval: Interval?
    /// Why a figure with a value has no interval; nil where it has one, or where the figure is of a kind that has none.
    public let lacking: Undefined?

    /// A figure with its interval, or with the reason for which it lacks one.
    public init(_ figure: Figure, _ interval: Interval? = nil, lacking: Undefined? = nil) {
        self.figure = figure
        self.interval = figure.value == nil ? nil : interval
        self.lacking = self.interval == nil ? figure.reason ?? lacking : nil
    }

    /// The lower end of the interval as a cell: a reason where it lacks one, null where the figure is of a kind that has
    /// none.
    public var low: Value { end(interval?.low) }
    /// The upper end of the interval as a cell, as ``low``.
    public var high: Value { end(interval?.high) }

    private func end(_ value: Double?) -> Value {
        // A one-sided interval has an end at infinity, which no cell may hold.
        guard let value, value.isFinite else { return lacking.map(Value.undefined) ?? .null }
        return .number(value)
    }
}
