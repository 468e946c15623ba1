internal import GRDB

/// What a session leaves beside its trades, and where a history comes from.
extension Schema {
    @Sendable static func sessions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE runs (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL,
                    from_day TEXT NOT NULL,
                    to_day TEXT NOT NULL,
                    initial_equity_cents INTEGER NOT NULL,
                    share REAL NOT NULL,
                    seed TEXT,
                    is_synthetic INTEGER NOT NULL CHECK (is_synthetic IN (0, 1)),
                    provenance TEXT NOT NULL,
                    parameters TEXT NOT NULL
                ) STRICT;

                CREATE TABLE sessions (day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

                CREATE TABLE daily_results (
                    day TEXT NOT NULL,
                    strategy TEXT NOT NULL CHECK (strategy IN ('MULTIBOOK', 'LEGACY')),
                    allotment TEXT NOT NULL CHECK (allotment IN ('allotted', 'shadow')),
                    capital_cents INTEGER NOT NULL,
                    pnl_cents INTEGER NOT NULL,
                    hedge_pnl_cents INTEGER NOT NULL,
                    flow_cents INTEGER NOT NULL,
                    share REAL,
                    PRIMARY KEY (day, strategy, allotment)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE candidates (
                    id INTEGER PRIMARY KEY,
                    timestamp TEXT NOT NULL,
                    day TEXT NOT NULL,
                    book TEXT NOT NULL,
                    strategy TEXT NOT NULL CHECK (strategy IN ('MULTIBOOK', 'LEGACY')),
                    allotment TEXT NOT NULL CHECK (allotment IN ('allotted', 'shadow')),
                    symbol TEXT NOT NULL,
                    structure TEXT,
                    trade_id INTEGER REFERENCES trades (id) ON DELETE SET NULL
                ) STRICT;
                CREATE INDEX candidates_by_day ON candidates (day);
                CREATE INDEX candidates_by_trade ON candidates (trade_id) WHERE trade_id IS NOT NULL;

                CREATE TABLE rule_outcomes (
                    candidate_id INTEGER NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    rule TEXT NOT NULL,
                    passed INTEGER CHECK (passed IN (0, 1)),
                    value REAL,
                    threshold REAL,
                    detail TEXT NOT NULL,
                    PRIMARY KEY (candidate_id, position)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE comparisons (
                    timestamp TEXT PRIMARY KEY,
                    day TEXT NOT NULL,
                    multibook_proposed TEXT NOT NULL CHECK (json_valid(multibook_proposed)),
                    legacy_proposed TEXT NOT NULL CHECK (json_valid(legacy_proposed)),
                    multibook_exposure_cents INTEGER NOT NULL,
                    legacy_exposure_cents INTEGER NOT NULL,
                    only_one TEXT NOT NULL CHECK (json_valid(only_one)),
                    opposite TEXT NOT NULL CHECK (json_valid(opposite)),
                    size_ratio REAL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE findings (
                    id INTEGER PRIMARY KEY,
                    day TEXT,
                    severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
                    rule TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    place TEXT NOT NULL,
                    message TEXT NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX findings_once ON findings (rule, subject, ifnull(day, ''), place, message);
                """)
    }
}
