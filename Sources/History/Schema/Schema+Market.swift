internal import GRDB

/// What the market showed at each session's decision.
extension Schema {
    @Sendable static func marketDays(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE market_days (
                    day TEXT NOT NULL,
                    symbol TEXT NOT NULL,
                    price REAL NOT NULL CHECK (price > 0),
                    split_ratio REAL NOT NULL CHECK (split_ratio > 0),
                    dividend REAL NOT NULL,
                    implied_volatility REAL,
                    iv_rank REAL,
                    PRIMARY KEY (day, symbol)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
