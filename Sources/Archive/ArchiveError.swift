internal import Foundation
public import Input

/// Why the archive cannot be read or written. Whatever is thrown, no published run has changed.
public enum ArchiveError: Error, Equatable, Sendable {
    /// What was to be done with a file or folder.
    public enum Action: String, Sendable {
        /// To read it.
        case read
        /// To write it.
        case written
        /// To make the folder.
        case made = "made"
        /// To give it its place.
        case moved = "moved into place"
        /// To remove it.
        case removed = "removed"
    }

    /// There is no archive at the path.
    case missing(path: String)
    /// The log is gone from an archive of which other things stand: `HEAD`, or the folder of a run.
    case lostLog(path: String, trace: String)
    /// A line of the log is not bound to the one before it.
    case brokenLog(path: String, line: Int)
    /// The system refused to do something with a file; the code is that of `errno`.
    case refused(path: String, action: Action, code: Int32)
    /// Something else than a file stands where one of the archive should be read.
    case irregular(path: String, FileKind)
    /// A file is larger than any of the archive, in bytes.
    case tooLarge(path: String, bound: Int)
    /// Something that is no part of the archive stands where something of it must go.
    case occupied(path: String, by: String)
    /// A draft breaks a rule.
    case invalidDraft(report: String, rule: String)
    /// A run of this kind and period with other inputs is there, and the draft does not say why it is made anew.
    case noReason(report: String, standing: Place)
    /// What the report wrote cannot be archived.
    case invalidOutput(name: String, rule: String)
    /// A line of the log is no record.
    case damagedLog(path: String, line: Int, detail: String)
    /// The log ends within a line, and no interrupted publication explains it.
    case tornLog(path: String, line: Int)
    /// `HEAD` is not that of the log.
    case strangeHead(path: String, found: String, expected: String)
    /// What an interrupted publication left does not fit the log.
    case strangeRemnant(path: String, detail: String)
    /// A run was published or removed, and not all that follows could be done; the next writer does it.
    case unfinished(place: Place, reason: String)
    /// No run has this name.
    case unknownRun(name: String, nearest: String?)
    /// The run was removed.
    case removedRun(place: Place, person: String, reason: String)
    /// A file is not what its run wrote.
    case altered(path: String)
    /// A manifest cannot be read.
    case damagedManifest(path: String, detail: String)
}

extension ArchiveError {
    /// Why a file of the archive was not read.
    init(_ refusal: FileRefusal) {
        self =
            switch refusal.reason {
            case .missing: .refused(path: refusal.path, action: .read, code: ENOENT)
            case .kind(.folder): .refused(path: refusal.path, action: .read, code: EISDIR)
            case .kind(let kind): .irregular(path: refusal.path, kind)
            case .size(_, let bound), .endless(let bound): .tooLarge(path: refusal.path, bound: bound)
            case .system(let code): .refused(path: refusal.path, action: .read, code: code)
            }
    }
}

extension ArchiveError: CustomStringConvertible {
    /// The thing, the rule, the value seen and the remedy in one line.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no archive; check the path, or publish a first report there"
        case .lostLog(let path, let trace):
            "\(path): is gone, though \(trace) stands beside it; nothing was written; restore the log from a backup"
        case .brokenLog(let path, let line):
            "\(path):\(line): is not bound to the line before it, so that one of the two was edited, or lines were taken out, moved or "
                + "put in; nothing was written; report verify says more; restore the log from a backup"
        case .refused(let path, let action, let code):
            "\(path): cannot be \(action.rawValue) (\(String(cString: strerror(code)))); \(ArchiveError.remedy(code))"
        case .irregular(let path, let kind):
            "\(path): is \(kind.words) where a file or folder of the archive should be, and is not read; verify the archive and "
                + "restore it from a backup"
        case .tooLarge(let path, let bound):
            "\(path): has more than the \(bound) bytes that are read; verify the archive and restore it from a backup"
        case .occupied(let path, let by):
            "\(path): is in the way of the archive (\(by)) and is left as it is; move it elsewhere"
        case .invalidDraft(let report, let rule):
            "\(report): cannot be published: \(rule)"
        case .noReason(let report, let standing):
            "\(report): was published before, as \(standing), from other inputs; say why it is made anew, and it becomes the next revision"
        case .invalidOutput(let name, let rule):
            "'\(name)': cannot be archived: \(rule)"
        case .damagedLog(let path, let line, let detail):
            "\(path):\(line): is no line of the archive's log (\(detail)); nothing was written; restore the log from a backup"
        case .tornLog(let path, let line):
            "\(path):\(line): the line is cut off and no interrupted publication explains it; nothing was written; compare with a backup and remove the rest of the line"
        case .strangeHead(let path, let found, let expected):
            "\(path): says \(found), and the log is at \(expected); nothing was written; find out who changed it, "
                + "hold both against a head from a mail, and restore the one that is wrong"
        case .strangeRemnant(let path, let detail):
            "\(path): an interrupted publication left it, but it does not fit the log (\(detail)); nothing was written; "
                + "verify the archive, restore the log from a backup or move the file elsewhere"
        case .unfinished(let place, let reason):
            "\(place): log, HEAD and index could not all be written: \(reason); the next run brings them into order"
        case .unknownRun(let name, let nearest):
            "'\(name)': no run has this name"
                + (nearest.map { "; the nearest is '\($0)'" } ?? "; report history lists them")
        case .removedRun(let place, let person, let reason):
            "\(place): was removed by \(person) (\(reason)); only its line in the log is left"
        case .altered(let path):
            "\(path): is not what was published; verify the archive and restore the file from a backup"
        case .damagedManifest(let path, let detail):
            "\(path): cannot be read (\(detail)); restore it from a backup, or use a newer program"
        }
    }

    static func remedy(_ code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "free some space and try again"
        case EFBIG: "the limit on file sizes is too low; raise it and try again"
        case EROFS: "the file system can only be read; mount it for writing or name another folder"
        case EACCES, EPERM: "check the permissions of the file and its folder"
        case ENOTDIR, EISDIR, EEXIST, ENOTEMPTY, ELOOP: "something else is in the way; move it elsewhere"
        case ENOENT: "check the path"
        case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n) and try again"
        case ENAMETOOLONG: "the path is longer than the system allows; move the folder elsewhere"
        case EXDEV: "the archive must lie on one file system"
        default: "check the disk"
        }
    }
}
