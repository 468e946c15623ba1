/// When a check is a warning, and when it cannot be believed. Every key may be left out of a settings file.
public struct ChecklistSettings: Hashable, Sendable, Codable {
    /// A value beyond this share of its limit is a warning.
    public var warningShare = 0.9
    /// A session's last snapshot may be this many minutes older than the close.
    public var snapshotMinutes = 120

    /// The desk's usual settings.
    public init() {}

    /// Reads the keys that are there.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        warningShare = try keys.decodeIfPresent(Double.self, forKey: .warningShare) ?? warningShare
        snapshotMinutes = try keys.decodeIfPresent(Int.self, forKey: .snapshotMinutes) ?? snapshotMinutes
        guard (0...1).contains(warningShare), snapshotMinutes >= 0 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "warningShare \(warningShare) must lie in 0...1, snapshotMinutes "
                        + "\(snapshotMinutes) must not be negative"))
        }
    }
}
