internal import GRDB

/// Records of the rollout gate and of the reports: written once, never edited.
extension Schema {
    @Sendable static func rollout(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE rollout_stages (
                    id INTEGER PRIMARY KEY,
                    day TEXT NOT NULL,
                    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
                    reason TEXT NOT NULL
                ) STRICT;

                CREATE TABLE gate_records (
                    id INTEGER PRIMARY KEY,
                    day TEXT NOT NULL UNIQUE,
                    decided_at TEXT NOT NULL,
                    share_before REAL NOT NULL CHECK (share_before BETWEEN 0 AND 1),
                    share_after REAL NOT NULL CHECK (share_after BETWEEN 0 AND 1),
                    decision TEXT NOT NULL CHECK (decision IN ('PROMOTE', 'HOLD', 'ROLL BACK')),
                    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
                    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
                    inputs_digest TEXT NOT NULL,
                    rule_version TEXT NOT NULL
                ) STRICT;

                CREATE TABLE gate_overrides (
                    id INTEGER PRIMARY KEY,
                    gate_record_id INTEGER NOT NULL REFERENCES gate_records (id),
                    recorded_at TEXT NOT NULL,
                    person TEXT NOT NULL,
                    second_person TEXT,
                    share_from REAL NOT NULL CHECK (share_from BETWEEN 0 AND 1),
                    share_to REAL NOT NULL CHECK (share_to BETWEEN 0 AND 1),
                    reason TEXT NOT NULL,
                    expires_on TEXT NOT NULL
                ) STRICT;

                CREATE TABLE report_runs (
                    id INTEGER PRIMARY KEY,
                    report TEXT NOT NULL,
                    as_of TEXT NOT NULL,
                    parameters TEXT NOT NULL CHECK (json_valid(parameters)),
                    digest TEXT NOT NULL,
                    scalars TEXT NOT NULL CHECK (json_valid(scalars)),
                    recorded_at TEXT NOT NULL
                ) STRICT;
                CREATE INDEX report_runs_by_report ON report_runs (report, as_of);

                CREATE TABLE sign_offs (
                    id INTEGER PRIMARY KEY,
                    item TEXT NOT NULL,
                    person TEXT NOT NULL,
                    recorded_at TEXT NOT NULL,
                    note TEXT NOT NULL
                ) STRICT;
                """)
    }
}
