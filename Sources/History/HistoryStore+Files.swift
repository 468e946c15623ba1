internal import Foundation
internal import GRDB

/// Opening and copying of files.
extension HistoryStore {
    static func open(_ path: String, readOnly: Bool, busyTimeout: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        // A reader takes the journal as it finds it.
        if !readOnly { configuration.journalMode = .wal }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A failed copy leaves no file behind.
    static func copy(_ database: DatabaseQueue, at path: String, to copy: String) throws(HistoryError) {
        guard !FileManager.default.fileExists(atPath: copy) else { throw .fileExists(path: copy) }
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
