public import Dates
internal import GRDB
public import Ledger

extension HistoryStore {
    /// Replaces an entry of the outbox, or makes the first, in one transaction: nobody else reads or writes it between the
    /// reading that `change` is given and the writing of what it returns.
    ///
    /// - Parameter change: given the entry's JSON, nil where there is none, returns the next record and whatever the caller
    ///   wants to know. What it throws is thrown on, and nothing is written.
    public func updateOutbox<Result>(
        kind: String, period: String, revision: Int, recipient: String,
        _ change: (String?) throws -> (record: OutboxRecord, result: Result)
    ) throws -> Result {
        var failure: (any Error)?
        let result: Result? = try writing { db in
            let known = try String.fetchOne(
                db, sql: "SELECT entry FROM outbox WHERE kind = ? AND period = ? AND revision = ? AND recipient = ?",
                arguments: [kind, period, revision, recipient])
            let (record, result): (OutboxRecord, Result)
            do {
                (record, result) = try change(known)
            } catch {
                failure = error
                return nil
            }
            try Statements(db).run(
                """
                INSERT INTO outbox (kind, period, revision, recipient, state, entry, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, period, revision, recipient) DO UPDATE SET state = excluded.state,
                    entry = excluded.entry, recorded_at = excluded.recorded_at
                """,
                [
                    record.kind, record.period, record.revision, record.recipient, record.state, record.entry,
                    record.recordedAt.iso,
                ])
            return result
        }
        if let failure { throw failure }
        guard let result else { throw HistoryError.failed(path: path, detail: "the outbox was not written") }
        return result
    }

    /// Everything in the outbox, in the order in which it was first asked for.
    public func outbox() throws(HistoryError) -> [OutboxRecord] {
        try all("outbox", ["kind", "period", "revision", "recipient", "state", "entry", "recorded_at"]) { row in
            OutboxRecord(
                kind: try row.text(0), period: try row.text(1), revision: try row.count(2, in: 1...1_000_000),
                recipient: try row.text(3), state: try row.text(4), entry: try row.text(5),
                recordedAt: try row.instant(6))
        }
    }

    /// What is known of the conditions that somebody was told of, as JSON by key.
    public func alertStandings() throws(HistoryError) -> [String: String] {
        try reading { db in
            let columns = ["key", "standing"]
            let rows = try Row.fetchAll(db, sql: "SELECT key, standing FROM alert_standings ORDER BY key")
            return try rows.enumerated().reduce(into: [:]) { standings, numbered in
                let row = RowReader(
                    table: "alert_standings", key: Int64(numbered.offset) + 1, columns: columns, row: numbered.element)
                standings[try row.text(0)] = try row.text(1)
            }
        }
    }

    /// Keeps what is known of a condition; nil for one that is over and told.
    public func record(alert key: String, standing: String?, at time: Instant) throws(HistoryError) {
        try writing { db in
            guard let standing else {
                return try Statements(db).run("DELETE FROM alert_standings WHERE key = ?", [key])
            }
            try Statements(db).run(
                """
                INSERT INTO alert_standings (key, standing, recorded_at) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET standing = excluded.standing, recorded_at = excluded.recorded_at
                """, [key, standing, time.iso])
        }
    }
}
