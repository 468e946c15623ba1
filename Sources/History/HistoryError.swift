internal import GRDB
public import Dates
public import Input

/// Why a history cannot be opened, read or written. Whatever is thrown, the file is as it was before the call.
public enum HistoryError: Error, Equatable, Sendable {
    /// There is no file at the path.
    case missing(path: String)
    /// The file is not an SQLite database.
    case notADatabase(path: String)
    /// The file is an SQLite database whose pages contradict one another.
    case corrupt(path: String, detail: String)
    /// The file is somebody else's SQLite database.
    case foreign(path: String, tables: [String])
    /// The file was written by a newer program.
    case fromTheFuture(path: String, schema: Int, known: Int)
    /// The file has an older schema and has to be migrated first.
    case needsMigration(path: String, schema: Int, known: Int)
    /// Another process has held the write lock for longer than the busy timeout.
    case locked(path: String)
    /// The file, or this connection to it, can only be read.
    case readOnly(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// The operating system refuses to open or read the file.
    case unreadable(path: String, reason: String)
    /// A link stands where a history is named.
    case linked(path: String, target: String)
    /// Something stands there that can be no file of SQLite's.
    case noFile(path: String, FileKind)
    /// Something that is no file stands where SQLite would keep a log of the history.
    case strangeLog(path: String, FileKind)
    /// A copy would overwrite a file.
    case fileExists(path: String)
    /// The session was written before; sessions are kept whole and once.
    case sessionAlreadyWritten(day: Day)
    /// A record names a trade that the history does not hold, or holds as closed.
    case unknownTrade(id: Int64, wanted: String)
    /// There is no decision of the gate for the session, so none to override.
    case noGateRecord(day: Day)
    /// A record contradicts the schema: a number twice, a value outside its range.
    case contradiction(path: String, detail: String)
    /// A stored value cannot be read as what its column holds.
    case damaged(table: String, row: Int64, column: String, value: String)
    /// Anything else that SQLite reports.
    case failed(path: String, detail: String)
}

extension HistoryError: CustomStringConvertible {
    /// The thing, the rule, the value seen and the remedy in one line.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such file; check the path, or make a history with `backtest simulate` or `report import`"
        case .notADatabase(let path):
            "\(path): is not an SQLite database; give the path of a history"
        case .corrupt(let path, let detail):
            "\(path): the database is damaged (\(detail)); restore a backup"
        case .foreign(let path, let tables):
            "\(path): is an SQLite database, but not a history of this program (it holds "
                + "\(tables.isEmpty ? "no tables" : Excerpt.of(list: tables))); it was left untouched"
        case .fromTheFuture(let path, let schema, let known):
            "\(path): has schema \(schema), newer than this program's \(known); it was left untouched; "
                + "use a newer program"
        case .needsMigration(let path, let schema, let known):
            "\(path): has schema \(schema), older than this program's \(known); run `report migrate` first"
        case .locked(let path):
            "\(path): another process is writing to it; try again when that has finished"
        case .readOnly(let path):
            "\(path): can only be read; open a copy, or change the permissions of the file and its folder"
        case .diskFull(let path):
            "\(path): the disk is full; nothing was written; free some space and try again"
        case .unreadable(let path, let reason):
            "\(path): cannot be opened (\(reason)); check the path, the permissions of the file and its folder, and the "
                + "disk's space"
        case .linked(let path, let target):
            "\(path): is a symbolic link, and a history is not opened through one, since HALT, locks and logs lie beside it; name "
                + "the file itself: \(target)"
        case .noFile(let path, let kind):
            "\(path): is \(kind.words), and a history is a regular file; give the path of a history"
        case .strangeLog(let path, let kind):
            "\(path): is \(kind.words) where SQLite keeps a log of the history; move it elsewhere"
        case .fileExists(let path):
            "\(path): exists already and is not overwritten; choose another name"
        case .sessionAlreadyWritten(let day):
            "session \(day) is in the history already; nothing was written; sessions are written once"
        case .unknownTrade(let id, let wanted):
            "trade \(id) is not in the history as \(wanted); nothing was written"
        case .noGateRecord(let day):
            "session \(day) has no decision of the gate, so there is nothing to override; run `report gate --as-of \(day)` first"
        case .contradiction(let path, let detail):
            "\(path): the record contradicts the history (\(detail)); nothing was written"
        case .damaged(let table, let row, let column, let value):
            "\(table), row \(row): \(column) '\(value)' cannot be read; correct it or restore a backup"
        case .failed(let path, let detail):
            "\(path): \(detail)"
        }
    }
}

extension HistoryError {
    /// The error behind one of SQLite's result codes.
    init(_ error: DatabaseError, path: String) {
        // The message repeats names and values of the file.
        let detail = error.message.map(Excerpt.whole) ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unreadable(path: path, reason: detail)
        case .SQLITE_CONSTRAINT: self = .contradiction(path: path, detail: detail)
        default: self = .failed(path: path, detail: detail)
        }
    }

    /// Runs work on a database and gives every error the file's name.
    static func naming<Result>(_ path: String, _ work: () throws -> Result) throws(HistoryError) -> Result {
        do {
            return try work()
        } catch let error as HistoryError {
            throw error
        } catch let error as DatabaseError {
            throw HistoryError(error, path: path)
        } catch {
            throw .failed(path: path, detail: "\(error)")
        }
    }
}
