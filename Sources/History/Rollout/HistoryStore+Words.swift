internal import Dates
internal import GRDB
public import Ledger

/// People's words: sign-offs, approvals of rules, and the kill switch.
extension HistoryStore {
    /// Keeps a person's word.
    public func record(_ word: SignOff) throws(HistoryError) {
        try writing { db in
            try Statements(db).run(
                "INSERT INTO sign_offs (item, person, recorded_at, note, is_given) VALUES (?, ?, ?, ?, ?)",
                [word.item, word.person, word.recordedAt.iso, word.note, word.isGiven])
        }
    }

    /// People's words, oldest first.
    public func signOffs() throws(HistoryError) -> [SignOff] {
        try all("sign_offs", ["item", "person", "recorded_at", "note", "is_given"]) { row in
            SignOff(
                item: try row.text(0), person: try row.text(1), recordedAt: try row.instant(2), note: try row.text(3),
                isGiven: try row.flag(4))
        }
    }

    /// Keeps a version of the rules with what it was tested on.
    public func record(_ entry: RulesAuditEntry) throws(HistoryError) {
        try writing { db in
            try Statements(db).run(
                """
                INSERT INTO strategy_rules_audit (timestamp, rule_name, rule_version, backtest_results,
                    live_performance, status) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    entry.time.iso, entry.rule, entry.version, entry.backtestResults, entry.livePerformance,
                    entry.status.rawValue,
                ])
        }
    }

    /// Versions of the rules with what they were tested on, oldest first.
    public func rulesAudit() throws(HistoryError) -> [RulesAuditEntry] {
        let columns = ["timestamp", "rule_name", "rule_version", "backtest_results", "live_performance", "status"]
        return try all("strategy_rules_audit", columns) { row in
            RulesAuditEntry(
                time: try row.instant(0), rule: try row.text(1), version: try row.optionalText(2) ?? "",
                backtestResults: try row.optionalText(3), livePerformance: try row.optionalText(4),
                status: try row.named(5))
        }
    }

    /// Keeps that the kill switch was engaged or released.
    public func record(_ event: KillSwitchEvent) throws(HistoryError) {
        try writing { db in
            try Statements(db).run(
                "INSERT INTO kill_switch_events (recorded_at, is_engaged, person, reason) VALUES (?, ?, ?, ?)",
                [event.time.iso, event.isEngaged, event.person, event.reason])
        }
    }

    /// What was done with the kill switch, oldest first.
    public func killSwitchEvents() throws(HistoryError) -> [KillSwitchEvent] {
        try all("kill_switch_events", ["recorded_at", "is_engaged", "person", "reason"]) { row in
            KillSwitchEvent(
                time: try row.instant(0), isEngaged: try row.flag(1), person: try row.text(2),
                reason: try row.text(3))
        }
    }

    /// All rows of a small table, in the order in which they were written.
    func all<Result>(_ table: String, _ columns: [String], _ make: (RowReader) throws -> Result)
        throws(HistoryError) -> [Result]
    {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT \(columns.joined(separator: ", ")), id FROM \(table) ORDER BY id").map {
                try make(RowReader(table: table, keyAt: columns.count, columns: columns, row: $0))
            }
        }
    }
}
