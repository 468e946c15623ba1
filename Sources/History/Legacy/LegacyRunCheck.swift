internal import Dates
internal import Foundation
internal import Input
internal import Ledger

/// Holds a run's own figures against its trades.
struct LegacyRunCheck {
    let frame: LegacyTrade.Frame
    let summary: LegacyRun

    init(_ run: LegacyRow, trades: [LegacyRow], analyses: [LegacyRow]) {
        var run = run
        let from = run.text("start_date").flatMap { Day($0.prefix(10)) }
        let to = run.text("end_date").flatMap { Day($0.prefix(10)) }
        if from == nil || to == nil || from.flatMap({ first in to.map { first > $0 } }) ?? false {
            run.find(
                .warning, "run-period",
                "start_date '\(run.shown("start_date"))' and end_date '\(run.shown("end_date"))' are no period")
        }
        if trades.isEmpty { run.find(.note, "run-empty", "the run has no trades") }
        for column in ["sharpe_ratio", "profit_factor", "win_rate", "max_drawdown", "total_pnl", "final_capital"]
        where run.number(column) == nil {
            run.find(.warning, "run-undefined", "\(column) is '\(run.shown(column))'; it is undefined")
        }
        LegacyRunCheck.checkTotals(&run, trades)
        LegacyRunCheck.checkDrawdown(&run, trades)
        if !trades.isEmpty, trades.count < 20, run.number("sharpe_ratio") != nil {
            run.find(
                .note, "run-sharpe",
                "sharpe_ratio \(run.shown("sharpe_ratio")) rests on \(trades.count) trades; undefined below 20")
        }
        LegacyRunCheck.checkAnalyses(&run, trades, analyses)
        frame = LegacyTrade.Frame(from: from, to: to, maximumRisk: LegacyRunCheck.maximumRisk(run))
        summary = LegacyRun(
            id: run.id, from: from, to: to, trades: trades.count, statedPnL: run.money("total_pnl"),
            findings: run.findings)
    }

    private static func checkTotals(_ run: inout LegacyRow, _ trades: [LegacyRow]) {
        let pnl = trades.compactMap { $0.number("realized_pnl") }
        let wins = pnl.filter { $0 > 0 }
        let losses = pnl.filter { $0 <= 0 }
        let days = trades.compactMap { $0.number("days_in_trade") }
        func mean(_ values: [Double]) -> Double {
            values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
        }
        let total = pnl.reduce(0, +)
        let expected: [(column: String, value: Double)] = [
            ("total_trades", Double(trades.count)), ("winning_trades", Double(wins.count)),
            ("losing_trades", Double(losses.count)), ("total_pnl", total),
            ("final_capital", (run.number("initial_capital") ?? 0) + total),
            ("win_rate", pnl.isEmpty ? 0 : Double(wins.count) / Double(pnl.count) * 100),
            ("avg_win", mean(wins)), ("avg_loss", mean(losses)), ("avg_days_in_trade", mean(days)),
        ]
        for (column, value) in expected {
            guard let stated = run.number(column), abs(stated - value) > 0.005 else { continue }
            run.find(
                .warning, "run-total", "\(column) is \(run.shown(column)), but its trades make \(rounded(value))")
        }
    }

    /// Fall of the sum of P&L from its running peak, in order of the exits, the start included.
    private static func checkDrawdown(_ run: inout LegacyRow, _ trades: [LegacyRow]) {
        guard let stated = run.number("max_drawdown") else { return }
        var sum = 0.0
        var peak = 0.0
        var deepest = 0.0
        let ordered = trades.enumerated().sorted {
            ($0.element.text("exit_time") ?? "", $0.offset) < ($1.element.text("exit_time") ?? "", $1.offset)
        }
        for (_, trade) in ordered {
            sum += trade.number("realized_pnl") ?? 0
            peak = max(peak, sum)
            deepest = max(deepest, peak - sum)
        }
        if abs(stated - deepest) > 0.005 {
            run.find(
                .warning, "run-drawdown",
                "max_drawdown is \(run.shown("max_drawdown")), but its trades make \(rounded(deepest))")
        }
    }

    /// What was analysed against what was traded, matched by time and symbol.
    private static func checkAnalyses(_ run: inout LegacyRow, _ trades: [LegacyRow], _ analyses: [LegacyRow]) {
        func key(_ row: LegacyRow, _ time: String) -> String {
            "\(row.text(time) ?? "") \(row.text("symbol") ?? "")"
        }
        let analysed = Set(analyses.map { key($0, "timestamp") })
        let traded = Set(trades.map { key($0, "entry_time") })
        let unexplained = trades.filter { !analysed.contains(key($0, "entry_time")) }.count
        if unexplained > 0 {
            run.find(.note, "run-analyses", "\(unexplained) of its \(trades.count) trades have no analysis")
        }
        let untraded = analyses.filter { $0.integer("should_trade") == 1 && !traded.contains(key($0, "timestamp")) }
        if !untraded.isEmpty {
            run.find(.note, "run-analyses", "\(untraded.count) analyses that advised a trade have none")
        }
    }

    private static func maximumRisk(_ run: LegacyRow) -> Money? {
        guard let text = run.text("config"), let capital = run.number("initial_capital"),
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let share = (object["max_risk_per_trade"] as? NSNumber)?.doubleValue
        else { return nil }
        return Money(dollars: capital * share)
    }

    private static func rounded(_ value: Double) -> String { Money(dollars: value)?.description ?? "\(value)" }
}
