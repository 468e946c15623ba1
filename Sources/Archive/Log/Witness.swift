/// How long a log is and the digest of its last line: whoever keeps a copy elsewhere can tell later whether the log still
/// begins with the lines that it had then.
public struct Witness: Hashable, Sendable, CustomStringConvertible {
    /// How many lines the log has.
    public let size: Int
    /// The SHA-256 of its last line, 64 digits.
    public let digest: String

    /// A log's size and digest.
    public init(size: Int, digest: String) {
        self.size = size
        self.digest = digest
    }

    /// Reads `1301:3a7b…`, or the three lines of a `HEAD`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if let head = Head(text) {
            self = head.witness
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let witness = Witness(size: parts[0], digest: parts[1]) else { return nil }
        self = witness
    }

    init?(size: some StringProtocol, digest: some StringProtocol) {
        guard let number = Int(size), number > 0, "\(number)" == size, Witness.isDigest(digest) else { return nil }
        self.init(size: number, digest: String(digest))
    }

    /// `1301:3a7b…`, as mails carry it.
    public var description: String { "\(size):\(digest)" }

    /// Whether a text is 64 hexadecimal digits in small letters.
    static func isDigest(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
