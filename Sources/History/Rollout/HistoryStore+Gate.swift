public import Dates
internal import GRDB
public import Ledger

extension HistoryStore {
    /// Keeps the gate's decision for a session.
    ///
    /// - Returns: false, and nothing is written, where the session has one: a night that is run again decides nothing
    ///   anew.
    public func record(_ record: GateRecord) throws(HistoryError) -> Bool {
        try writing { db in
            try Statements(db).run(
                """
                INSERT OR IGNORE INTO gate_records (day, decided_at, share_before, share_after, decision, reasons,
                    evidence, inputs_digest, rule_version, rule, grade) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    record.day.iso, record.decidedAt.iso, record.shareBefore, record.shareAfter,
                    record.decision.rawValue, try JSONText.encode(record.reasons), record.evidence,
                    record.inputsDigest, record.ruleVersion, record.rule, record.grade,
                ])
            return db.changesCount == 1
        }
    }

    /// The gate's decisions, oldest first, over exchange dates, both ends included.
    public func gateRecords(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [GateRecord] {
        let columns = [
            "day", "decided_at", "share_before", "share_after", "decision", "rule", "grade", "reasons", "evidence",
            "inputs_digest", "rule_version",
        ]
        return try read(
            "gate_records",
            "SELECT \(columns.joined(separator: ", ")) FROM gate_records WHERE day BETWEEN ? AND ? ORDER BY day",
            columns, first, last
        ) { row in
            GateRecord(
                day: try row.day(0), decidedAt: try row.instant(1),
                shareBefore: try row.number(2, in: RowReader.shares),
                shareAfter: try row.number(3, in: RowReader.shares), decision: try row.named(4), rule: try row.text(5),
                grade: try row.text(6), reasons: try row.strings(7), evidence: try row.text(8),
                inputsDigest: try row.text(9), ruleVersion: try row.text(10))
        }
    }

    /// Keeps a person's decision against the gate's for a session that has one.
    ///
    /// - Returns: the override with its number.
    /// - Throws: ``HistoryError/noGateRecord(day:)`` where the session has no decision to override.
    public func record(
        overriding day: Day, at time: Instant, person: String, secondPerson: String?, from: Double, to: Double,
        reason: String, expiresOn: Day
    ) throws(HistoryError) -> GateOverride {
        try writing { db in
            try Statements(db).run(
                """
                INSERT INTO gate_overrides (gate_record_id, recorded_at, person, second_person, share_from, share_to,
                    reason, expires_on) SELECT id, ?, ?, ?, ?, ?, ?, ? FROM gate_records WHERE day = ?
                """,
                [time.iso, person, secondPerson, from, to, reason, expiresOn.iso, day.iso])
            guard db.changesCount == 1 else { throw HistoryError.noGateRecord(day: day) }
            return GateOverride(
                id: db.lastInsertedRowID, gateDay: day, recordedAt: time, person: person, secondPerson: secondPerson,
                from: from, to: to, reason: reason, expiresOn: expiresOn)
        }
    }

    /// People's decisions against the gate's, oldest first, over the sessions that they override, both ends included.
    public func gateOverrides(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [GateOverride] {
        try read(
            "gate_overrides",
            """
            SELECT o.id, g.day, o.recorded_at, o.person, o.second_person, o.share_from, o.share_to, o.reason,
                o.expires_on
            FROM gate_overrides o JOIN gate_records g ON g.id = o.gate_record_id
            WHERE g.day BETWEEN ? AND ? ORDER BY o.id
            """,
            ["id", "day", "recorded_at", "person", "second_person", "share_from", "share_to", "reason", "expires_on"],
            first, last
        ) { row in
            GateOverride(
                id: try row.integer(0), gateDay: try row.day(1), recordedAt: try row.instant(2),
                person: try row.text(3), secondPerson: try row.optionalText(4),
                from: try row.number(5, in: RowReader.shares), to: try row.number(6, in: RowReader.shares),
                reason: try row.text(7), expiresOn: try row.day(8))
        }
    }
}
