/// The magnitude of a short option's delta at entry, per share.
public struct DeltaRange: Hashable, Sendable, Codable {
    /// The least magnitude, itself allowed; 0.10 by default.
    public var minimum = 0.10
    /// The greatest magnitude, itself allowed; 0.20 by default.
    public var maximum = 0.20
    /// The magnitude to come nearest to; 0.15 by default.
    public var target = 0.15

    /// The desk's range: 0.10 to 0.20 around 0.15.
    public init() {}
}
