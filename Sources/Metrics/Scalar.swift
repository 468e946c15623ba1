/// A single named figure of a review, such as `win_rate`.
public struct Scalar: Hashable, Sendable {
    /// The stable name.
    public let name: String
    /// What it is measured in.
    public let unit: Unit
    /// The value, or why there is none.
    public let value: Value

    /// A named figure.
    public init(_ name: String, _ unit: Unit, _ value: Value) {
        self.name = name
        self.unit = unit
        self.value = value
    }
}
