internal import GRDB

/// What the gate, the reports and the nightly job remember beside the tables of migration 5. Decisions and people's words
/// are written once: the database itself refuses to change or to delete one.
extension Schema {
    @Sendable static func governance(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE gate_records ADD COLUMN rule TEXT NOT NULL DEFAULT '';
                ALTER TABLE gate_records ADD COLUMN grade TEXT NOT NULL DEFAULT '';
                ALTER TABLE sign_offs ADD COLUMN is_given INTEGER NOT NULL DEFAULT 1 CHECK (is_given IN (0, 1));
                ALTER TABLE report_runs ADD COLUMN place TEXT NOT NULL DEFAULT '';
                CREATE UNIQUE INDEX report_runs_by_place ON report_runs (place) WHERE place <> '';

                CREATE TABLE kill_switch_events (
                    id INTEGER PRIMARY KEY,
                    recorded_at TEXT NOT NULL,
                    is_engaged INTEGER NOT NULL CHECK (is_engaged IN (0, 1)),
                    person TEXT NOT NULL,
                    reason TEXT NOT NULL
                ) STRICT;

                CREATE TABLE job_steps (
                    day TEXT NOT NULL,
                    step TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'failed', 'skipped')),
                    recorded_at TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    PRIMARY KEY (day, step)
                ) STRICT, WITHOUT ROWID;

                DROP VIEW gate_decisions;
                CREATE VIEW gate_decisions AS
                SELECT g.day, g.share_before, g.share_after, g.decision, g.reasons, g.evidence,
                    (SELECT o.id FROM gate_overrides o WHERE o.gate_record_id = g.id ORDER BY o.id DESC LIMIT 1)
                        AS overridden_by,
                    g.rule, g.grade, g.decided_at, g.inputs_digest, g.rule_version
                FROM gate_records g;
                """)
        for table in ["gate_records", "gate_overrides", "sign_offs", "kill_switch_events"] {
            for change in ["UPDATE", "DELETE"] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER \(table)_\(change.lowercased()) BEFORE \(change) ON \(table)
                        BEGIN SELECT RAISE(ABORT, '\(table) is written once; add a new record instead'); END
                        """)
            }
        }
    }
}
