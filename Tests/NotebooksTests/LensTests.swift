import Dates
import Foundation
import GRDBSQLite
import Metrics
import Testing

@testable import Notebooks

@Suite("A report sees the history as of its date")
struct LensTests {
    /// A history of two days, seen as of the first.
    private let statements = """
        create table trades (id integer primary key, day text, pnl real);
        insert into trades values (1, '2026-07-30', 2.5), (2, '2026-07-31', -1.25);
        create table notes (trade integer, words text);
        insert into notes values (1, 'calm'), (2, 'wild');
        create view closed_trades as select id as trade_id, pnl as realized_pnl from trades
        """
    private let lens = [
        "create temp view trades as select * from main.trades where day <= '2026-07-30'",
        "create temp view closed_trades as select id as trade_id, pnl as realized_pnl from trades",
    ]

    private func blocks(_ body: String) throws -> [Block] {
        let path = NSTemporaryDirectory() + "lens-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var database: OpaquePointer?
        try #require(sqlite3_open(path, &database) == SQLITE_OK)
        try #require(sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK)
        sqlite3_close(database)
        var context = Desk.context
        context.historyPath = path
        context.historyLens = lens
        let template = Template.parse("---\ntitle: t\nkind: k\n---\n\(body)", file: "t.md").template
        return try Notebook.run(template, context: context).blocks
    }

    private func message(_ blocks: [Block]) -> String? {
        blocks.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }.first
    }

    @Test("tables and views have what was there; a table without a date is as it is")
    func filtered() throws {
        let shown = try blocks(
            """
            ```sql a
            --| show: no
            select (select count(*) from trades) as t, (select count(*) from closed_trades) as c,
              (select count(*) from notes) as n
            ```
            {{ a.t }} {{ a.c }} {{ a.n }}
            """)
        #expect(shown == [.prose("1 1 2")])
    }

    @Test(
        "the file's own tables are refused, wherever they are named",
        arguments: [
            "select * from main.trades", "select * from main.closed_trades",
            "with t as (select * from main.trades) select * from t", "select (select max(pnl) from main.trades) as x",
            "select * from MAIN.Trades", "select * from \"main\".trades", "select * from [main] . trades",
            "select * from 'main'.trades", "select * from main /* really */ . trades", "select * from `main`.trades",
            "with trades as (select * from main.trades) select * from trades",
        ])
    func refused(sql: String) throws {
        let words = try #require(message(try blocks("```sql a\n\(sql)\n```")))
        #expect(words.lowercased().contains("a report sees the history as of its date; leave out 'main.'"))
    }

    @Test("a cell cannot take the name of a table, from which other views are made")
    func names() throws {
        let words = try #require(message(try blocks("```sql trades\nselect 1 as pnl\n```")))
        #expect(
            words == "cell 'trades': 'trades' is a table or view of the history; choose another name.")
        let view = try #require(message(try blocks("```sql closed_trades\nselect 1 as pnl\n```")))
        #expect(view.contains("'closed_trades' is a table or view of the history"))
    }

    @Test("a scalar can be named in a query, an undefined one is NULL")
    func scalars() throws {
        let shown = try blocks("```sql a\n--| show: no\nselect :verdict as v, :as_of as d\n```\n{{ a.v }} {{ a.d }}")
        guard case .prose(let words, _)? = shown.first else { return #expect(Bool(false)) }
        #expect(words.contains("2026-07-31"))
    }
}
