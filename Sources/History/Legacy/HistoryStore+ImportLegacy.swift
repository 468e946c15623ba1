public import Dates
internal import Foundation
internal import GRDB
internal import Input
internal import Ledger

extension HistoryStore {
    /// Brings one of the old desk's SQLite files in: a run of its backtester, or its `trades`. Every source row is kept
    /// word for word; a row that came in before is left alone, so that the import may be repeated.
    ///
    /// - Parameters:
    ///   - file: the old file; it is only read.
    ///   - run: the backtester's run to import; nil for the newest one that has trades.
    ///   - time: when the import is made, for the record.
    /// - Throws: `missing`, `notADatabase`, `corrupt`, `foreign` for the old file; `failed` for a run it does not have.
    public func importLegacy(_ file: String, run: Int64? = nil, at time: Instant) throws(HistoryError) -> LegacyReport {
        let name = URL(fileURLWithPath: file).lastPathComponent
        switch try LegacyFile(file).content {
        case .desk(let rows):
            return try importDesk(rows, name, time)
        case .backtests(let runs, let trades, let analyses):
            let checks = runs.map { run in
                LegacyRunCheck(
                    run, trades: trades.filter { $0.integer("run_id") == Int(run.id) },
                    analyses: analyses.filter { $0.integer("run_id") == Int(run.id) })
            }
            let newest = checks.last { $0.summary.trades > 0 }
            guard let chosen = run.map({ wanted in checks.first { $0.summary.id == wanted } }) ?? newest else {
                let present = checks.map { String($0.summary.id) }.joined(separator: ", ")
                throw .failed(
                    path: file,
                    detail: run.map { "has no run \($0); it has \(present.isEmpty ? "none" : present)" }
                        ?? "has no run with trades")
            }
            var report = LegacyReport(rows: ImportReport(kind: .legacyBacktest, source: name))
            report.runs = checks.map(\.summary)
            report.run = chosen.summary.id
            let id = Int(chosen.summary.id)
            let importer = LegacyRunImport(
                check: chosen, rows: runs.filter { $0.id == chosen.summary.id },
                trades: trades.filter { $0.integer("run_id") == id },
                analyses: analyses.filter { $0.integer("run_id") == id })
            report.rows.isCommitted = try transaction { db in try importer.lay(Statements(db), time, &report) }
            return report
        }
    }

    private func importDesk(_ rows: [LegacyRow], _ name: String, _ time: Instant) throws(HistoryError) -> LegacyReport {
        try writing { db in
            var report = ImportReport(kind: .desk, source: name)
            report.rowsRead = rows.count
            let statements = Statements(db)
            let importID = try statements.begin(report, time)
            let first = try statements.nextTradeID()
            for row in rows {
                let key = "trades \(row.id)"
                let json = try row.json()
                guard try !statements.holds(.desk, key, json) else {
                    report.alreadyThere += 1
                    continue
                }
                let id = try statements.nextTradeID()
                try statements.copyDeskRow(row, as: id)
                try statements.keep(.desk, key, json, id, importID)
                report.imported += 1
            }
            let findings = try DeskRows.adopt(db, from: first)
            report.add(findings)
            report.withFinding = Set(findings.map(\.place)).count
            report.isCommitted = true
            let days = try String.fetchAll(
                db, sql: "SELECT entry_day FROM trade_details WHERE trade_id >= ?", arguments: [first])
            try statements.insertRun(days.compactMap { Day($0) }, of: "trades of \(name)")
            try statements.finish(report, importID)
            return LegacyReport(rows: report)
        }
    }
}

/// Lays one run of the old backtester down.
private struct LegacyRunImport {
    let check: LegacyRunCheck
    let rows: [LegacyRow]
    let trades: [LegacyRow]
    let analyses: [LegacyRow]

    /// - Returns: whether to keep what was laid down.
    func lay(_ statements: Statements, _ time: Instant, _ report: inout LegacyReport) throws -> Bool {
        let run = check.summary.id
        report.rows.rowsRead = trades.count
        report.rows.add(check.summary.findings)
        let others = try String.fetchAll(
            statements.db,
            sql:
                "SELECT DISTINCT row_key FROM imported_rows WHERE kind = ? AND row_key LIKE 'run %' AND trade_id IS NULL",
            arguments: [ImportKind.legacyBacktest.rawValue]
        ).filter { !$0.contains("analysis") && $0 != "run \(run)" }
        if let other = others.first {
            report.rows.refused = trades.count
            report.rows.add([
                Finding(
                    severity: .error, rule: "legacy.second-run", subject: "backtest_runs", place: "row \(run)",
                    message: "\(other) is in the history; runs share days and capital, so one history holds one of them"
                )
            ])
            return false
        }
        let importID = try statements.begin(report.rows, time)
        var isDateOnly = false
        var days: [Day] = []
        var seen: [String: Int64] = [:]
        for source in trades {
            var row = source
            let key = "run \(run) trade \(row.id)"
            let json = try row.json()
            guard try !statements.holds(.legacyBacktest, key, json) else {
                report.rows.alreadyThere += 1
                continue
            }
            let identity = ["entry_time", "exit_time", "symbol", "spread_type", "short_strike", "long_strike"]
                .map { row.stored($0) }.joined(separator: " ")
            if let first = seen.updateValue(row.id, forKey: identity) {
                row.find(.error, "duplicate", "is the same trade as row \(first)")
            }
            guard let legacy = LegacyTrade(&row, in: check.frame), !row.isRefused, let exit = legacy.trade.exit else {
                report.rows.refused += 1
                report.rows.add(row.findings)
                try statements.insert(row.findings)
                continue
            }
            var trade = legacy.trade
            trade.id = try statements.nextTradeID()
            try statements.insert(trade)
            try statements.close(trade.id, exit)
            days += [trade.entryDay, exit.day]
            try statements.keep(.legacyBacktest, key, json, trade.id, importID)
            report.rows.imported += 1
            report.rows.withFinding += row.findings.isEmpty ? 0 : 1
            report.rows.add(row.findings)
            try statements.insert(row.findings)
            report.statedPnL = report.statedPnL + legacy.statedPnL
            report.importedPnL = report.importedPnL + (trade.realizedPnL ?? .zero)
            isDateOnly = isDateOnly || legacy.isDateOnly
        }
        for (label, others) in [("", rows), (" analysis", analyses)] {
            for row in others {
                let key = "run \(run)\(label.isEmpty ? "" : "\(label) \(row.id)")"
                let json = try row.json()
                if try !statements.holds(.legacyBacktest, key, json) {
                    try statements.keep(.legacyBacktest, key, json, nil, importID)
                }
            }
        }
        if report.rows.imported > 0 {
            let findings = general(run, isDateOnly)
            report.rows.add(findings)
            try statements.insert(findings)
        }
        try statements.insertRun(
            days, of: "run \(run) of \(report.rows.source), at prices of the old backtester's model",
            initialEquity: rows.first?.money("initial_capital") ?? .zero, isSynthetic: true)
        try statements.finish(report.rows, importID)
        return true
    }

    /// What holds for every trade of a run, said once.
    private func general(_ run: Int64, _ isDateOnly: Bool) -> [Finding] {
        var general = [
            (
                "legacy.model-prices", Finding.Severity.warning,
                "prices were made by the old backtester's model; its trades are labelled synthetic"
            ),
            ("legacy.not-recorded", .note, "expirations, legs and fees were not recorded; fees are taken as 0"),
        ]
        if isDateOnly {
            general.append(
                ("legacy.date-only", .note, "times are dates written as midnight; taken as 16:00 New York of that date")
            )
        }
        return general.map {
            Finding(severity: $0.1, rule: $0.0, subject: "backtest_trades", place: "run \(run)", message: $0.2)
        }
    }
}
