import Dates
import Foundation
import GRDB
import Input
import Ledger
import Mathematics
import Testing

@testable import History

private let now = instant("2026-08-07T21:00:00Z")

/// A file of the old backtester with one run and one sound trade, to be spoilt one fact at a time.
private let backtests = """
    CREATE TABLE backtest_runs (run_id INTEGER PRIMARY KEY, run_timestamp TIMESTAMP, start_date DATE, end_date DATE,
        initial_capital REAL, final_capital REAL, total_pnl REAL, total_trades INTEGER, winning_trades INTEGER,
        losing_trades INTEGER, win_rate REAL, sharpe_ratio REAL, max_drawdown REAL, max_drawdown_pct REAL,
        profit_factor REAL, avg_win REAL, avg_loss REAL, avg_days_in_trade REAL, config TEXT, notes TEXT);
    CREATE TABLE backtest_trades (trade_id INTEGER PRIMARY KEY, run_id INTEGER, entry_time TIMESTAMP,
        exit_time TIMESTAMP, symbol TEXT, spread_type TEXT, short_strike REAL, long_strike REAL, contracts INTEGER,
        entry_credit REAL, exit_cost REAL, realized_pnl REAL, max_profit REAL, max_loss REAL, exit_reason TEXT,
        days_in_trade INTEGER, confidence_score INTEGER, confidence_breakdown TEXT);
    CREATE TABLE backtest_analyses (analysis_id INTEGER PRIMARY KEY, run_id INTEGER, timestamp TIMESTAMP, symbol TEXT,
        should_trade BOOLEAN);
    INSERT INTO backtest_runs VALUES (3, '2025-06-09 23:15:51', '2024-08-01', '2024-08-31', 10000, 10060, 60, 1, 1, 0,
        100, NULL, 0, 0, 9e999, 60, 0, 3, '{"max_risk_per_trade": 0.05}', '');
    INSERT INTO backtest_trades VALUES (41, 3, '2024-08-09 00:00:00', '2024-08-12 00:00:00', 'SPY', 'put_credit',
        503, 502, 4, 80, 20, 60, 80, 320, 'Profit Target (75%)', 3, 75, '{"iv_rank": 63.7265, "price_move": 1}');
    INSERT INTO backtest_analyses VALUES (8, 3, '2024-08-09 00:00:00', 'SPY', 1);
    """

@Suite("The old backtester's file")
struct LegacyTests {
    private func load(_ change: String = "", run: Int64? = nil) throws -> (HistoryStore, LegacyReport, Folder) {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", backtests + change)
        let history = try folder.history()
        return (history, try history.importLegacy(path, run: run, at: now), folder)
    }

    private let always = ["legacy.date-only", "legacy.model-prices", "legacy.not-recorded", "legacy.run-undefined"]

    @Test("A sound trade comes in: its date at the close in New York, as LEGACY, labelled synthetic")
    func sound() throws {
        let (history, report, folder) = try load()
        defer { _ = folder }
        // 80.00 over 4 contracts is 0.20 a share; 20.00 is 0.05; 16:00 in August is 20:00Z
        #expect(
            try history.trades() == [
                Trade(
                    id: 1, book: .legacy, mode: .backtest, symbol: "SPY", structure: .putCredit, contracts: 4,
                    entryTime: instant("2024-08-09T20:00:00Z"), entryCredit: price("0.2"), entryFees: .zero,
                    width: price("1"), confidence: 75, entryIVRank: 63.7265, isSynthetic: true,
                    exit: TradeExit(
                        time: instant("2024-08-12T20:00:00Z"), cost: price("0.05"), fees: .zero, reason: .profit))
            ])
        #expect(Set(report.rows.findings.map(\.rule)) == Set(always))
        #expect(
            report.description == """
                old.sqlite: 1 rows of legacy-backtest: 1 imported (0 with a finding), 0 there already, 0 refused
                  legacy.date-only: 1
                  legacy.model-prices: 1
                  legacy.not-recorded: 1
                  legacy.run-undefined: 2
                  run 3: 2024-08-01 to 2024-08-31, 1 trades, states P&L 60.00 (imported)
                  P&L: stated 60.00, imported 60.00, by rounding 0.00
                """)
        #expect(
            try rows(history, "SELECT row_key, trade_id FROM imported_rows ORDER BY id")
                == ["run 3 trade 41|1", "run 3|-", "run 3 analysis 8|-"])
        #expect(
            try history.runs() == [
                RunRecord(
                    kind: "import", from: day("2024-08-09"), to: day("2024-08-12"), initialEquity: dollars(10_000),
                    share: 0, seed: nil, isSynthetic: true,
                    provenance: "run 3 of old.sqlite, at prices of the old backtester's model", parameters: "")
            ])
        // An infinite ratio is kept word for word, and stays undefined.
        #expect(
            try rows(history, "SELECT json_extract(row, '$.profit_factor') FROM imported_rows WHERE row_key = 'run 3'")
                == ["inf"])
    }

    @Test(
        "A row that contradicts itself comes in with a finding",
        arguments: [
            ("exit_cost = 0", "pnl-mismatch"), ("exit_cost = NULL", "pnl-mismatch"),
            ("realized_pnl = NULL", "pnl-missing"), ("symbol = 'GLD'", "unknown-symbol"),
            ("short_strike = 500", "strikes"), ("long_strike = NULL", "strikes"),
            ("confidence_score = 101", "confidence"), ("confidence_score = NULL", "confidence"),
            ("confidence_breakdown = '{\"score\": 80}'", "confidence-breakdown"),
            ("confidence_breakdown = '{\"iv_rank\": 50.0}'", "iv-rank"),
            ("confidence_breakdown = '{\"iv_rank\": 120}'", "iv-rank"),
            ("exit_reason = 'Profit Target (90%+)'", "exit-reason"),
            ("exit_reason = 'Stop Loss (-150%)'", "exit-reason"),
            ("exit_reason = 'Backtest End'", "exit-other"), ("exit_reason = NULL", "exit-other"),
            ("days_in_trade = 4", "days"), ("max_profit = 81", "max-profit"), ("max_loss = 300", "max-loss"),
        ])
    func contradiction(change: String, rule: String) throws {
        let (history, report, folder) = try load("UPDATE backtest_trades SET \(change);")
        defer { _ = folder }
        let own = report.rows.findings.filter { $0.place == "row 41" }
        #expect(own.map(\.rule) == ["legacy.\(rule)"])
        #expect(report.rows.imported == 1 && report.rows.withFinding == 1 && report.rows.refused == 0)
        #expect(try history.trades().first?.realizedPnL == dollars(60))
        #expect(try history.findings().contains { $0.rule == "legacy.\(rule)" })
    }

    @Test("Several contradictions at once are all told")
    func several() throws {
        let (_, report, folder) = try load(
            """
            UPDATE backtest_trades SET entry_time = '2024-08-10 00:00:00', exit_time = '2024-09-08 00:00:00',
                realized_pnl = -600, exit_cost = 680, exit_reason = 'Time Stop (9 DTE)', days_in_trade = 29,
                contracts = 6, max_loss = 520;
            """)
        defer { _ = folder }
        // 10 August and 8 September 2024 are a Saturday and a Sunday; -600 / 80 = -750 %; 6 x 100 - 80 = 520 > 500
        #expect(
            report.rows.findings.filter { $0.place == "row 41" }.map(\.rule) == [
                "legacy.exit-reason", "legacy.weekend", "legacy.weekend", "legacy.outside-run", "legacy.beyond-limits",
                "legacy.risk",
            ])
    }

    @Test(
        "A row that says too little, or the impossible, is refused with the reason",
        arguments: [
            ("exit_time = '2024-08-08 00:00:00'", "exit-before-entry"), ("entry_time = 'monday'", "time"),
            ("exit_time = NULL", "time"), ("contracts = NULL", "contracts"), ("contracts = -1", "contracts"),
            ("entry_credit = NULL", "amount"), ("entry_credit = 9e999", "amount"), ("realized_pnl = -9e999", "amount"),
            ("entry_credit = 2e9", "amount"), ("realized_pnl = -2e9", "amount"), ("contracts = 100001", "contracts"),
            ("realized_pnl = NULL, exit_cost = NULL", "amount"), ("spread_type = 'hedge'", "spread-type"),
            ("spread_type = NULL", "spread-type"), ("symbol = NULL", "symbol"), ("symbol = 'S&P500'", "symbol"),
        ])
    func refused(change: String, rule: String) throws {
        let (history, report, folder) = try load("UPDATE backtest_trades SET \(change);")
        defer { _ = folder }
        #expect(report.rows.findings.filter { $0.severity == .error }.map(\.rule) == ["legacy.\(rule)"])
        #expect(report.rows.imported == 0 && report.rows.refused == 1)
        #expect(try history.trades().isEmpty)
    }

    @Test("The same trade twice in a run is one trade")
    func duplicate() throws {
        let (_, report, folder) = try load(
            "INSERT INTO backtest_trades SELECT 42, run_id, entry_time, exit_time, symbol, spread_type, short_strike, "
                + "long_strike, contracts, entry_credit, exit_cost, realized_pnl, max_profit, max_loss, exit_reason, "
                + "days_in_trade, confidence_score, confidence_breakdown FROM backtest_trades;")
        defer { _ = folder }
        #expect(report.rows.imported == 1 && report.rows.refused == 1)
        #expect(
            report.rows.findings.filter { $0.rule == "legacy.duplicate" }.map(\.message)
                == ["is the same trade as row 41"])
    }

    @Test("An amount that does not divide by its contracts is rounded, and told")
    func rounding() throws {
        let (history, report, folder) = try load(
            "UPDATE backtest_trades SET contracts = 3, entry_credit = 59.42, realized_pnl = -93.04, exit_cost = 152.46, "
                + "max_profit = 59.42, max_loss = 240.58, exit_reason = 'Stop Loss';")
        defer { _ = folder }
        // -9304 / 3 = -3101.33 -> -3101 x 3 = -9303
        #expect(
            report.rows.findings.filter { $0.place == "row 41" }.map(\.message)
                == ["P&L -93.04 over 3 contracts becomes -93.03"])
        #expect(report.statedPnL == dollars(-93.04) && report.importedPnL == dollars(-93.03))
        #expect(try history.trades().first?.exit?.reason == .stop)
    }

    @Test(
        "A run whose figures are not those of its trades is told",
        arguments: [
            ("total_trades = 2", "total_trades is 2, but its trades make 1.00"),
            ("winning_trades = 0", "winning_trades is 0, but its trades make 1.00"),
            ("total_pnl = 61", "total_pnl is 61.0, but its trades make 60.00"),
            ("final_capital = 10000", "final_capital is 10000.0, but its trades make 10060.00"),
            ("win_rate = 50", "win_rate is 50.0, but its trades make 100.00"),
            ("avg_days_in_trade = 2", "avg_days_in_trade is 2.0, but its trades make 3.00"),
            ("max_drawdown = 5", "max_drawdown is 5.0, but its trades make 0.00"),
            ("sharpe_ratio = 3", "sharpe_ratio 3.0 rests on 1 trades; undefined below 20"),
            ("start_date = 'x'", "start_date 'x' and end_date '2024-08-31' are no period"),
            ("start_date = '2025-01-01'", "start_date '2025-01-01' and end_date '2024-08-31' are no period"),
            ("profit_factor = 1e999", "profit_factor is 'inf'; it is undefined"),
        ])
    func run(change: String, message: String) throws {
        let (_, report, folder) = try load("UPDATE backtest_runs SET \(change);")
        defer { _ = folder }
        #expect(report.runs.first?.findings.map(\.message).contains(message) ?? false)
        #expect(report.rows.findings.map(\.message).contains(message))
    }

    @Test("Analyses and trades are held against one another")
    func analyses() throws {
        let (_, report, folder) = try load("UPDATE backtest_analyses SET symbol = 'QQQ';")
        defer { _ = folder }
        #expect(
            report.rows.findings.filter { $0.rule == "legacy.run-analyses" }.map(\.message)
                == ["1 of its 1 trades have no analysis", "1 analyses that advised a trade have none"])
    }

    @Test("Of several runs the newest with trades comes in; another one is refused beside it")
    func runs() throws {
        let (history, report, folder) = try load(
            """
            INSERT INTO backtest_runs (run_id, total_trades) VALUES (4, 0);
            INSERT INTO backtest_runs (run_id, initial_capital) VALUES (2, 10000);
            INSERT INTO backtest_trades (trade_id, run_id, entry_time, exit_time, symbol, spread_type, contracts,
                entry_credit, realized_pnl) VALUES (1, 2, '2024-08-05', '2024-08-06T19:00:00Z', 'QQQ', 'call_credit', 1,
                30, 10);
            """)
        #expect(report.run == 3 && report.runs.map(\.id) == [2, 3, 4] && report.runs.map(\.trades) == [1, 1, 0])
        #expect(report.runs.last?.findings.map(\.rule).contains("legacy.run-empty") ?? false)
        let other = try history.importLegacy(folder.file("old.sqlite"), run: 2, at: now)
        #expect(!other.rows.isCommitted && other.rows.findings.last?.rule == "legacy.second-run")
        #expect(try history.trades().count == 1)
        let fresh = try HistoryStore(writing: folder.file("fresh.sqlite"))
        #expect(try fresh.importLegacy(folder.file("old.sqlite"), run: 2, at: now).rows.imported == 1)
        #expect(try fresh.trades().map(\.entryDay) == [day("2024-08-05")])
        #expect(
            throws: HistoryError.failed(path: folder.file("old.sqlite"), detail: "has no run 9; it has 2, 3, 4")
        ) { try fresh.importLegacy(folder.file("old.sqlite"), run: 9, at: now) }
    }

    @Test("The import may be repeated; what came in is left alone")
    func idempotent() throws {
        let (history, _, folder) = try load()
        let again = try history.importLegacy(folder.file("old.sqlite"), at: now)
        #expect(again.rows.imported == 0 && again.rows.alreadyThere == 1)
        #expect(try history.trades().count == 1)
        #expect(try rows(history, "SELECT count(*) FROM imported_rows") == ["3"])
    }

    @Test("The old desk's trades come in row for row; open ones become positions")
    func desk() throws {
        let folder = try Folder()
        let path = try folder.database(
            "desk-old.sqlite",
            """
            CREATE TABLE trades (id INTEGER PRIMARY KEY, timestamp TEXT, symbol TEXT, spread_type TEXT,
                short_strike REAL, long_strike REAL, contracts INTEGER, credit REAL, status TEXT, mode TEXT,
                analysis_id INTEGER);
            INSERT INTO trades VALUES
                (7, '2025-06-05 14:00:00', 'SPY', 'PUT_CREDIT', 580, 575, 2, 210.0, 'Closed', 'Paper', 7),
                (9, '2025-06-06 01:30:00', 'QQQ', 'call_credit', 540, 545, 2, 100.0, 'OPEN', 'LIVE', NULL),
                (11, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """)
        let history = try folder.history()
        try history.write(sampleSession())
        let report = try history.importLegacy(path, at: now)
        #expect(report.run == nil && report.runs.isEmpty && report.rows.kind == .desk)
        #expect(
            report.rows.findings.map { "\($0.rule) \($0.place)" }
                == ["desk.no-exit row 2", "desk.open-undetailed row 3", "desk.time row 4"])
        #expect(
            report.description.hasPrefix(
                "desk-old.sqlite: 3 rows of desk: 3 imported (3 with a finding), 0 there already, 0 refused"))
        #expect(try history.trades().map(\.id) == [1, 3])
        #expect(
            try rows(history, "SELECT id, status, mode, book_type, analysis_id FROM trades WHERE id > 1")
                == ["2|Closed|Paper|LEGACY|7", "3|OPEN|LIVE|LEGACY|-", "4|-|-|LEGACY|-"])
        #expect(try history.importLegacy(path, at: now).rows.alreadyThere == 3)
        var session = SessionRecord(day: day("2026-07-02"))
        session.closed = [sampleTrade(3, exit: sampleExit("2026-07-02T15:00:00Z", cost: "0.1"))]
        try history.write(session)
        #expect(try rows(history, "SELECT realized_pnl FROM closed_trades") == ["77.4"])
    }

    @Test("Other files are refused, untouched")
    func foreign() throws {
        let folder = try Folder()
        let history = try folder.history()
        let path = try folder.database("other.sqlite", "CREATE TABLE a (b)")
        #expect(throws: HistoryError.foreign(path: path, tables: ["a"])) { try history.importLegacy(path, at: now) }
        #expect(throws: HistoryError.missing(path: folder.file("none"))) {
            try history.importLegacy(folder.file("none"), at: now)
        }
        try Data("no database at all, only words".utf8).write(to: URL(fileURLWithPath: folder.file("words")))
        #expect(throws: HistoryError.notADatabase(path: folder.file("words"))) {
            try history.importLegacy(folder.file("words"), at: now)
        }
        let empty = try folder.database(
            "empty.sqlite", "CREATE TABLE backtest_runs (run_id); CREATE TABLE backtest_trades (trade_id)")
        #expect(throws: HistoryError.failed(path: empty, detail: "has no run with trades")) {
            try history.importLegacy(empty, at: now)
        }
    }
}

@Suite("Damaged old files")
struct LegacyFuzzTests {
    @Test("Bytes changed at random never crash the import, and leave it whole or unmade")
    func fuzz() throws {
        let folder = try Folder()
        let sound = try Data(contentsOf: URL(fileURLWithPath: try folder.database("sound.sqlite", backtests)))
        let history = try folder.history()
        var random = RandomSource(seed: 11)
        var outcomes = (imported: 0, refused: 0, failed: 0)
        for round in 0..<120 {
            var bytes = sound
            for _ in 0..<(1 + random.index(below: 20)) {
                bytes[random.index(below: bytes.count)] = UInt8(random.index(below: 256))
            }
            let path = folder.file("fuzz\(round).sqlite")
            try bytes.write(to: URL(fileURLWithPath: path))
            do {
                let report = try history.importLegacy(path, at: now)
                if report.rows.isCommitted { outcomes.imported += 1 } else { outcomes.refused += 1 }
            } catch {
                outcomes.failed += 1
            }
        }
        #expect(outcomes.imported > 0 && outcomes.failed > 0)
        #expect(try rows(history, "PRAGMA integrity_check") == ["ok"])
        #expect(
            try rows(history, "SELECT count(*) FROM trades WHERE id NOT IN (SELECT trade_id FROM trade_exits)") == ["0"]
        )
    }
}

/// Counts found beforehand with Python's sqlite3 over the same file.
@Suite("The desk's real backtest file", .enabled(if: sharedLegacyFile != nil))
struct RealLegacyTests {
    @Test("Its newest run comes in whole, every contradiction counted")
    func newest() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importLegacy(try #require(sharedLegacyFile), at: now)
        #expect(report.run == 10 && report.runs.count == 10)
        #expect(report.rows.imported == 32 && report.rows.refused == 0)
        let counts = Dictionary(uniqueKeysWithValues: report.rows.findingCounts.map { ($0.rule, $0.count) })
        #expect(counts["legacy.pnl-mismatch"] == 32)
        #expect(counts["legacy.risk"] == 15)
        #expect(counts["legacy.iv-rank"] == 4)
        #expect(counts["legacy.exit-reason"] == 12)
        #expect(report.statedPnL == dollars(2706.43))
        #expect(report.importedPnL == (try history.trades()).reduce(.zero) { $0 + ($1.realizedPnL ?? .zero) })
        #expect(abs((report.importedPnL - report.statedPnL).cents) <= 32 * 4)
        #expect(try rows(history, "SELECT count(*) FROM imported_rows") == ["65"])
        #expect(try history.importLegacy(try #require(sharedLegacyFile), at: now).rows.alreadyThere == 32)
    }

    static let faults: [(Int64, String)] = [
        (1, "run-empty"), (2, "run-empty"), (3, "run-undefined run-sharpe run-analyses"),
        (4, "run-undefined run-sharpe run-analyses"), (5, "run-undefined run-sharpe run-analyses"), (6, "run-sharpe"),
        (7, "run-sharpe"), (8, "run-drawdown"), (9, "run-drawdown"), (10, ""),
    ]

    @Test("The faults of each run are told", arguments: faults)
    func runs(id: Int64, rules: String) throws {
        let folder = try Folder()
        let report = try folder.history().importLegacy(try #require(sharedLegacyFile), at: now)
        #expect(
            report.runs.first { $0.id == id }?.findings.map(\.rule)
                == rules.split(separator: " ").map { "legacy.\($0)" })
    }
}
