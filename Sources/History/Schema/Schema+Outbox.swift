internal import GRDB

/// Mails that are to be sent once, and conditions that somebody has been told of.
extension Schema {
    @Sendable static func outbox(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE outbox (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL,
                    period TEXT NOT NULL,
                    revision INTEGER NOT NULL CHECK (revision >= 1),
                    recipient TEXT NOT NULL,
                    state TEXT NOT NULL,
                    entry TEXT NOT NULL CHECK (json_valid(entry)),
                    recorded_at TEXT NOT NULL,
                    UNIQUE (kind, period, revision, recipient)
                ) STRICT;

                CREATE TABLE alert_standings (
                    key TEXT PRIMARY KEY,
                    standing TEXT NOT NULL CHECK (json_valid(standing)),
                    recorded_at TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
