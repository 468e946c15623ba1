/// A scalar's stable name with what it means.
public struct ScalarDefinition: Hashable, Sendable {
    /// The stable name.
    public let name: String
    /// What it is measured in.
    public let unit: Unit
    /// What it means, in a sentence without a full stop.
    public let definition: String

    /// A scalar with its meaning.
    public init(_ name: String, _ unit: Unit, _ definition: String) {
        self.name = name
        self.unit = unit
        self.definition = definition
    }
}
