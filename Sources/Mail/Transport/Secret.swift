/// A password or an address that opens a door: usable, but never shown.
///
/// Whatever prints, interpolates, dumps or mirrors one, or a value that holds one, shows `•••`.
public struct Secret: Sendable {
    /// What the secret is. Only what hands it to its door reads it.
    let revealed: String

    /// Something to keep to oneself.
    public init(_ text: String) { revealed = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `•••`.
    public var description: String { "•••" }
    /// `•••`.
    public var debugDescription: String { description }
    /// A mirror that shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
