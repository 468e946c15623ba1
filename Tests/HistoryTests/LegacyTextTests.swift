import Dates
import GRDB
import Input
import Testing

@testable import History

private let now = instant("2026-08-07T21:00:00Z")

/// A file of the old backtester with one run and one sound trade, to be spoilt one fact at a time.
private let backtests = """
    CREATE TABLE backtest_runs (run_id INTEGER PRIMARY KEY, start_date DATE, end_date DATE, initial_capital REAL,
        final_capital REAL, total_pnl REAL, total_trades INTEGER, winning_trades INTEGER, losing_trades INTEGER,
        win_rate REAL, sharpe_ratio REAL, max_drawdown REAL, profit_factor REAL, avg_win REAL, avg_loss REAL,
        avg_days_in_trade REAL, config TEXT);
    CREATE TABLE backtest_trades (trade_id INTEGER PRIMARY KEY, run_id INTEGER, entry_time TIMESTAMP,
        exit_time TIMESTAMP, symbol TEXT, spread_type TEXT, short_strike REAL, long_strike REAL, contracts INTEGER,
        entry_credit REAL, exit_cost REAL, realized_pnl REAL, max_profit REAL, max_loss REAL, exit_reason TEXT,
        days_in_trade INTEGER, confidence_score INTEGER, confidence_breakdown TEXT);
    CREATE TABLE backtest_analyses (analysis_id INTEGER PRIMARY KEY, run_id INTEGER, timestamp TIMESTAMP, symbol TEXT,
        should_trade BOOLEAN);
    INSERT INTO backtest_runs VALUES (3, '2024-08-01', '2024-08-31', 10000, 10060, 60, 1, 1, 0, 100, NULL, 0, 9e999, 60,
        0, 3, '{"max_risk_per_trade": 0.05}');
    INSERT INTO backtest_trades VALUES (41, 3, '2024-08-09 00:00:00', '2024-08-12 00:00:00', 'SPY', 'put_credit',
        503, 502, 4, 80, 20, 60, 80, 320, 'Profit Target (75%)', 3, 75, '{"iv_rank": 63.7265}');
    INSERT INTO backtest_analyses VALUES (8, 3, '2024-08-09 00:00:00', 'SPY', 1);
    """

/// A file of the old desk with one open position.
private let desk = """
    CREATE TABLE trades (id INTEGER PRIMARY KEY, timestamp TEXT, symbol TEXT, spread_type TEXT,
        short_strike REAL, long_strike REAL, contracts INTEGER, credit REAL, status TEXT, mode TEXT,
        book_type TEXT, analysis_id INTEGER);
    INSERT INTO trades VALUES
        (7, '2025-06-05 14:00:00', 'SPY', 'put_credit', 580, 575, 2, 210.0, 'open', 'paper', 'PRIMARY', NULL);
    """

@Suite("What is said of an old file")
struct LegacyTextTests {
    /// All that is found in a table once a fact of it was changed: severity, rule and message.
    private func said(_ change: String, of table: String) throws -> [String] {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", backtests + "UPDATE \(table) SET \(change);")
        return try folder.history().importLegacy(path, run: 3, at: now).rows.findings
            .filter { $0.subject == table && $0.place.hasPrefix("row ") }
            .map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
    }

    @Test(
        "A trade that says too little, or the impossible, is refused with column, value and reason",
        arguments: [
            ("spread_type = 'straddle'", "spread-type: spread_type 'straddle' is none that the desk trades"),
            ("spread_type = NULL", "spread-type: spread_type 'NULL' is none that the desk trades"),
            ("contracts = 0", "contracts: contracts '0' is not a count of at least one"),
            ("contracts = NULL", "contracts: contracts 'NULL' is not a count of at least one"),
            ("entry_credit = 'much'", "amount: entry_credit 'much' is no amount of dollars"),
            ("realized_pnl = 'much'", "amount: realized_pnl 'much' is no amount of dollars"),
            ("realized_pnl = NULL, exit_cost = NULL", "amount: realized_pnl 'NULL' is no amount of dollars"),
            (
                "entry_credit = 2e9, realized_pnl = 2e9, exit_cost = 0",
                "amount: entry_credit '2000000000.0' or realized_pnl '2000000000.0' over 4 contracts lies beyond "
                    + "1000000000.00 dollars"
            ),
            ("symbol = 'S&P500'", "symbol: symbol 'S&P500' is no symbol"),
            ("entry_time = 'monday'", "time: entry_time 'monday' or exit_time '2024-08-12 00:00:00' is no time"),
            ("exit_time = NULL", "time: entry_time '2024-08-09 00:00:00' or exit_time 'NULL' is no time"),
            (
                "exit_time = '2024-08-08 00:00:00'",
                "exit-before-entry: the exit on 2024-08-08 lies before the entry on 2024-08-09"
            ),
        ])
    func refused(change: String, said: String) throws {
        #expect(try self.said(change, of: "backtest_trades") == ["error legacy.\(said)"])
    }

    @Test(
        "A trade that contradicts itself comes in, and it is said what was taken",
        arguments: [
            (
                "realized_pnl = NULL",
                "warning legacy.pnl-missing: realized_pnl is missing; taken as credit 80.00 - cost 20.00"
            ),
            (
                "exit_cost = 0",
                "warning legacy.pnl-mismatch: realized_pnl 60.00 is not entry_credit 80.00 - exit_cost 0.00; the cost is "
                    + "taken as 20.00"
            ),
            (
                "exit_cost = NULL",
                "warning legacy.pnl-mismatch: realized_pnl 60.00 is not entry_credit 80.00 - exit_cost NULL; the cost is "
                    + "taken as 20.00"
            ),
            (
                "symbol = 'GLD'", "warning legacy.unknown-symbol: GLD is not among the symbols that the desk trades"
            ),
            (
                "long_strike = NULL",
                "warning legacy.strikes: short_strike 503.0 and long_strike NULL make no put_credit; the width is not known"
            ),
            (
                "confidence_score = 101",
                "warning legacy.confidence: confidence_score '101' is not within 0-100"
            ),
            (
                "confidence_breakdown = '{\"score\": 80}'",
                "warning legacy.confidence-breakdown: confidence_score 75 is not the breakdown's 80.0"
            ),
            (
                "confidence_breakdown = '{\"iv_rank\": 50}'",
                "warning legacy.iv-rank: IV rank 50.0 is a placeholder or out of range; taken as not known"
            ),
            (
                "exit_reason = 'Profit Target (90%+)'",
                "warning legacy.exit-reason: exit_reason 'Profit Target (90%+)', but the P&L is 75.0 % of the credit"
            ),
            (
                "exit_reason = 'Stop Loss (-150%)'",
                "warning legacy.exit-reason: exit_reason 'Stop Loss (-150%)', but the P&L is 75.0 % of the credit"
            ),
            (
                "exit_reason = 'Time Stop (9 DTE)', realized_pnl = -200, exit_cost = 280",
                "warning legacy.exit-reason: exit_reason 'Time Stop (9 DTE)', but the P&L is -250.0 % of the credit, "
                    + "beyond the stop at 150 %"
            ),
            (
                "exit_reason = 'Backtest End'",
                "note legacy.exit-other: exit_reason 'Backtest End' is no rule; kept as other"
            ),
            (
                "exit_time = '2024-08-11 00:00:00', days_in_trade = 2",
                "warning legacy.weekend: 2024-08-11 is no weekday"
            ),
            (
                "days_in_trade = 4", "warning legacy.days: days_in_trade 4 is not the 3 between the dates"
            ),
            (
                "exit_time = '2024-09-03 00:00:00', days_in_trade = 25",
                "warning legacy.outside-run: 2024-08-09 to 2024-09-03 is not within 2024-08-01 to 2024-08-31"
            ),
            ("max_profit = 81", "warning legacy.max-profit: max_profit 81.00 is not the credit 80.00"),
            ("max_loss = 300", "warning legacy.max-loss: max_loss 300.00 is not width - credit, 320.00"),
            (
                "realized_pnl = 90, exit_cost = -10",
                "warning legacy.beyond-limits: P&L 90.00 lies beyond the most that the spread can gain or lose"
            ),
            (
                "contracts = 8, max_loss = 720",
                "warning legacy.risk: maximum loss 720.00 is above the run's own limit of 500.00 a trade"
            ),
            (
                "contracts = 3, realized_pnl = 62.02, exit_cost = 17.98, max_loss = 220",
                "note legacy.rounding: P&L 62.02 over 3 contracts becomes 62.01"
            ),
        ])
    func contradiction(change: String, said: String) throws {
        #expect(try self.said(change, of: "backtest_trades") == [said])
    }

    @Test(
        "What a run states is held against its trades",
        arguments: [
            ("total_trades = 2", "warning legacy.run-total: total_trades is 2, but its trades make 1.00"),
            ("avg_win = 50", "warning legacy.run-total: avg_win is 50.0, but its trades make 60.00"),
            ("max_drawdown = 5", "warning legacy.run-drawdown: max_drawdown is 5.0, but its trades make 0.00"),
            (
                "end_date = NULL",
                "warning legacy.run-period: start_date '2024-08-01' and end_date 'NULL' are no period"
            ),
            ("win_rate = NULL", "warning legacy.run-undefined: win_rate is 'NULL'; it is undefined"),
            ("sharpe_ratio = 3", "note legacy.run-sharpe: sharpe_ratio 3.0 rests on 1 trades; undefined below 20"),
        ])
    func run(change: String, said: String) throws {
        let found = try self.said(change, of: "backtest_runs")
        let sound = [
            "warning legacy.run-undefined: sharpe_ratio is 'NULL'; it is undefined",
            "warning legacy.run-undefined: profit_factor is 'inf'; it is undefined",
        ]
        #expect(found.filter { !sound.contains($0) } == [said])
    }

    /// A row of the old desk's `trades`, the facts of which may be changed, and what is said of it.
    private func said(ofDesk change: String) throws -> [String] {
        let folder = try Folder()
        let path = try folder.database(
            "desk-old.sqlite",
            desk + "UPDATE trades SET \(change);")
        return try folder.history().importLegacy(path, at: now).rows.findings
            .map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
    }

    @Test(
        "A row of the old desk that does not say enough is kept and told",
        arguments: [
            ("timestamp = NULL", "desk.time: timestamp 'NULL' is no instant"),
            (
                "spread_type = 'straddle'",
                "desk.spread-type: spread_type 'straddle' is none of put_credit, call_credit, iron_condor"
            ),
            ("contracts = 0", "desk.contracts: contracts '0' is not a count of at least one"),
            ("credit = 'much'", "desk.credit: credit 'much' of symbol 'SPY' is no amount of dollars"),
            ("mode = 'dream'", "desk.mode: mode 'dream' is none of simulated, backtest, paper, live"),
            ("book_type = 'HEDGE'", "desk.book: book_type 'HEDGE' is none of PRIMARY, INCOME_POP, LEGACY"),
            (
                "status = 'closed'",
                "desk.no-exit: status is 'closed', and the row says neither when nor at what cost"
            ),
        ])
    func deskRefused(change: String, said: String) throws {
        #expect(
            try self.said(ofDesk: change) == [
                "error \(said); the row is kept and stays out of every figure"
            ])
    }

    @Test("An open position of the old desk comes in, and it is said what it lacks")
    func deskOpen() throws {
        let lacks =
            "warning desk.open-undetailed: an open position of SPY without expiration, fees or stop rule; fees are taken "
            + "as 0"
        #expect(try said(ofDesk: "contracts = 2") == [lacks])
        #expect(
            try said(ofDesk: "contracts = 3, credit = 100") == [
                lacks,
                "note desk.credit-rounding: credit 100.00 over 3 contracts is 99.99 in whole ten-thousandths of a dollar a "
                    + "share",
            ])
    }

    @Test("What holds for a file as a whole is said once")
    func general() throws {
        let folder = try Folder()
        let path = try folder.database(
            "old.sqlite", backtests + "INSERT INTO backtest_runs (run_id, total_trades) VALUES (4, 0);")
        let history = try folder.history()
        let report = try history.importLegacy(path, at: now)
        #expect(
            report.rows.findings.filter { $0.place == "run 3" }.map {
                "\($0.severity.rawValue) \($0.rule): \($0.message)"
            }
                == [
                    "warning legacy.model-prices: prices were made by the old backtester's model; its trades are labelled "
                        + "synthetic",
                    "note legacy.not-recorded: expirations, legs and fees were not recorded; fees are taken as 0",
                    "note legacy.date-only: times are dates written as midnight; taken as 16:00 New York of that date",
                ])
        #expect(
            report.runs.last?.findings.first { $0.rule == "legacy.run-empty" }?.message == "the run has no trades")
        let other = try history.importLegacy(path, run: 4, at: now)
        #expect(
            other.rows.findings.last?.message
                == "run 3 is in the history; runs share days and capital, so one history holds one of them")
    }

    @Test("A snapshot of the old desk without a moment is kept and told")
    func snapshot() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.writing { try $0.execute(sql: "INSERT INTO portfolio_metrics (timestamp) VALUES ('noon')") }
        let path = try folder.database("desk-old.sqlite", desk)
        #expect(
            try history.importLegacy(path, at: now).rows.findings.map { "\($0.place): \($0.message)" }.last
                == "row 1: timestamp 'noon' is no instant; the snapshot stays out of every figure")
    }

    @Test("Where the gate has not decided, there is nothing to override")
    func override() throws {
        let folder = try Folder()
        let history = try folder.history()
        let error = #expect(throws: HistoryError.self) {
            try history.record(
                overriding: day("2026-07-31"), at: now, person: "Ada", secondPerson: nil, from: 0.1, to: 0.05,
                reason: "a drill", expiresOn: day("2026-08-07"))
        }
        #expect(
            error?.description
                == "session 2026-07-31 has no decision of the gate, so there is nothing to override; run `report gate --as-of "
                + "2026-07-31` first")
    }
}
