internal import GRDB

/// The shape of a history file: what marks it as ours, and the migrations that lead to the present shape.
///
/// Migrations are append-only. A published one is never edited: files that have passed it would differ from files
/// that have not. Each is numbered from 1 and leaves its number in `user_version`.
enum Schema {
    /// `THds`, in SQLite's header field for the application that owns a file.
    static let applicationID: Int32 = 0x5448_6473

    /// One step from one version to the next.
    struct Migration: Sendable {
        let number: Int
        let name: String
        let change: @Sendable (Database) throws -> Void

        /// The name under which the migrator remembers that it was applied.
        var identifier: String { "\(number) \(name)" }
    }

    /// Every step, in order.
    static let migrations: [Migration] = [
        Migration(number: 1, name: "trades of the desk", change: deskTrades),
        Migration(number: 2, name: "plan: books, portfolio metrics, rules audit", change: plan),
        Migration(number: 3, name: "trades in full", change: tradesInFull),
        Migration(number: 4, name: "sessions, candidates, results", change: sessions),
        Migration(number: 5, name: "rollout, reports, sign-offs", change: rollout),
        Migration(number: 6, name: "imports, rows of the desk", change: imports),
        Migration(number: 7, name: "views", change: views),
        Migration(number: 8, name: "gate, words, nightly job", change: governance),
        Migration(number: 9, name: "market days", change: marketDays),
        Migration(number: 10, name: "outbox, alerts", change: outbox),
    ]

    /// The version that this program writes.
    static var current: Int { migrations.count }

    /// GRDB's runner of the steps: each in a transaction of its own, foreign keys checked at its end.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.identifier) { db in
                try migration.change(db)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(migration.number)")
            }
        }
        return migrator
    }
}
