public import Input

/// What an import did, row by row counted, with everything that was found.
public struct ImportReport: Equatable, Sendable {
    /// What the file holds.
    public let kind: ImportKind
    /// The file's name.
    public let source: String
    /// Whether anything was written; a file with a refused row is not, unless told to keep going.
    public internal(set) var isCommitted = false
    /// Rows that the file has.
    public internal(set) var rowsRead = 0
    /// Rows that came in new.
    public internal(set) var imported = 0
    /// Rows that brought the exit of a trade that had come in open.
    public internal(set) var updated = 0
    /// Of both, rows that came in with a finding.
    public internal(set) var withFinding = 0
    /// Rows that stood in the history already.
    public internal(set) var alreadyThere = 0
    /// Rows that were refused; a header that cannot be used counts as one.
    public internal(set) var refused = 0
    /// Whether the file could not be read as a whole, so that no row of it comes in even where good ones are wanted: its header
    /// cannot be used, reading broke off, or there was no end of faults.
    public internal(set) var isUnreadable = false
    /// Columns beyond the format, kept with each row as notes.
    public internal(set) var notes: [String] = []
    /// Everything that was found, in order of the rows.
    public internal(set) var findings: [Finding] = []
    /// The refused rows as CSV, with their line and the reason before their own columns; nil when none was refused or
    /// the file is no CSV. Mended, it can be imported as it is.
    public internal(set) var rejects: String?

    init(kind: ImportKind, source: String) {
        self.kind = kind
        self.source = source
    }

    /// How often each rule was broken, by rule.
    public var findingCounts: [(rule: String, count: Int)] {
        var counts: [String: Int] = [:]
        for finding in findings { counts[finding.rule, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) }
    }
}

extension ImportReport: CustomStringConvertible {
    /// A line of counts, then a line for each rule that was broken.
    public var description: String {
        var head = "\(source): \(rowsRead) rows of \(kind.rawValue): \(imported) imported"
        if updated > 0 { head += ", \(updated) completed" }
        head += " (\(withFinding) with a finding), \(alreadyThere) there already, \(refused) refused"
        if !isCommitted {
            head += refused > 0 ? "; nothing was written, because rows were refused" : "; nothing was written"
        }
        return ([head] + findingCounts.map { "  \($0.rule): \($0.count)" }).joined(separator: "\n")
    }
}
