internal import GRDB
internal import Input

/// What a migration would do to a file: the answer of `report migrate --dry-run`. Making a plan changes nothing.
public struct MigrationPlan: Equatable, Sendable {
    /// What stands at the path.
    public enum State: String, Equatable, Sendable {
        /// No file: a new history would be made.
        case absent
        /// A file without tables: a new history would be made in it.
        case empty
        /// The desk's old file, with its `trades`.
        case oldDesk = "old desk file"
        /// A history of this program.
        case history
    }

    /// A table and how many rows it has.
    public struct TableRows: Equatable, Sendable {
        /// The table.
        public let table: String
        /// Its rows; a migration keeps every one.
        public let rows: Int
    }

    /// The file.
    public let path: String
    /// What stands there.
    public let state: State
    /// The schema's version now; 0 for everything that is not a history.
    public let schema: Int
    /// The version that it would have then.
    public let target: Int
    /// The migrations to run, in order, as `number name`; empty when the file is up to date.
    public let steps: [String]
    /// The plan's tables and their rows now, by name.
    public let rows: [TableRows]
    /// Where a copy is put before anything is changed; nil when nothing would be, or there is nothing to copy.
    public let backup: String?

    /// Looks at a file. Throws where it is no database, damaged, somebody else's or from the future.
    public init(path: String) throws(HistoryError) {
        self.path = path
        target = Schema.current
        guard try HistoryStore.holdsFile(path, isHistory: true) else {
            state = .absent
            schema = 0
            steps = Schema.migrations.map(\.identifier)
            rows = []
            backup = nil
            return
        }
        let header = try HistoryError.naming(path) { try FileHeader(path: path) }
        rows = header.rows
        if header.applicationID == Schema.applicationID {
            guard header.userVersion <= Schema.current else {
                throw .fromTheFuture(path: path, schema: header.userVersion, known: Schema.current)
            }
            state = .history
            schema = header.userVersion
        } else if header.applicationID == 0, header.tables.isEmpty {
            state = .empty
            schema = 0
        } else if header.applicationID == 0, header.holdsDeskTrades {
            state = .oldDesk
            schema = 0
        } else {
            throw .foreign(path: path, tables: header.tables)
        }
        let first = schema
        steps = Schema.migrations.filter { $0.number > first }.map(\.identifier)
        if steps.isEmpty || state == .empty {
            backup = nil
        } else {
            let stem = "\(path).schema\(first).backup"
            var name = stem
            var count = 2
            while FileKind(at: name) != nil {
                name = "\(stem)-\(count)"
                count += 1
            }
            backup = name
        }
    }
}

extension MigrationPlan: CustomStringConvertible {
    /// A few lines for a person.
    public var description: String {
        guard !steps.isEmpty else { return "\(path): schema \(schema) is up to date; nothing to do" }
        var lines = ["\(path): \(state == .absent ? "no file" : state.rawValue), schema \(schema) -> \(target)"]
        lines += steps.map { "  step \($0)" }
        lines += rows.map { "  keeps \($0.rows) rows of \($0.table)" }
        lines.append(backup.map { "  backup first: \($0)" } ?? "  no backup: there is nothing to lose")
        return lines.joined(separator: "\n")
    }
}

/// What a file says of itself, read without changing it.
struct FileHeader {
    let applicationID: Int32
    let userVersion: Int
    let tables: [String]
    let holdsDeskTrades: Bool
    let rows: [MigrationPlan.TableRows]

    init(path: String) throws {
        let database = try HistoryStore.open(path, readOnly: true, busyTimeout: 5)
        defer { try? database.close() }
        (applicationID, userVersion, tables, holdsDeskTrades, rows) = try database.read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            let columns = tables.contains("trades") ? try db.columns(in: "trades").map { $0.name.lowercased() } : []
            let rows = try ["portfolio_metrics", "strategy_rules_audit", "trades"].filter(tables.contains).map {
                MigrationPlan.TableRows(
                    table: $0, rows: try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0)
            }
            return (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                tables, Set(Schema.deskColumns).isSubset(of: columns), rows
            )
        }
    }
}
