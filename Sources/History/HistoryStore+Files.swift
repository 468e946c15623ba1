internal import Foundation
internal import GRDB
internal import Input

/// Opening and copying of files.
extension HistoryStore {
    /// Sees that a path is that of a regular file before SQLite opens it, which would wait for a pipe; false for nothing there.
    /// - Parameter isHistory: a history must not be named by a link: the kill switch's file, the locks and SQLite's own logs
    ///   lie beside it, and two names would have two of each.
    static func holdsFile(_ path: String, isHistory: Bool) throws(HistoryError) -> Bool {
        switch FileKind(at: path, followingLinks: !isHistory) {
        case nil: return false
        case .file?:
            // SQLite opens what has the name of one of its logs, and would wait for a pipe there too.
            for log in ["-journal", "-wal", "-shm"] {
                guard let kind = FileKind(at: path + log), kind != .file else { continue }
                throw .strangeLog(path: path + log, kind)
            }
            return true
        case .folder?: throw .unreadable(path: path, reason: "it is a folder")
        case .link?: throw .linked(path: path, target: target(ofLink: path))
        case let kind?: throw .noFile(path: path, kind)
        }
    }

    private static func target(ofLink path: String) -> String {
        let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        return URL(fileURLWithPath: target, relativeTo: folder).standardizedFileURL.path
    }

    static func open(_ path: String, readOnly: Bool, busyTimeout: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly && !canTidyUp(path)
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        // A reader takes the journal as it finds it.
        if !readOnly { configuration.journalMode = .wal }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        // What was committed must outlive a power failure: mails and reports leave in the belief that it was written
        // down. GRDB's write-ahead logs are brought to the disk less often.
        if !readOnly { try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
        return database
    }

    /// Whether a reader may open the file as a writer does, without ever writing. SQLite's read-only connections leave
    /// the log's two companion files beside a file that had none; a connection that may write takes them away again.
    /// Where a log is waiting to be folded in, a reader leaves that to others.
    private static func canTidyUp(_ path: String) -> Bool {
        let files = FileManager.default
        let log = try? files.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (log ?? 0) == 0 && files.isWritableFile(atPath: path)
            && files.isWritableFile(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// A failed copy leaves no file behind.
    static func copy(_ database: DatabaseQueue, at path: String, to copy: String) throws(HistoryError) {
        guard FileKind(at: copy) == nil else { throw .fileExists(path: copy) }
        do {
            try HistoryError.naming(copy) {
                let target = try DatabaseQueue(path: copy)
                try database.backup(to: target)
                try target.close()
            }
        } catch {
            try? FileManager.default.removeItem(atPath: copy)
            throw error
        }
    }
}
