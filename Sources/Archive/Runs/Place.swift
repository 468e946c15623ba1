/// Where a run stands in the archive, which is also its name: kind of report, period and revision.
public struct Place: Hashable, Sendable {
    /// The kind of report, as in `weekly`.
    public let kind: String
    /// What the report is about.
    public let period: Period
    /// 1 for the first run of this kind and period, 2 for its first correction, and so on.
    public let revision: Int

    /// A place; nil where the kind is no word of small letters, digits and hyphens (at most 40, a letter first) or the
    /// revision is none of 1 to 999,999.
    public init?(kind: String, period: Period, revision: Int) {
        guard Place.isKind(kind), (1...999_999).contains(revision) else { return nil }
        self.kind = kind
        self.period = period
        self.revision = revision
    }

    /// Reads a path or a name: `2026/W31/weekly/r1` or `2026-W31-weekly-r1`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if text.contains("/") {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 4 else { return nil }
            self.init(period: "\(parts[0])-\(parts[1])", kind: String(parts[2]), revision: parts[3])
        } else {
            guard let split = text.lastIndex(of: "-") else { return nil }
            let head = text[..<split]
            let length = head.dropFirst(5).first == "W" ? 8 : 10
            guard head.count > length + 1, head.dropFirst(length).first == "-" else { return nil }
            self.init(
                period: String(head.prefix(length)), kind: String(head.dropFirst(length + 1)),
                revision: text[text.index(after: split)...])
        }
    }

    private init?(period: String, kind: String, revision: some StringProtocol) {
        // `r01` and `r+1` would be further names of one place.
        guard revision.first == "r", let number = Int(revision.dropFirst()), "r\(number)" == revision,
            let period = Period(period)
        else { return nil }
        self.init(kind: kind, period: period, revision: number)
    }

    private static func isKind(_ kind: String) -> Bool {
        let bytes = kind.utf8
        guard let first = bytes.first, (97...122).contains(first), bytes.count <= 40 else { return false }
        return bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// The folder below the archive's root: `2026/W31/weekly/r1`.
    public var path: String { "\(period.description.prefix(4))/\(pathInYear)" }

    /// The folder below that of the year: `W31/weekly/r1`.
    var pathInYear: String { "\(period.nameInYear)/\(kind)/r\(revision)" }

    /// The name on pages and in addresses: `2026-W31-weekly-r1`.
    public var name: String { "\(period)-\(kind)-r\(revision)" }

    /// What it is a revision of.
    var series: Series { Series(kind: kind, period: period) }
}

extension Place: CustomStringConvertible {
    /// `2026/W31/weekly/r1`.
    public var description: String { path }
}

/// All revisions of one report: a kind and a period.
struct Series: Hashable, Sendable {
    let kind: String
    let period: Period
}
