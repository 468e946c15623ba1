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
    /// What was found, in order of the rows: the first thousand of each rule. The history keeps all that was found in a file
    /// that came in.
    public private(set) var findings: [Finding] = []
    private var ruleCounts: [String: Int] = [:]
    private var severityCounts: [Finding.Severity: Int] = [:]
    /// The refused rows as CSV, with their line and the reason before their own columns; nil when none was refused or
    /// the file is no CSV. Mended, it can be imported as it is.
    public internal(set) var rejects: String?

    init(kind: ImportKind, source: String) {
        self.kind = kind
        self.source = source
    }

    /// Findings of each rule that are kept.
    private static let kept = 1_000

    /// How often each rule was broken, by rule.
    public var findingCounts: [(rule: String, count: Int)] {
        ruleCounts.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) }
    }

    /// How much was found of a severity, kept or not.
    public func count(of severity: Finding.Severity) -> Int { severityCounts[severity, default: 0] }

    /// Whether more was found than is kept here.
    public var isAbridged: Bool { ruleCounts.values.contains { $0 > Self.kept } }

    mutating func add(_ found: [Finding]) {
        for finding in found {
            ruleCounts[finding.rule, default: 0] += 1
            severityCounts[finding.severity, default: 0] += 1
            if ruleCounts[finding.rule, default: 0] <= Self.kept { findings.append(finding) }
        }
    }

    /// For an import that was carried back: what was found stays, what was written does not.
    mutating func forgetWhatWasWritten() {
        (imported, updated, withFinding, alreadyThere) = (0, 0, 0, 0)
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
