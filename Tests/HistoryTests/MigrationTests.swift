import Dates
import Foundation
import GRDB
import Input
import Ledger
import Testing

@testable import History

/// The desk's old file, as its program made it: mode and status vary in case.
private let oldDesk = """
    CREATE TABLE trades (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TEXT, symbol TEXT, spread_type TEXT,
        short_strike REAL, long_strike REAL, contracts INTEGER, credit REAL, status TEXT, mode TEXT,
        analysis_id INTEGER);
    INSERT INTO trades VALUES
        (1, '2025-06-05 14:00:00', 'SPY', 'put_credit', 580, 575, 2, 210.0, 'CLOSED', 'Paper', 7),
        (2, '2025-06-06T01:30:00Z', 'QQQ', 'call_credit', 540, 545, 3, 100.0, 'Open', 'PAPER', NULL),
        (5, '2025-06-09 14:00:00', 'SPY', 'iron_condor', 560, 555, 1, 150.0, 'open', 'live', NULL);
    """

@Suite("Migrations")
struct MigrationTests {
    @Test("The old desk file loses no row, gains the plan's columns, and its rows belong to LEGACY")
    func oldFile() throws {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", oldDesk)
        let done = try HistoryStore.migrate(path)
        #expect(done.state == .oldDesk && done.steps.count == HistoryStore.schemaVersion)
        let history = try HistoryStore(reading: path)
        #expect(
            try rows(
                history,
                """
                SELECT id, timestamp, symbol, spread_type, short_strike, long_strike, contracts, credit, status, mode,
                    analysis_id, book_type FROM trades ORDER BY id
                """) == [
                    "1|2025-06-05 14:00:00|SPY|put_credit|580.0|575.0|2|210.0|CLOSED|Paper|7|LEGACY",
                    "2|2025-06-06T01:30:00Z|QQQ|call_credit|540.0|545.0|3|100.0|Open|PAPER|-|LEGACY",
                    "5|2025-06-09 14:00:00|SPY|iron_condor|560.0|555.0|1|150.0|open|live|-|LEGACY",
                ])
        // 100.00 over 3 contracts: 0.3333 a share, 99.99; 01:30Z is the evening of 5 June.
        #expect(
            try rows(
                history,
                """
                SELECT trade_id, strategy, symbol, structure, entry_day, credit, width, max_loss, mode
                FROM open_positions ORDER BY trade_id
                """) == [
                    "2|LEGACY|QQQ|call_credit|2025-06-05|99.99|5.0|1400.01|paper",
                    "5|LEGACY|SPY|iron_condor|2025-06-09|150.0|-|-|live",
                ])
        #expect(try rows(history, "SELECT count(*) FROM closed_trades") == ["0"])
        #expect(try history.trades().map(\.mode) == [.paper, .live])
        #expect(
            try history.findings().map { "\($0.rule) \($0.place)" } == [
                "desk.no-exit row 1", "desk.open-undetailed row 2", "desk.credit-rounding row 2",
                "desk.open-undetailed row 5",
            ])
        // A new trade of the plan has the plan's default book.
        let writer = try HistoryStore(writing: path)
        try writer.writing { try $0.execute(sql: "INSERT INTO trades (symbol) VALUES ('SPY')") }
        #expect(try rows(writer, "SELECT book_type FROM trades WHERE id = 6") == ["PRIMARY"])
    }

    @Test("A file to which the desk added the plan's columns and tables by hand keeps what is in them")
    func handMade() throws {
        let folder = try Folder()
        let path = try folder.database(
            "old.sqlite",
            oldDesk + """
                ALTER TABLE trades ADD COLUMN book_type VARCHAR(20) DEFAULT 'PRIMARY';
                ALTER TABLE trades ADD COLUMN entry_iv_rank REAL;
                UPDATE trades SET book_type = 'INCOME_POP', entry_iv_rank = 81.5 WHERE id = 5;
                CREATE TABLE portfolio_metrics (id INTEGER PRIMARY KEY, timestamp DATETIME DEFAULT CURRENT_TIMESTAMP,
                    total_delta REAL, total_theta REAL, total_vega REAL, total_gamma REAL, day_at_risk REAL,
                    vix_level REAL, hedge_active BOOLEAN);
                INSERT INTO portfolio_metrics VALUES
                    (1, '2025-06-06 01:30:00', 0.1, 50, -100, 0.01, 0.02, 17, 0), (2, 'yesterday', 0, 0, 0, 0, 0, 0, 0);
                """)
        _ = try HistoryStore.migrate(path)
        let history = try HistoryStore(reading: path)
        #expect(
            try rows(history, "SELECT book_type, entry_iv_rank FROM trades ORDER BY id")
                == ["PRIMARY|-", "PRIMARY|-", "INCOME_POP|81.5"])
        #expect(try rows(history, "SELECT day, total_theta FROM daily_snapshots") == ["2025-06-05|50.0"])
        #expect(try rows(history, "SELECT count(*) FROM portfolio_metrics") == ["2"])
        #expect(try history.snapshots().map(\.time) == [instant("2025-06-06T01:30:00Z")])
        #expect(try history.findings().contains { $0.rule == "desk.snapshot-time" && $0.place == "row 2" })
    }

    @Test(
        "A row of the old desk that cannot be read stays, out of every figure, with a finding that says why",
        arguments: [
            ("timestamp = 'soon'", "desk.time"), ("spread_type = 'straddle'", "desk.spread-type"),
            ("spread_type = NULL", "desk.spread-type"), ("contracts = 0", "desk.contracts"),
            ("contracts = NULL", "desk.contracts"), ("credit = 9e999", "desk.credit"), ("symbol = NULL", "desk.credit"),
            ("mode = 'dream'", "desk.mode"), ("status = NULL", "desk.no-exit"), ("status = 'expired'", "desk.no-exit"),
        ])
    func unreadable(change: String, rule: String) throws {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", oldDesk + "UPDATE trades SET \(change) WHERE id = 2;")
        _ = try HistoryStore.migrate(path)
        let history = try HistoryStore(reading: path)
        #expect(try rows(history, "SELECT count(*) FROM trades") == ["3"])
        #expect(try history.trades().map(\.id) == [5])
        #expect(try history.findings().filter { $0.place == "row 2" }.map(\.rule) == [rule])
    }

    @Test("A history of every earlier version comes to the present one with its rows", arguments: 1..<Schema.current)
    func earlier(version: Int) throws {
        let folder = try Folder()
        let queue = try DatabaseQueue(path: folder.file())
        try Schema.migrator.migrate(queue, upTo: Schema.migrations[version - 1].identifier)
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO trades (timestamp, symbol, spread_type, contracts, credit, status, mode)
                    VALUES ('2026-01-05T15:00:00Z', 'SPY', 'put_credit', 1, 100, 'open', 'paper')
                    """)
            if version >= 3 { try Statements(db).insert(sampleTrade(2)) }
            if version >= 4 { try SessionWriter(db).write(SessionRecord(day: day("2026-01-06"))) }
        }
        try queue.close()
        #expect(throws: HistoryError.needsMigration(path: folder.file(), schema: version, known: Schema.current)) {
            try HistoryStore(writing: folder.file())
        }
        #expect(throws: HistoryError.needsMigration(path: folder.file(), schema: version, known: Schema.current)) {
            try HistoryStore(reading: folder.file())
        }
        let plan = try HistoryStore.migrate(folder.file())
        #expect(plan.schema == version && plan.steps.count == Schema.current - version)
        let history = try HistoryStore(writing: folder.file())
        #expect(try rows(history, "SELECT count(*) FROM trades") == [version >= 3 ? "2" : "1"])
        #expect(try rows(history, "PRAGMA foreign_key_check").isEmpty)
        #expect(try rows(history, "PRAGMA user_version") == ["\(Schema.current)"])
        if version < 6 { #expect(try history.trades().first?.credit == dollars(100)) }
        #expect(try HistoryStore.migrate(folder.file()).steps.isEmpty)
    }

    @Test("A dry run says what would happen, and changes nothing")
    func dryRun() throws {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", oldDesk)
        let before = try folder.bytes("old.sqlite")
        let plan = try MigrationPlan(path: path)
        #expect(
            plan.description == """
                \(path): old desk file, schema 0 -> 10
                  step 1 trades of the desk
                  step 2 plan: books, portfolio metrics, rules audit
                  step 3 trades in full
                  step 4 sessions, candidates, results
                  step 5 rollout, reports, sign-offs
                  step 6 imports, rows of the desk
                  step 7 views
                  step 8 gate, words, nightly job
                  step 9 market days
                  step 10 outbox, alerts
                  keeps 3 rows of trades
                  backup first: \(path).schema0.backup
                """)
        #expect(try folder.bytes("old.sqlite") == before)
        #expect(try folder.names == ["old.sqlite"])
    }

    @Test("A dry run on nothing, an empty file and an up-to-date history says so")
    func dryRunElsewhere() throws {
        let folder = try Folder()
        let absent = try MigrationPlan(path: folder.file())
        #expect(absent.state == .absent && absent.backup == nil && absent.steps.count == Schema.current)
        #expect(absent.description.hasSuffix("no backup: there is nothing to lose"))
        #expect(try folder.names.isEmpty)
        try Data().write(to: URL(fileURLWithPath: folder.file()))
        #expect(try MigrationPlan(path: folder.file()).state == .empty)
        try folder.history().close()
        let current = try MigrationPlan(path: folder.file())
        #expect(current.description == "\(folder.file()): schema \(Schema.current) is up to date; nothing to do")
    }

    @Test("The backup is the file as it was, and a second one gets a name of its own")
    func backup() throws {
        let folder = try Folder()
        let path = try folder.database("old.sqlite", oldDesk)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(path).schema0.backup"))
        let plan = try HistoryStore.migrate(path)
        #expect(plan.backup == "\(path).schema0.backup-2")
        let queue = try DatabaseQueue(path: "\(path).schema0.backup-2")
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM trades") } == 3)
        #expect(try queue.read { try $0.columns(in: "trades").count } == 11)
        #expect(try folder.bytes("old.sqlite.schema0.backup") == Data("mine".utf8))
    }

    @Test("A history can be copied while it is open, and not over another file")
    func copy() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.backup(to: folder.file("copy.sqlite"))
        #expect(try HistoryStore(reading: folder.file("copy.sqlite")).trades() == sampleSession().opened)
        #expect(throws: HistoryError.fileExists(path: folder.file("copy.sqlite"))) {
            try history.backup(to: folder.file("copy.sqlite"))
        }
        #expect(throws: HistoryError.self) { try history.backup(to: folder.file("no/such/folder.sqlite")) }
    }
}
