/// A range within which a true value is held to lie, at the level of confidence that its maker names.
public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// A range from its lower to its upper end.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Whether a value lies within, ends included.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
