internal import GRDB

/// What the plan's `trades` and `portfolio_metrics` leave out. Prices are whole ten-thousandths of a dollar per share
/// and amounts whole cents, so that sums are exact; instants are ISO 8601 with `Z`; days are exchange dates, stored
/// because SQL cannot compute them.
extension Schema {
    @Sendable static func tradesInFull(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE trade_details (
                    trade_id INTEGER PRIMARY KEY REFERENCES trades (id) ON DELETE CASCADE,
                    strategy TEXT NOT NULL CHECK (strategy IN ('MULTIBOOK', 'LEGACY')),
                    allotment TEXT NOT NULL CHECK (allotment IN ('allotted', 'shadow')),
                    structure TEXT NOT NULL
                        CHECK (structure IN ('put_credit', 'call_credit', 'iron_condor', 'hedge')),
                    entry_time TEXT NOT NULL,
                    entry_day TEXT NOT NULL,
                    credit_price INTEGER NOT NULL,
                    entry_fee_cents INTEGER NOT NULL CHECK (entry_fee_cents >= 0),
                    expiration TEXT,
                    width_price INTEGER CHECK (width_price >= 0),
                    confidence INTEGER CHECK (confidence BETWEEN 0 AND 100),
                    entry_spot REAL,
                    entry_vix REAL,
                    stop_rule TEXT,
                    is_synthetic INTEGER NOT NULL CHECK (is_synthetic IN (0, 1))
                ) STRICT;
                CREATE INDEX trade_details_by_entry ON trade_details (entry_day);

                CREATE TABLE trade_exits (
                    trade_id INTEGER PRIMARY KEY REFERENCES trade_details (trade_id) ON DELETE CASCADE,
                    exit_time TEXT NOT NULL,
                    exit_day TEXT NOT NULL,
                    cost_price INTEGER NOT NULL,
                    fee_cents INTEGER NOT NULL CHECK (fee_cents >= 0),
                    reason TEXT NOT NULL
                ) STRICT;
                CREATE INDEX trade_exits_by_day ON trade_exits (exit_day);

                CREATE TABLE trade_legs (
                    trade_id INTEGER NOT NULL REFERENCES trade_details (trade_id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    underlying TEXT NOT NULL,
                    expiration TEXT NOT NULL,
                    right TEXT NOT NULL CHECK (right IN ('C', 'P')),
                    strike_thousandths INTEGER NOT NULL CHECK (strike_thousandths > 0),
                    quantity INTEGER NOT NULL CHECK (quantity <> 0),
                    PRIMARY KEY (trade_id, position)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE confidence_components (
                    trade_id INTEGER NOT NULL REFERENCES trade_details (trade_id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    points INTEGER NOT NULL,
                    PRIMARY KEY (trade_id, position)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE fills (
                    id INTEGER PRIMARY KEY,
                    trade_id INTEGER NOT NULL REFERENCES trade_details (trade_id) ON DELETE CASCADE,
                    timestamp TEXT NOT NULL,
                    is_opening INTEGER NOT NULL CHECK (is_opening IN (0, 1)),
                    underlying TEXT NOT NULL,
                    expiration TEXT NOT NULL,
                    right TEXT NOT NULL CHECK (right IN ('C', 'P')),
                    strike_thousandths INTEGER NOT NULL CHECK (strike_thousandths > 0),
                    quantity INTEGER NOT NULL CHECK (quantity <> 0),
                    price INTEGER NOT NULL,
                    bid REAL NOT NULL,
                    ask REAL NOT NULL
                ) STRICT;
                CREATE INDEX fills_by_trade ON fills (trade_id);

                CREATE TABLE position_marks (
                    day TEXT NOT NULL,
                    timestamp TEXT NOT NULL,
                    trade_id INTEGER NOT NULL REFERENCES trade_details (trade_id) ON DELETE CASCADE,
                    mark_price INTEGER NOT NULL,
                    unrealized_cents INTEGER NOT NULL,
                    delta REAL NOT NULL,
                    gamma REAL NOT NULL,
                    theta REAL NOT NULL,
                    vega REAL NOT NULL,
                    short_delta REAL,
                    spot REAL NOT NULL,
                    implied_volatility REAL,
                    PRIMARY KEY (day, timestamp, trade_id)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX position_marks_by_trade ON position_marks (trade_id, timestamp);

                CREATE TABLE snapshot_details (
                    snapshot_id INTEGER PRIMARY KEY REFERENCES portfolio_metrics (id) ON DELETE CASCADE,
                    taken_at TEXT NOT NULL,
                    day TEXT NOT NULL,
                    open_risk REAL,
                    equity_cents INTEGER,
                    mean_iv_rank REAL,
                    hedge_required INTEGER CHECK (hedge_required IN (0, 1))
                ) STRICT;
                CREATE INDEX snapshot_details_by_day ON snapshot_details (day, taken_at);
                """)
    }
}
