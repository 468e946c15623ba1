import Dates
import Foundation
import GRDBSQLite
import Metrics
import Testing

@testable import Notebooks

/// What a template could use up, tried. Every bound is a count, so that each attempt ends alike on every machine.
@Suite("A template's SQL uses up no more than it may")
struct SandboxAttackTests {
    private func failure(_ sql: String, steps: Int = 3_000_000) throws -> String {
        var context = Desk.context
        context.stepLimit = steps
        return String(try Desk.failure("```sql a\n\(sql)\n```", context: context).drop { $0 != "'" }.dropFirst(5))
    }

    /// Rows of numbers from 1 on.
    private static func count(_ to: Int) -> String {
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < \(to))"
    }

    private static let tooLong = "a text, a row or the statement is too long; texts and rows have up to 20000 bytes."
    private static let stopped = "the statement was stopped after 3 million steps; narrow it down."

    @Test(
        "work without end is stopped after a count of steps",
        arguments: [
            "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
            "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n order by -i",
            "\(count(2000)) select count(*) from n a, n b, n c",
            "\(count(1000)) select sum(a.i * b.i * c.i) from n a, n b, n c where a.i % 7 = b.i % 11",
            "\(count(1_000_000)) select count(*) from n where ('aaaaaaaaaaaaaaaaaaaaaaaa' || i) like '%a%a%a%a%a%a%b'",
            "\(count(1_000_000)) select count(*) from n where ('aaaaaaaaaaaaaaaaaaaaaaaa' || i) glob '*a*a*a*a*a*b'",
            "\(count(50_000)) select count(*) from n, json_each('[' || substr(replace(hex(zeroblob(100)), '0', '1,'), 1, 199) || ']')",
            "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) over (order by i) from n",
        ])
    func steps(sql: String) throws {
        let actual = try failure(sql)
        #expect(actual == SandboxAttackTests.stopped)
    }

    @Test(
        "texts have a bound, whichever function makes them",
        arguments: [
            "select zeroblob(20001)", "select length(zeroblob(2000000000))",
            "select replace(hex(zeroblob(4000)), '0', 'xxxx')",
            "select hex(zeroblob(12000))", "\(count(9000)) select group_concat(i) from n",
            "\(count(9000)) select json_group_array(i) from n",
            "\(count(9000)) select json_group_object(i, i) from n",
            "with recursive n(t) as (select 'x' union all select t || t from n) select max(length(t)) from n",
            "select quote(zeroblob(12000))", "select json_quote(replace(hex(zeroblob(9000)), '0', '\"'))",
            "select '\(String(repeating: "x", count: 20_001))'", "select printf('%200000d', 1)",
            "select format('%.*c', 200000, 'x')",
        ])
    func texts(sql: String) throws {
        let actual = try failure(sql, steps: 30_000_000)
        #expect(actual == SandboxAttackTests.tooLong)
    }

    @Test("the results of all cells together have a bound, and it is said where it is reached")
    func results() throws {
        func expected(_ row: Int) -> String {
            "from row \(row) on the results of all cells together take more than 8 MB, at 16 bytes a value and its text; "
                + "sum up, leave columns out or add a limit."
        }
        let sql = "\(SandboxAttackTests.count(50_000)) select hex(zeroblob(4000)) as t, i from n"
        #expect(try failure(sql, steps: 30_000_000) == expected(997))
        #expect(
            try failure(
                "\(SandboxAttackTests.count(90_000)) select i, -i as j, i + 1 as k, i + 2 as l, i + 3 as m, i + 4 as o from n",
                steps: 30_000_000) == expected(83_334))
        // Three cells of 3 MB each: the third is one too many.
        let cell = "select hex(zeroblob(4000)) as t from n limit 375"
        let body = (1...3).map { "```sql c\($0)\n--| show: no\n\(SandboxAttackTests.count(375)) \(cell)\n```\n" }
            .joined()
        let blocks = try Desk.blocks(body)
        #expect(blocks.map(anchor) == ["c3"])
        #expect(blocks.first.map { dump($0).hasSuffix(expected(249)) } == true)
    }

    private static let shorten = " Shorten the statement, or divide it into cells."

    @Test("columns and rows have a bound")
    func shape() throws {
        let columns = (0...1000).map { "\($0) as c\($0)" }.joined(separator: ", ")
        #expect(try failure("select \(columns)") == "too many columns in result set.\(SandboxAttackTests.shorten)")
        #expect(
            try failure("\(SandboxAttackTests.count(100_001)) select i from n", steps: 30_000_000)
                == "there are more than 100000 rows; sum them up or add a limit.")
    }

    @Test("what SQLite puts aside while it sorts has a bound")
    func temporary() throws {
        let sql =
            "\(SandboxAttackTests.count(20_000)) select count(*) from (select hex(zeroblob(9000)) || i as t from n order by t)"
        let expected = "the statement was stopped when it had put 256 MB aside; narrow it down."
        #expect(try failure(sql, steps: 30_000_000) == expected)
        let distinct = "\(SandboxAttackTests.count(20_000)) select count(distinct hex(zeroblob(9000)) || i) from n"
        #expect(try failure(distinct, steps: 30_000_000) == expected)
    }

    @Test("what was put aside is given back: the next statement has as much")
    func givenBack() throws {
        let database = try ReadOnlyDatabase(
            .schema([]), now: .init(secondsSince1970: 0), stepLimit: 300_000_000)
        let sorted =
            "\(SandboxAttackTests.count(9000)) select count(*) as n from (select hex(zeroblob(9000)) || i as t from n order by t)"
        for _ in 0..<3 {
            #expect(try database.query(sorted, naming: []).rows == [[.integer(9000)]])
        }
    }

    @Test(
        "statements have a bound in every direction",
        arguments: [
            (
                "select \(String(repeating: "(", count: 600))1\(String(repeating: ")", count: 600))",
                "parser stack overflow.\(SandboxAttackTests.shorten)"
            ),
            (
                "select \(Array(repeating: "1", count: 1200).joined(separator: " + "))",
                "Expression tree is too large (maximum depth 500).\(SandboxAttackTests.shorten)"
            ),
            (
                "select \(String(repeating: "not ", count: 1200))1",
                "parser stack overflow.\(SandboxAttackTests.shorten)"
            ),
            (
                Array(repeating: "select 1", count: 120).joined(separator: " union all "),
                "too many terms in compound SELECT.\(SandboxAttackTests.shorten)"
            ),
            (
                "select 1 as x from \((0..<70).map { "pnl_by_book t\($0)" }.joined(separator: ", "))",
                "at most 64 tables in a join.\(SandboxAttackTests.shorten)"
            ),
            ("select 'x' like '\(String(repeating: "%a", count: 600))'", "LIKE or GLOB pattern too complex."),
            (
                "select abs(\((0..<200).map { "\($0)" }.joined(separator: ", ")))",
                "too many arguments on function abs.\(SandboxAttackTests.shorten)"
            ),
            (
                "select json('\(String(repeating: "[", count: 5000))\(String(repeating: "]", count: 5000))') as x",
                "malformed JSON."
            ),
        ])
    func statements(sql: String, expected: String) throws {
        let actual = try failure(sql)
        #expect(actual == expected)
    }

    @Test("common table expressions that name each other again and again are refused before they are read")
    func expansions() throws {
        var sql = "with c0 as (select 1 as x)"
        for level in 1..<40 {
            sql += ", c\(level)(x) as not materialized (select a.x from c\(level - 1) a, c\(level - 1) b)"
        }
        #expect(
            try failure(sql + " select count(*) as n from c39")
                == "its common table expressions name each other more than 10000 times over; put one of them into a cell of its "
                + "own.")
        // Ten that name each other once, and their columns again and again, are what analysts write.
        var chain = "with c0 as (select 1 as x)"
        for level in 1..<10 {
            let last = "c\(level - 1)"
            chain +=
                ", c\(level) as (select \(last).x + 1 as x, \(last).x as y, -\(last).x as \(last) from \(last) where "
                + "\(last).x > 0 and \(last).x < 100 order by \(last).x)"
        }
        let blocks = try Desk.blocks("```sql a\n--| show: no\n\(chain) select x from c9\n```\n{{ a.x }}")
        #expect(blocks == [.prose("10")])
    }

    @Test("a pattern that backtracks ends as well")
    func patterns() throws {
        let text = "replace(hex(zeroblob(9000)), '0', 'a')"
        for pattern in ["'%a%a%a%a%a%a%a%a%b'", "'%' || substr(\(text), 1, 900) || 'b'"] {
            let blocks = try Desk.blocks("```sql a\n--| show: no\nselect \(text) like \(pattern) as x\n```\n{{ a.x }}")
            #expect(blocks == [.prose("0")])
        }
    }

    @Test(
        "SQLite knows no regular expressions, no files, no editor and no shell",
        arguments: [
            ("select 'a' regexp 'a'", "no such function: regexp."),
            ("select readfile('/etc/passwd')", "no such function: readfile."),
            ("select writefile('x.txt', 'y')", "no such function: writefile."),
            ("select edit('x')", "no such function: edit."),
            ("select * from fsdir('/')", "no such table: fsdir. There are: equity_curve, kpis, pnl_by_book."),
            (
                "select * from generate_series(1, 10)",
                "no such table: generate_series. There are: equity_curve, kpis, pnl_by_book."
            ),
            (
                "select fts3_tokenizer('x')",
                "the function fts3_tokenizer() is refused; only those are there whose result is the same in every run."
            ),
            (
                "select sqlite_log(1, 'x')",
                "the function sqlite_log() is refused; only those are there whose result is the same in every run."
            ),
            (
                "select exp(1)",
                "the function exp() is refused; only those are there whose result is the same in every run."
            ),
            ("select count(*) from dbstat", "a template may only read what a desk has recorded; dbstat is refused."),
            ("select * from sqlite_stmt", "a template may only read what a desk has recorded; sqlite_stmt is refused."),
            ("select * from pragma_function_list", "a template may only read; PRAGMA is refused."),
            ("select * from pragma_table_info('kpis')", "a template may only read; PRAGMA is refused."),
            (
                "create virtual table temp.f using fts5(x)",
                "a template may only read; a change of sqlite_master is refused."
            ),
            (
                "create trigger t after insert on kpis begin select 1; end",
                "a template may only read; a change of the database is refused."
            ),
            ("alter table kpis rename to k", "a template may only read; a change of the database is refused."),
            ("analyze", "a template may only read; a change of sqlite_master is refused."),
            ("explain select 1", "a template may only read; write one 'select …'."),
            ("explain query plan select 1", "a template may only read; write one 'select …'."),
            (
                "select datetime('now', 'localtime')",
                "'localtime' depends on the machine's time zone; the desk's dates are New York's already."
            ),
            (
                "select time('12:00', ' UTC ')",
                "' UTC ' depends on the machine's time zone; the desk's dates are New York's already."
            ),
        ])
    func reach(sql: String, expected: String) throws {
        let actual = try failure(sql)
        #expect(actual == expected)
    }
}
