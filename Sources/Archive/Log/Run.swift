public import Dates

/// A published report as the log has it: where it stands, what binds it, and what the index shows of it, so that no index
/// ever reads an old report again.
public struct Run: Hashable, Sendable {
    /// The number of its line in the log, from 1, in the order of publication.
    public let sequence: Int
    /// When it was published.
    public let time: Instant
    /// Where it stands.
    public let place: Place
    /// The date that the report takes for today.
    public let asOf: Day
    /// The revision that it corrects; nil for a first one.
    public let supersedes: Place?
    /// Why it was made anew; nil for a first revision.
    public let reason: String?
    /// The digest over everything that the report depends on.
    public let inputID: String
    /// The SHA-256 of its manifest.
    public let manifest: String
    /// The files of the report that a reader opens, among ``readable``.
    public let files: [String]
    /// What it came to.
    public let outcome: Outcome
    /// How many things there are to look at.
    public let warnings: Int
    /// The digest of the line before; for the first line that of the archive's origin.
    public let previous: String

    /// The files that an index links to.
    static let readable = ["index.html", "report.md", "report.xlsx"]

    /// The file that its title leads to.
    var opened: String { Run.readable.first { files.contains($0) } ?? Archive.manifestName }
}
