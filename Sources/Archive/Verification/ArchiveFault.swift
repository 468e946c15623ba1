internal import Foundation
internal import Input

/// Something in the archive that is not as it was published.
public struct ArchiveFault: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: String, CaseIterable, Sendable {
        /// A run's file has other bytes than its manifest says.
        case changedFile = "changed file"
        /// A run's file is gone.
        case missingFile = "missing file"
        /// Something stands in the archive that no run wrote.
        case extraFile = "extra file"
        /// A run in the log has no folder.
        case missingRun = "missing run"
        /// A manifest has other bytes than the log says.
        case changedManifest = "changed manifest"
        /// A manifest and the log say different things of a run, or either of itself.
        case contradiction
        /// A line of the log was edited: the line after it, or `HEAD`, is bound to another.
        case brokenLink = "broken link"
        /// A line of the log is gone.
        case missingLine = "missing line"
        /// Lines of the log do not stand in their order.
        case linesOutOfOrder = "lines out of order"
        /// A line of the log is no record.
        case unreadableLine = "unreadable line"
        /// The log ends within a line.
        case tornTail = "torn tail"
        /// `HEAD` names the line before the last, as a crash leaves it.
        case headBehind = "head behind the log"
        /// `HEAD` names an earlier line: an old one was put back.
        case oldHead = "old head"
        /// `HEAD` is gone, or names a line that is not in the log.
        case strangeHead = "strange head"
        /// The log has fewer lines than a witness saw.
        case shorterThanWitness = "log shorter than the witness"
        /// The log does not hold the line that a witness saw: history was written anew.
        case rewrittenHistory = "rewritten history"
        /// A publication or removal was interrupted, or is going on.
        case unfinished = "unfinished work"
        /// An index page is not what the log gives.
        case changedIndex = "changed index"
        /// Something cannot be read, so that nothing can be said of it.
        case unreadable

        /// Whether a crash leaves it and the next publication mends it, so that it is no sign of a changed archive.
        public var isLeftByCrash: Bool { self == .unfinished || self == .headBehind }
    }

    /// What is wrong.
    public let kind: Kind
    /// Where: a path below the archive's root; in the log with the line, as in `log.jsonl:17`.
    public let place: String
    /// The rule, the values seen and, where there is one, the remedy.
    public let message: String

    /// `changed file: 2026/W31/weekly/r1/report.md: …`
    public var description: String { Excerpt.whole("\(kind.rawValue): \(place): \(message)") }
}

extension ArchiveFault {
    /// A file that the system does not let be read, with what it says and the remedy.
    static func unreadable(_ place: String, _ error: ArchiveError) -> ArchiveFault {
        guard case .refused(_, _, let code) = error else {
            return ArchiveFault(kind: .unreadable, place: place, message: "\(error)")
        }
        return ArchiveFault(
            kind: .unreadable, place: place,
            message: "\(String(cString: strerror(code))); \(ArchiveError.remedy(code))")
    }
}
