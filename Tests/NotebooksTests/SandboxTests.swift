import Dates
import Foundation
import GRDBSQLite
import Metrics
import Testing

@testable import Notebooks

/// What a template must never do, tried.
@Suite("A template's SQL reads, and does nothing else")
struct SandboxTests {
    /// A history file with one table and one view, made for one test and removed by the caller.
    private func makeHistory(journal: String = "delete") throws -> String {
        let path = NSTemporaryDirectory() + "notebooks-\(UUID().uuidString).sqlite"
        try run(
            "pragma journal_mode = \(journal); create table trades (id integer primary key, pnl real);"
                + "insert into trades values (1, 2.5), (2, -1.25);"
                + "create view closed_trades as select id as trade_id, pnl as realized_pnl from trades", on: path)
        return path
    }

    private func run(_ sql: String, on path: String) throws {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        try #require(sqlite3_open(path, &database) == SQLITE_OK)
        try #require(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
    }

    private static func refused(_ function: String) -> String {
        "the function \(function)() is refused; only those are there whose result is the same in every run."
    }

    private func context(_ path: String?) -> NotebookContext {
        var context = Desk.context
        context.historyPath = path
        context.stepLimit = 10_000_000
        return context
    }

    @Test(
        "attempts to write, to reach out or to look at the machine",
        arguments: [
            ("insert into trades values (3, 1)", "a template may only read; a change of trades is refused."),
            ("update trades set pnl = 0", "a template may only read; a change of trades is refused."),
            ("delete from trades", "a template may only read; a change of trades is refused."),
            ("delete from trades returning id", "a template may only read; a change of trades is refused."),
            ("drop table trades", "a template may only read; a change of sqlite_master is refused."),
            (
                "create temp table x as select 1",
                "a template may only read; a change of sqlite_temp_master is refused."
            ),
            ("create view x as select 1", "a template may only read; a change of sqlite_master is refused."),
            (
                "insert into pnl_by_book (book) values ('x')",
                "a template may only read; a change of pnl_by_book is refused."
            ),
            ("attach database '/etc/passwd' as p", "a template may only read; ATTACH is refused."),
            ("detach database main", "a template may only read; ATTACH is refused."),
            ("pragma table_info(trades)", "a template may only read; PRAGMA is refused."),
            ("select * from pragma_database_list", "a template may only read; PRAGMA is refused."),
            ("update sqlite_master set sql = ''", "table sqlite_master may not be modified."),
            ("begin", "a template may only read; a transaction is refused."),
            ("commit", "a template may only read; a transaction is refused."),
            ("savepoint s", "a template may only read; a transaction is refused."),
            ("vacuum into '/tmp/copy.sqlite'", "a template may only read; write one 'select …'."),
            ("reindex", "a template may only read; write one 'select …'."),
            (
                "select load_extension('x')",
                refused("load_extension")
            ),
            ("select random()", refused("random")),
            ("select hex(randomblob(4))", refused("randomblob")),
            ("select sqlite_version()", refused("sqlite_version")),
            ("select last_insert_rowid()", refused("last_insert_rowid")),
            (
                "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
                "the statement was stopped after 10 million steps; narrow it down."
            ),
            (
                "with recursive n(i) as (select 1 union all select i + 1 from n limit 100001) select i from n",
                "there are more than 100000 rows; sum them up or add a limit."
            ),
            (
                "select zeroblob(1000000000)",
                "a text, a row or the statement is too long; texts and rows have up to 20000 bytes."
            ),
        ])
    func attempts(sql: String, expected: String) throws {
        let path = try makeHistory()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let before = FileManager.default.contents(atPath: path)
        let message = try Desk.failure("```sql a\n\(sql)\n```", context: context(path))
        let parts = message.split(separator: " ", maxSplits: 3)
        #expect(parts.last.map(String.init) == expected)
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("views and tables of the history are read, with datasets beside them")
    func reads() throws {
        let path = try makeHistory(journal: "wal")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let blocks = try Desk.blocks(
            "```sql a\nselect t.trade_id, t.realized_pnl, b.book from closed_trades t, pnl_by_book b "
                + "order by 1, 3\n```", context: context(path))
        #expect(
            dump(Document(title: "", kind: "", asOf: Desk.friday, blocks: blocks)) == """
                 |  | as of 2026-07-31
                table #a A
                  trade_id='Trade id':integer realized_pnl='Realised P&L':usd book='Book':text
                  | 1 | $2.50 | INCOME_POP
                  | 1 | $2.50 | PRIMARY
                  | 2 | -$1.25 | INCOME_POP
                  | 2 | -$1.25 | PRIMARY
                """)
    }

    @Test(
        "a view of a history that somebody has tampered with can do no more than a template",
        arguments: [
            ("select random() as x", SandboxTests.refused("random")),
            ("select load_extension('x') as x", "unsafe use of load_extension()."),
            ("select * from pragma_database_list", "unsafe use of virtual table \"pragma_database_list\"."),
            ("select * from dbstat", "unsafe use of virtual table \"dbstat\"."),
            ("select \"no_column\" as x from trades", "no such column: no_column. No table has a column like it."),
        ])
    func hostileView(sql: String, expected: String) throws {
        let path = try makeHistory()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try run("create view v as \(sql)", on: path)
        let message = try Desk.failure("```sql a\nselect * from v\n```", context: context(path))
        #expect(message.hasSuffix(expected))
    }

    @Test("triggers of a history do not run, since nothing is written")
    func triggers() throws {
        let path = try makeHistory()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try run(
            "create view v as select id from trades; create trigger t instead of insert on v begin delete from trades; end",
            on: path)
        let before = FileManager.default.contents(atPath: path)
        #expect(
            try Desk.failure("```sql a\ninsert into v values (1)\n```", context: context(path))
                == "t.md:6:1 cell 'a': a template may only read; a change of v is refused.")
        #expect(
            try Desk.blocks(
                "```sql a\n--| show: no\nselect count(*) as n from v\n```\n{{ a.n }}", context: context(path))
                == [.prose("2")])
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("JSON in the history can be taken apart")
    func json() throws {
        let blocks = try Desk.blocks(
            "```sql a\n--| show: no\nselect max(value) as n from json_each('[1, 3, 2]')\n```\n{{ a.n }}")
        #expect(blocks == [.prose("3")])
    }

    @Test("the machine's clock cannot be read: now is the as-of date at the exchange's close")
    func clock() throws {
        let blocks = try Desk.blocks(
            "```sql a\nselect date() as a, datetime('now') as b, current_timestamp as c, strftime('%Y') as d, "
                + "julianday(:as_of) as e, date(lower('NOW'), '+1 day') as f\n```")
        guard case .table(let table) = blocks.first else {
            Issue.record("\(blocks)")
            return
        }
        // 16:00 in New York in summer is 20:00 UTC; the Julian day by 2440587.5 + 20665.
        #expect(
            table.rows == [
                [
                    .day(Desk.friday), .text("2026-07-31 20:00:00"), .text("2026-07-31 20:00:00"), .text("2026"),
                    .number(2_461_252.5), .day(Desk.friday.adding(1)),
                ]
            ])
    }

    @Test("words from data stay words, whatever they look like")
    func hostileData() throws {
        var context = Desk.context
        let words = ["=cmd|'/c calc'!A1", "'); drop table x; --", "a\u{0}b", "\u{202E}abc", "\"", ""]
        context.datasets = [
            Dataset(
                name: "d\"; drop table x; --", columns: [Dataset.Column("a\"b", .text)],
                rows: words.map { [.text($0)] }),
            Dataset(name: "plain", columns: [Dataset.Column("w", .text)], rows: words.map { [.text($0)] }),
        ]
        let blocks = try Desk.blocks(
            "```sql a\nselect w from plain\n```\n```sql b\nselect \"a\"\"b\" as w from \"d\"\"; drop table x; --\"\n```",
            context: context)
        for block in blocks {
            guard case .table(let table) = block else {
                Issue.record("\(block)")
                continue
            }
            #expect(table.rows == words.map { [.text($0)] })
        }
        #expect(blocks.count == 2)
    }

    @Test("all cells of a report read one state of the history")
    func oneState() throws {
        let path = try makeHistory(journal: "wal")
        defer {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        }
        let count = "select count(*) as n from trades"
        let reader = try ReadOnlyDatabase(
            .file(path), now: Instant(utc: Desk.friday), stepLimit: 1_000_000)
        #expect(try reader.query(count, naming: []).rows == [[.integer(2)]])
        // Another connection writes while the report is made.
        try run("insert into trades values (3, 0)", on: path)
        #expect(try reader.query(count, naming: []).rows == [[.integer(2)]])
        // The next report sees the row.
        #expect(
            try Desk.blocks("```sql a\n--| show: no\n\(count)\n```\n{{ a.n }}", context: context(path))
                == [.prose("3")])
    }

    @Test("a history that is not there or is none is an error before anything runs")
    func noHistory() throws {
        let template = Template.parse(Desk.template("```sql a\nselect 1\n```"), file: "t.md").template
        let missing = NSTemporaryDirectory() + "no-such-history.sqlite"
        #expect(throws: NotebookError.history(path: missing, reason: "unable to open database file")) {
            try Notebook.run(template, context: context(missing))
        }
        #expect(!FileManager.default.fileExists(atPath: missing))
        let foreign = NSTemporaryDirectory() + "notebooks-\(UUID().uuidString).txt"
        try Data("this is a text of more than sixteen bytes".utf8).write(to: URL(fileURLWithPath: foreign))
        defer { try? FileManager.default.removeItem(atPath: foreign) }
        let error = #expect(throws: NotebookError.self) { try Notebook.run(template, context: context(foreign)) }
        #expect(error?.description == "\(foreign): the history cannot be read: file is not a database.")
        // A notebook without a query does not touch the history.
        let calm = Template.parse(Desk.template("Text."), file: "t.md").template
        #expect(try Notebook.run(calm, context: context(missing)).blocks == [.prose("Text.")])
    }
}
