import Dates
import Foundation
import GRDB
import Input
import Ledger
import Testing

@testable import History

@Suite("Files that cannot be used")
struct ErrorTests {
    @Test("Reading a file that is not there fails, and makes none")
    func missing() throws {
        let folder = try Folder()
        #expect(throws: HistoryError.missing(path: folder.file())) { try HistoryStore(reading: folder.file()) }
        #expect(try folder.names.isEmpty)
    }

    @Test("A file that is no database is refused, untouched")
    func notADatabase() throws {
        let folder = try Folder()
        let text = Data(String(repeating: "date,open,high\n", count: 100).utf8)
        try text.write(to: URL(fileURLWithPath: folder.file()))
        let error = HistoryError.notADatabase(path: folder.file())
        #expect(throws: error) { try HistoryStore(writing: folder.file()) }
        #expect(throws: error) { try HistoryStore(reading: folder.file()) }
        #expect(throws: error) { try HistoryStore.migrate(folder.file()) }
        #expect(try folder.bytes() == text)
    }

    @Test("Somebody else's database is refused, untouched, and its tables are named")
    func foreign() throws {
        let folder = try Folder()
        let path = try folder.database("other.sqlite", "CREATE TABLE moz_places (id INTEGER); CREATE TABLE a (b)")
        let before = try folder.bytes("other.sqlite")
        let error = HistoryError.foreign(path: path, tables: ["a", "moz_places"])
        #expect(throws: error) { try HistoryStore(writing: path) }
        #expect(throws: error) { try HistoryStore(reading: path) }
        #expect(throws: error) { try HistoryStore.migrate(path) }
        #expect(try folder.bytes("other.sqlite") == before)
        #expect(try folder.names == ["other.sqlite"])
    }

    @Test("A table called trades with other columns does not make a file ours")
    func otherTrades() throws {
        let folder = try Folder()
        let path = try folder.database("other.sqlite", "CREATE TABLE trades (id INTEGER, price REAL)")
        #expect(throws: HistoryError.foreign(path: path, tables: ["trades"])) { try HistoryStore.migrate(path) }
    }

    @Test("A database from the future is refused, untouched")
    func future() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.writing { try $0.execute(sql: "PRAGMA user_version = 99") }
        try history.close()
        let before = try folder.bytes()
        let error = HistoryError.fromTheFuture(path: folder.file(), schema: 99, known: Schema.current)
        #expect(throws: error) { try HistoryStore(writing: folder.file()) }
        #expect(throws: error) { try HistoryStore(reading: folder.file()) }
        #expect(throws: error) { try HistoryStore.migrate(folder.file()) }
        #expect(try folder.bytes() == before)
    }

    @Test("A damaged page is reported as damage, with the file's name")
    func corrupt() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.close()
        var bytes = try folder.bytes()
        for index in 4096..<bytes.count { bytes[index] = 0x5A }
        try bytes.write(to: URL(fileURLWithPath: folder.file()))
        let path = folder.file()
        let error = #expect(throws: HistoryError.self) { try HistoryStore(reading: path).trades() }
        #expect(error?.description.hasPrefix("\(path): the database is damaged (") ?? false)
    }

    @Test("A second writer waits for the busy timeout, and then says that the file is locked")
    func locked() throws {
        let folder = try Folder()
        let first = try folder.history()
        let second = try HistoryStore(writing: folder.file(), busyTimeout: 0.01)
        try first.writing { db in
            try db.execute(sql: "INSERT INTO sessions VALUES ('2026-07-01')")
            #expect(throws: HistoryError.locked(path: folder.file())) { try second.write(sampleSession()) }
        }
        #expect(try second.trades().isEmpty)
    }

    @Test("A history opened for reading cannot be written")
    func readOnly() throws {
        let folder = try Folder()
        try folder.history().close()
        let reader = try HistoryStore(reading: folder.file())
        #expect(throws: HistoryError.readOnly(path: folder.file())) { try reader.write(sampleSession()) }
        #expect(try reader.trades().isEmpty)
    }

    @Test("Reading leaves no other file beside the history, and no byte of it changed")
    func noTraces() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.close()
        let before = try folder.bytes()
        let reader = try HistoryStore(reading: folder.file())
        #expect(try reader.trades().count == 1)
        try reader.close()
        #expect(try folder.names == ["desk.sqlite"])
        #expect(try folder.bytes() == before)
        #expect(throws: HistoryError.readOnly(path: folder.file())) {
            try reader.importEquity(
                CSVReader(text: "date,strategy,allotted_capital,pnl\n", file: "e.csv"), at: instant(""))
        }
    }

    @Test("Looking at somebody else's database with a log leaves it alone, log and all")
    func foreignWithLog() throws {
        let folder = try Folder()
        let other = try DatabaseQueue(path: folder.file())
        try other.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)")
        }
        let (before, names) = (try folder.bytes(), try folder.names)
        #expect(throws: HistoryError.foreign(path: folder.file(), tables: ["a"])) {
            try HistoryStore(writing: folder.file())
        }
        #expect(try folder.bytes() == before && folder.names == names)
        try other.close()
        #expect(try folder.names == ["desk.sqlite"])
        #expect(throws: HistoryError.foreign(path: folder.file(), tables: ["a"])) {
            try HistoryStore(reading: folder.file())
        }
        #expect(try folder.names == ["desk.sqlite"])
    }

    @Test("A full disk leaves nothing of the session")
    func diskFull() throws {
        let folder = try Folder()
        let history = try folder.history()
        // SQLite's own limit on pages gives the same result code as a full disk.
        let pages = try history.database.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try history.database.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 1)") }
        var session = sampleSession()
        session.opened = (1...500).map { sampleTrade(Int64($0)) }
        #expect(throws: HistoryError.diskFull(path: folder.file())) { try history.write(session) }
        #expect(try history.trades().isEmpty)
        #expect(try history.sessions().isEmpty)
    }

    @Test("A folder is no history, nor is a path through a file")
    func folder() throws {
        let folder = try Folder()
        #expect(throws: HistoryError.unreadable(path: folder.path, reason: "it is a folder")) {
            try HistoryStore(reading: folder.path)
        }
        let path = folder.file("no/such.sqlite")
        let error = #expect(throws: HistoryError.self) { try HistoryStore(writing: path) }
        #expect(error?.description.hasPrefix("\(path): cannot be opened (") ?? false)
    }

    @Test("A pipe keeps nobody waiting, a link is not followed, and nothing is left behind")
    func special() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.close()
        mkfifo(folder.file("pipe"), 0o600)
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file())
        try files.createSymbolicLink(atPath: folder.file("nowhere"), withDestinationPath: folder.file("missing"))
        let before = try folder.names
        for (name, error) in [
            ("pipe", HistoryError.noFile(path: folder.file("pipe"), .pipe)),
            ("link", .linked(path: folder.file("link"), target: folder.file())),
            ("nowhere", .linked(path: folder.file("nowhere"), target: folder.file("missing"))),
        ] {
            #expect(throws: error) { try HistoryStore(reading: folder.file(name)) }
            #expect(throws: error) { try HistoryStore(writing: folder.file(name)) }
            #expect(throws: error) { try HistoryStore.migrate(folder.file(name)) }
        }
        #expect(try folder.names == before)
        #expect(
            HistoryError.noFile(path: "x", .pipe).description
                == "x: is a pipe, and a history is a regular file; give the path of a history")
        #expect(
            HistoryError.linked(path: "x", target: "/y").description
                == "x: is a symbolic link, and a history is not opened through one, since HALT, locks and logs lie beside it; name "
                + "the file itself: /y")
        // SQLite opens its logs by their names.
        for log in ["-journal", "-wal", "-shm"] {
            let path = folder.file("desk.sqlite")
            mkfifo(path + log, 0o600)
            #expect(throws: HistoryError.strangeLog(path: path + log, .pipe)) { try HistoryStore(reading: path) }
            #expect(throws: HistoryError.strangeLog(path: path + log, .pipe)) { try HistoryStore(writing: path) }
            try files.removeItem(atPath: path + log)
            try files.createSymbolicLink(atPath: path + log, withDestinationPath: folder.file())
            #expect(throws: HistoryError.strangeLog(path: path + log, .link)) { try HistoryStore(writing: path) }
            try files.removeItem(atPath: path + log)
        }
        #expect(
            HistoryError.strangeLog(path: "x-journal", .folder).description
                == "x-journal: is a folder where SQLite keeps a log of the history; move it elsewhere")
        // What is only read once may be reached through a link, and is no pipe either.
        let store = try folder.history("other.sqlite")
        #expect(throws: HistoryError.noFile(path: folder.file("pipe"), .pipe)) {
            try store.importLegacy(folder.file("pipe"), run: nil, at: Instant(secondsSince1970: 0))
        }
    }

    @Test(
        "A value that was edited into nonsense is named by table, row and column",
        arguments: [
            ("UPDATE trades SET mode = 'dream'", "trades, row 1: mode 'dream'"),
            ("UPDATE trades SET book_type = NULL", "trades, row 1: book_type 'NULL'"),
            ("UPDATE trades SET contracts = 0", "trades, row 1: contracts '0'"),
            // Sums and products of what is read must not overflow.
            ("UPDATE trades SET contracts = 100001", "trades, row 1: contracts '100001'"),
            (
                "UPDATE trade_details SET width_price = 9223372036854775807",
                "trades, row 1: width_price '9223372036854775807'"
            ),
            // A credit that a share can have, but no trade over so many contracts.
            (
                "UPDATE trade_details SET credit_price = 1000010000; UPDATE trades SET contracts = 10000",
                "trades, row 1: credit_price '1000010000'"
            ),
            ("UPDATE trade_details SET credit_price = 10000000001", "trades, row 1: credit_price '10000000001'"),
            (
                "UPDATE trade_details SET entry_fee_cents = 9223372036854775807",
                "trades, row 1: entry_fee_cents '9223372036854775807'"
            ),
            ("UPDATE trades SET symbol = NULL", "trades, row 1: symbol 'NULL'"),
            ("UPDATE trade_details SET entry_time = 'noon'", "trades, row 1: entry_time 'noon'"),
            ("UPDATE trade_details SET expiration = '2026-13-01'", "trades, row 1: expiration '2026-13-01'"),
            ("UPDATE trade_legs SET expiration = 'x'", "trade_legs, row 1: expiration 'x'"),
        ])
    func damaged(change: String, named: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.writing { try $0.execute(sql: change) }
        let error = #expect(throws: HistoryError.self) { try history.trades() }
        #expect(error?.description == "\(named) cannot be read; correct it or restore a backup")
    }

    /// What reads a table, by the table.
    private static let readers: [String: @Sendable (HistoryStore) throws -> Void] = [
        "trades": { _ = try $0.trades() }, "trade_legs": { _ = try $0.trades() },
        "confidence_components": { _ = try $0.trades() }, "fills": { _ = try $0.fills() },
        "position_marks": { _ = try $0.marks() }, "market_days": { _ = try $0.marketDays() },
        "candidates": { _ = try $0.candidates() }, "daily_results": { _ = try $0.dailyResults() },
        "runs": { _ = try $0.runs() }, "gate_records": { _ = try $0.gateRecords() },
        "gate_overrides": { _ = try $0.gateOverrides() }, "sign_offs": { _ = try $0.signOffs() },
        "kill_switch_events": { _ = try $0.killSwitchEvents() }, "alert_standings": { _ = try $0.alertStandings() },
        "outbox": { _ = try $0.outbox() },
    ]

    @Test(
        "A table that has lost its types and checks is read with care: what cannot be is named, and nothing is guessed",
        arguments: [
            ("rule_outcomes", "passed = 9223372036854775807", "candidates, row 1: passed '9223372036854775807'"),
            ("rule_outcomes", "passed = 2", "candidates, row 1: passed '2'"),
            ("rule_outcomes", "rule = x'FF'", "candidates, row 1: rule '1 bytes'"),
            ("trade_details", "is_synthetic = -1000000000000", "trades, row 1: is_synthetic '-1000000000000'"),
            ("trade_details", "confidence = 101", "trades, row 1: confidence '101'"),
            ("trade_details", "stop_rule = x'FF'", "trades, row 1: stop_rule '1 bytes'"),
            ("trades", "directional_filter_passed = 'perhaps'", "trades, row 1: directional_filter_passed 'perhaps'"),
            ("trade_legs", "quantity = 100001", "trade_legs, row 1: quantity '100001'"),
            ("trade_legs", "strike_thousandths = 0", "trade_legs, row 1: strike_thousandths '0'"),
            ("confidence_components", "points = 'many'", "confidence_components, row 1: points 'many'"),
            ("confidence_components", "name = NULL", "confidence_components, row 1: name 'NULL'"),
            ("fills", "is_opening = 2", "fills, row 1: is_opening '2'"),
            ("fills", "bid = -0.05", "fills, row 1: bid '-0.05'"),
            ("position_marks", "spot = -1", "position_marks, row 1: spot '-1.0'"),
            ("position_marks", "implied_volatility = -0.2", "position_marks, row 1: implied_volatility '-0.2'"),
            ("market_days", "split_ratio = 0", "market_days, row 1: split_ratio '0.0'"),
            ("market_days", "iv_rank = 101", "market_days, row 1: iv_rank '101.0'"),
            ("daily_results", "share = 1.5", "daily_results, row 1: share '1.5'"),
            ("runs", "is_synthetic = 'no'", "runs, row 1: is_synthetic 'no'"),
            ("runs", "share = -0.5", "runs, row 1: share '-0.5'"),
            ("gate_records", "share_after = -1", "gate_records, row 1: share_after '-1.0'"),
            ("gate_overrides", "share_to = 2", "gate_overrides, row 1: share_to '2.0'"),
            ("sign_offs", "is_given = 7", "sign_offs, row 1: is_given '7'"),
            ("kill_switch_events", "is_engaged = NULL", "kill_switch_events, row 1: is_engaged 'NULL'"),
            ("alert_standings", "standing = x'FF'", "alert_standings, row 1: standing '1 bytes'"),
            ("alert_standings", "key = x'FE'", "alert_standings, row 1: key '1 bytes'"),
            ("outbox", "revision = 0", "outbox, row 1: revision '0'"),
            (
                "outbox", "recorded_at = '\(String(repeating: "9", count: 100))'",
                "outbox, row 1: recorded_at '\(String(repeating: "9", count: 37))...'"
            ),
        ])
    func withoutChecks(table: String, change: String, named: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.write(run: sampleRun)
        try governed(history)
        try history.database.inDatabase { db in
            let columns = try db.columns(in: table).map(\.name).joined(separator: ", ")
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = OFF;
                    CREATE TABLE plain AS SELECT \(columns) FROM \(table);
                    PRAGMA writable_schema = ON;
                    PRAGMA legacy_alter_table = ON;
                    DROP TABLE \(table);
                    ALTER TABLE plain RENAME TO \(table);
                    UPDATE \(table) SET \(change);
                    """)
        }
        let reader = try #require(
            Self.readers[table == "rule_outcomes" ? "candidates" : table == "trade_details" ? "trades" : table])
        let error = #expect(throws: HistoryError.self) { try reader(history) }
        #expect(error?.description == "\(named) cannot be read; correct it or restore a backup")
    }

    /// A decision, an override, words and a message on their way.
    private func governed(_ history: HistoryStore) throws {
        let time = instant("2026-07-01T21:00:00Z")
        _ = try history.record(
            GateRecord(
                day: day("2026-07-01"), decidedAt: time, shareBefore: 0.1, shareAfter: 0.1, decision: .hold, rule: "r",
                grade: "", reasons: [], evidence: "{}", inputsDigest: "d", ruleVersion: "1"))
        _ = try history.record(
            overriding: day("2026-07-01"), at: time, person: "Ada", secondPerson: nil, from: 0.1, to: 0.05,
            reason: "earnings", expiresOn: day("2026-07-08"))
        try history.record(SignOff(item: "rollback", person: "Ada", recordedAt: time, note: ""))
        try history.record(KillSwitchEvent(time: time, isEngaged: true, person: "Ada", reason: "drill"))
        try history.record(alert: "gate", standing: "{}", at: time)
        try history.updateOutbox(kind: "weekly", period: "2026-W27", revision: 1, recipient: "a@b.example") { _ in
            (
                OutboxRecord(
                    kind: "weekly", period: "2026-W27", revision: 1, recipient: "a@b.example", state: "queued",
                    entry: "{}", recordedAt: time), ()
            )
        }
    }

    private let sampleRun = RunRecord(
        kind: "backtest", from: day("2026-07-01"), to: day("2026-07-31"), initialEquity: dollars(500_000), share: 0.1,
        seed: 7, isSynthetic: true, provenance: "simulated", parameters: "{}")

    @Test(
        "A snapshot whose risk cannot be is damaged, as it would pass every limit",
        arguments: [
            ("portfolio_metrics SET total_delta = 9e999", "total_delta 'inf'"),
            ("portfolio_metrics SET total_theta = -9e999", "total_theta '-inf'"),
            ("portfolio_metrics SET total_vega = 1e16", "total_vega '1e+16'"),
            ("portfolio_metrics SET total_gamma = 'none'", "total_gamma 'none'"),
            ("portfolio_metrics SET day_at_risk = -5", "day_at_risk '-5.0'"),
            ("portfolio_metrics SET vix_level = -1", "vix_level '-1.0'"),
            ("snapshot_details SET open_risk = -3", "open_risk '-3.0'"),
            ("snapshot_details SET mean_iv_rank = 101", "mean_iv_rank '101.0'"),
            ("snapshot_details SET equity_cents = 1000000000001", "equity_cents '1000000000001'"),
        ])
    func damagedSnapshot(change: String, named: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.writing { try $0.execute(sql: "UPDATE \(change)") }
        let error = #expect(throws: HistoryError.self) { try history.snapshots() }
        #expect(
            error?.description
                == "portfolio_metrics, row 1: \(named) cannot be read; correct it or restore a backup")
    }

    @Test("A missing number and broken JSON are named as well")
    func damagedElsewhere() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        try history.writing {
            try $0.execute(sql: "UPDATE portfolio_metrics SET total_delta = NULL")
            try $0.execute(sql: "UPDATE comparisons SET opposite = '{}'")
        }
        #expect(
            throws: HistoryError.damaged(
                table: "portfolio_metrics", row: 1, column: "total_delta", value: "NULL")
        ) { try history.snapshots() }
        #expect(throws: HistoryError.damaged(table: "comparisons", row: 1, column: "opposite", value: "{}")) {
            try history.comparisons()
        }
    }

    @Test(
        "Each error names the thing, the rule and the remedy",
        arguments: [
            (
                HistoryError.missing(path: "d.sqlite"),
                "d.sqlite: there is no such file; check the path, or make a history with `backtest simulate` or "
                    + "`report import`"
            ),
            (.notADatabase(path: "d.sqlite"), "d.sqlite: is not an SQLite database; give the path of a history"),
            (
                .corrupt(path: "d.sqlite", detail: "malformed"),
                "d.sqlite: the database is damaged (malformed); restore a backup"
            ),
            (
                .foreign(path: "d.sqlite", tables: ["a", "b"]),
                "d.sqlite: is an SQLite database, but not a history of this program (it holds a, b); it was left "
                    + "untouched"
            ),
            (
                .foreign(path: "d.sqlite", tables: []),
                "d.sqlite: is an SQLite database, but not a history of this program (it holds no tables); it was left "
                    + "untouched"
            ),
            (
                .fromTheFuture(path: "d.sqlite", schema: 9, known: 7),
                "d.sqlite: has schema 9, newer than this program's 7; it was left untouched; use a newer program"
            ),
            (
                .needsMigration(path: "d.sqlite", schema: 2, known: 7),
                "d.sqlite: has schema 2, older than this program's 7; run `report migrate` first"
            ),
            (
                .locked(path: "d.sqlite"),
                "d.sqlite: another process is writing to it; try again when that has finished"
            ),
            (
                .readOnly(path: "d.sqlite"),
                "d.sqlite: can only be read; open a copy, or change the permissions of the file and its folder"
            ),
            (
                .diskFull(path: "d.sqlite"),
                "d.sqlite: the disk is full; nothing was written; free some space and try again"
            ),
            (
                .unreadable(path: "d.sqlite", reason: "denied"),
                "d.sqlite: cannot be opened (denied); check the path, the permissions of the file and its folder, and "
                    + "the disk's space"
            ),
            (.fileExists(path: "c.sqlite"), "c.sqlite: exists already and is not overwritten; choose another name"),
            (
                .sessionAlreadyWritten(day: day("2026-07-01")),
                "session 2026-07-01 is in the history already; nothing was written; sessions are written once"
            ),
            (
                .unknownTrade(id: 3, wanted: "an open trade"),
                "trade 3 is not in the history as an open trade; nothing was written"
            ),
            (
                .contradiction(path: "d.sqlite", detail: "UNIQUE"),
                "d.sqlite: the record contradicts the history (UNIQUE); nothing was written"
            ),
            (
                .damaged(table: "t", row: 2, column: "c", value: "v"),
                "t, row 2: c 'v' cannot be read; correct it or restore a backup"
            ),
            (.failed(path: "d.sqlite", detail: "has no run 3"), "d.sqlite: has no run 3"),
        ])
    func texts(error: HistoryError, text: String) {
        #expect(error.description == text)
    }

    @Test(
        "SQLite's result codes become errors that a person can act on",
        arguments: [
            (ResultCode.SQLITE_LOCKED, HistoryError.locked(path: "f")), (.SQLITE_NOTADB, .notADatabase(path: "f")),
            (.SQLITE_IOERR, .unreadable(path: "f", reason: "m")), (.SQLITE_FULL, .diskFull(path: "f")),
            (.SQLITE_READONLY, .readOnly(path: "f")), (.SQLITE_CORRUPT, .corrupt(path: "f", detail: "m")),
            (.SQLITE_CONSTRAINT, .contradiction(path: "f", detail: "m")),
            (.SQLITE_ERROR, .failed(path: "f", detail: "m")),
        ])
    func codes(code: ResultCode, error: HistoryError) {
        #expect(HistoryError(DatabaseError(resultCode: code, message: "m"), path: "f") == error)
        #expect(throws: HistoryError.failed(path: "f", detail: "CancellationError()")) {
            try HistoryError.naming("f") { throw CancellationError() }
        }
    }
}
