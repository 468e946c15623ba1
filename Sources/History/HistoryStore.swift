internal import GRDB

/// A history file, open for reading or for writing.
///
/// One writer at a time; readers are never blocked by it and see what was last committed. Every call is one
/// transaction: it leaves all that it writes, or nothing. A store may be shared between threads.
public struct HistoryStore: Sendable {
    /// The file.
    public let path: String
    let database: DatabaseQueue
    private let isReadOnly: Bool

    /// Opens a history for writing, and makes it when there is none. A history with an older schema has to be
    /// migrated first, so that a backup stands before any change.
    ///
    /// - Parameters:
    ///   - makingIt: whether a history that is not there is made; an error otherwise.
    ///   - busyTimeout: seconds to wait for another writer.
    public init(writing path: String, makingIt: Bool = true, busyTimeout: Double = 5) throws(HistoryError) {
        let plan = try MigrationPlan(path: path)
        if !makingIt, case .absent = plan.state { throw .missing(path: path) }
        self.path = path
        isReadOnly = false
        switch plan.state {
        case .absent, .empty:
            database = try HistoryError.naming(path) {
                let database = try HistoryStore.open(path, readOnly: false, busyTimeout: busyTimeout)
                try Schema.migrator.migrate(database)
                return database
            }
        case .oldDesk, .history:
            guard plan.steps.isEmpty else {
                throw .needsMigration(path: path, schema: plan.schema, known: Schema.current)
            }
            database = try HistoryError.naming(path) {
                try HistoryStore.open(path, readOnly: false, busyTimeout: busyTimeout)
            }
        }
    }

    /// Opens an existing history for reading only. Makes no file and changes none.
    ///
    /// - Parameter busyTimeout: seconds to wait while the file is being recovered by another process.
    public init(reading path: String, busyTimeout: Double = 5) throws(HistoryError) {
        let plan = try MigrationPlan(path: path)
        switch plan.state {
        case .absent: throw .missing(path: path)
        case .empty: throw .foreign(path: path, tables: [])
        case .oldDesk, .history:
            guard plan.steps.isEmpty else {
                throw .needsMigration(path: path, schema: plan.schema, known: Schema.current)
            }
        }
        self.path = path
        isReadOnly = true
        database = try HistoryError.naming(path) {
            try HistoryStore.open(path, readOnly: true, busyTimeout: busyTimeout)
        }
    }

    /// The version of the schema that this program reads and writes.
    public static var schemaVersion: Int { Schema.current }

    /// Ends all use of the file; the last writer to close folds the write-ahead log into it.
    public func close() throws(HistoryError) {
        try HistoryError.naming(path) { try database.close() }
    }

    /// Copies the history as it was last committed to a new file, while others may read and write it.
    public func backup(to copy: String) throws(HistoryError) {
        try HistoryStore.copy(database, at: path, to: copy)
    }

    func reading<Result>(_ work: (Database) throws -> Result) throws(HistoryError) -> Result {
        try HistoryError.naming(path) { try database.read(work) }
    }

    /// One transaction that is carried back when the work answers false.
    func transaction(_ work: (Database) throws -> Bool) throws(HistoryError) -> Bool {
        guard !isReadOnly else { throw .readOnly(path: path) }
        return try HistoryError.naming(path) {
            var isCommitted = false
            try database.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    isCommitted = try work(db)
                    return isCommitted ? .commit : .rollback
                }
            }
            return isCommitted
        }
    }

    func writing<Result>(_ work: (Database) throws -> Result) throws(HistoryError) -> Result {
        guard !isReadOnly else { throw .readOnly(path: path) }
        return try HistoryError.naming(path) { try database.write(work) }
    }
}
