public import Dates
internal import Foundation
internal import GRDB
public import Input
internal import Ledger

extension HistoryStore {
    /// Brings trades in from CSV: `trade_id, strategy, book_type, symbol, structure, entry_time, contracts,
    /// entry_credit, fees` and what else docs/history.md lists. P&L follows from credit, cost and fees.
    ///
    /// - Parameters:
    ///   - reader: the file.
    ///   - keepGoing: import the good rows of a file with bad ones, instead of nothing.
    ///   - time: when the import is made, for the record.
    /// - Returns: what was done; faults of rows are its findings, not errors.
    public func importTrades(
        _ reader: CSVReader, keepGoing: Bool = false, at time: Instant
    ) throws(HistoryError) -> ImportReport {
        try CSVImport<Trade>(
            kind: .trades, needed: TradeRow.needed, optional: TradeRow.optional, keyColumn: "trade_id",
            read: { TradeRow.read(&$0) }, key: { _, row in row.optional("trade_id") ?? "" },
            days: { [$0.entryDay, $0.exitDay].compactMap { $0 } }, store: Self.lay
        ).run(reader, into: self, keepGoing: keepGoing, at: time)
    }

    /// Brings snapshots of the desk's risk in from CSV; parameters and result as for trades.
    public func importSnapshots(
        _ reader: CSVReader, keepGoing: Bool = false, at time: Instant
    ) throws(HistoryError) -> ImportReport {
        try CSVImport<PortfolioSnapshot>(
            kind: .snapshots, needed: SnapshotRow.needed, optional: SnapshotRow.optional, keyColumn: "timestamp",
            read: { SnapshotRow.read(&$0) }, key: { item, _ in item.time.iso }, days: { [$0.day] }, store: Self.lay
        ).run(reader, into: self, keepGoing: keepGoing, at: time)
    }

    /// Brings daily results of the strategies in from CSV; parameters and result as for trades.
    public func importEquity(
        _ reader: CSVReader, keepGoing: Bool = false, at time: Instant
    ) throws(HistoryError) -> ImportReport {
        try CSVImport<DailyResult>(
            kind: .equity, needed: EquityRow.needed, optional: [], keyColumn: "date",
            read: { EquityRow.read(&$0) }, key: { item, _ in "\(item.day) \(item.strategy.rawValue)" },
            days: { [$0.day] },
            store: Self.lay
        ).run(reader, into: self, keepGoing: keepGoing, at: time)
    }

    /// A trade that came in open may come in again closed; apart from that, rows are not edited.
    private static func lay(
        _ statements: Statements, _ accepted: CSVImport<Trade>.Accepted, _ earlier: CSVImport<Trade>.Earlier?
    ) throws -> CSVImport<Trade>.Outcome {
        var trade = accepted.item
        guard let earlier else {
            trade.id = try statements.nextTradeID()
            try statements.insert(trade)
            if let exit = trade.exit { try statements.close(trade.id, exit) }
            return .imported(tradeID: trade.id)
        }
        let changed = CSVImport<Trade>.Outcome.refused(
            rule: "import.changed", column: "trade_id",
            reason: "came in before with other values; a history is not edited")
        guard let id = earlier.tradeID, let exit = trade.exit, closes(earlier.row, accepted.json),
            let isOpen = try Bool.fetchOne(
                statements.db, sql: "SELECT NOT EXISTS (SELECT 1 FROM trade_exits WHERE trade_id = ?)",
                arguments: [id]), isOpen,
            let paid = try Int64.fetchOne(
                statements.db, sql: "SELECT entry_fee_cents FROM trade_details WHERE trade_id = ?", arguments: [id])
        else { return changed }
        let rest = trade.entryFees - Money(cents: paid)
        guard rest >= .zero else {
            return .refused(
                rule: "import.changed", column: "fees", reason: "is less than the \(Money(cents: paid)) paid at entry")
        }
        try statements.close(id, TradeExit(time: exit.time, cost: exit.cost, fees: rest, reason: exit.reason))
        return .updated(tradeID: id)
    }

    /// Whether two rows of a trade differ in nothing but its exit.
    private static func closes(_ earlier: String, _ later: String) -> Bool {
        guard let before = JSONText.table(earlier), let after = JSONText.table(later) else { return false }
        return Set(before.keys).union(after.keys).subtracting(TradeRow.closing)
            .allSatisfy { before[$0, default: ""] == after[$0, default: ""] }
    }

    private static func lay(
        _ statements: Statements, _ accepted: CSVImport<PortfolioSnapshot>.Accepted,
        _ earlier: CSVImport<PortfolioSnapshot>.Earlier?
    ) throws -> CSVImport<PortfolioSnapshot>.Outcome {
        let isTaken =
            // The day as well, by which snapshots are ordered: the moment alone would be sought in all of them, row by row.
            try Bool.fetchOne(
                statements.db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM snapshot_details WHERE day = ? AND taken_at = ?)"),
                arguments: [accepted.item.day.iso, accepted.item.time.iso]) ?? false
        guard !isTaken else {
            return .refused(
                rule: "import.changed", column: "timestamp",
                reason: "has a snapshot with other values in the history; a history is not edited")
        }
        _ = try statements.insert(accepted.item)
        try statements.run("INSERT OR IGNORE INTO sessions (day) VALUES (?)", [accepted.item.day.iso])
        return .imported(tradeID: nil)
    }

    private static func lay(
        _ statements: Statements, _ accepted: CSVImport<DailyResult>.Accepted,
        _ earlier: CSVImport<DailyResult>.Earlier?
    ) throws -> CSVImport<DailyResult>.Outcome {
        let isTaken =
            try Bool.fetchOne(
                statements.db.cachedStatement(
                    sql: """
                        SELECT EXISTS (
                            SELECT 1 FROM daily_results WHERE day = ? AND strategy = ? AND allotment = 'allotted')
                        """),
                arguments: [accepted.item.day.iso, accepted.item.strategy.rawValue]) ?? false
        guard !isTaken else {
            return .refused(
                rule: "import.changed", column: "date",
                reason: "has a result of this strategy with other values in the history; a history is not edited")
        }
        try statements.insert(accepted.item)
        try statements.run("INSERT OR IGNORE INTO sessions (day) VALUES (?)", [accepted.item.day.iso])
        return .imported(tradeID: nil)
    }
}
