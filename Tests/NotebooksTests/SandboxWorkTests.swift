import Dates
import Foundation
import GRDBSQLite
import Metrics
import Testing

@testable import Notebooks

/// What makes a step of SQLite's machine long, tried: long texts, functions that look for one text in another, tables
/// that are counted in one step, and statements that are compiled to very much.
@Suite("The bound on steps is one on work")
struct SandboxWorkTests {
    private func failure(_ sql: String, steps: Int = 30_000_000, history: String? = nil) throws -> String {
        var context = Desk.context
        context.stepLimit = steps
        context.historyPath = history
        return String(try Desk.failure("```sql a\n\(sql)\n```", context: context).drop { $0 != "'" }.dropFirst(5))
    }

    private func value(_ call: String) throws -> String {
        let database = try ReadOnlyDatabase(.schema([]), now: .init(secondsSince1970: 0), stepLimit: 30_000_000)
        return ValueFormat.text.text(try database.query("select \(call) as x", naming: []).rows[0][0])
    }

    private static let endless = "with recursive n(i) as (select 1 union all select i + 1 from n)"
    private static let stopped = "the statement was stopped after 30 million steps; narrow it down."
    private static let stoppedWithLongTexts =
        "the statement was stopped after 1000000 steps, the most where a text or row has more than 1000 bytes; narrow it "
        + "down, or give its long texts a cell of their own."

    // A hundred bytes each, and nine thousand: what is made once, and looked at again and again.
    private static let short = "short(t) as materialized (select hex(zeroblob(50)))"
    private static let long = "long(t) as materialized (select hex(zeroblob(4500)))"

    @Test(
        "a call of a function counts as what it does",
        arguments: [
            "instr(t, t || 'x')", "length(replace(t, '0', 'ab'))", "length(trim(t || i, '0123456789abcdefghijklmnop'))",
            "t like '%' || t || 'x'",
            "t glob '*' || t || 'x'", "length(printf('%90d', i))", "length(strftime('%J%J%J%J%J%J%J%J', 2460000 + i))",
            "json_extract('[' || i || ']', '$[0]')", "('[' || i || ']') ->> 0", "json_valid(t || i)",
        ])
    func functions(call: String) throws {
        let sql = ", \(SandboxWorkTests.short) select sum(\(call)) from n cross join short"
        #expect(try failure(SandboxWorkTests.endless + sql) == SandboxWorkTests.stopped)
        let most =
            ", \(SandboxWorkTests.short) select sum(\(call)) from (select i from n limit 200000) cross join short"
        // At two hundred thousand calls it is the calls that use up the steps, not the machine's own fourteen a row.
        #expect(try failure(SandboxWorkTests.endless + most, steps: 9_000_000).hasSuffix("steps; narrow it down."))
    }

    @Test(
        "a statement with long texts has fewer steps",
        arguments: [
            "instr(t, t || 'x')", "length(replace(t, '0', 'ab'))", "t like '%0%0%0%0%0x'", "length(upper(t || i))",
            "json_array_length('[' || substr(replace(t, '0', '1,'), 1, 8001) || ']')", "t = t || i",
        ])
    func longTexts(call: String) throws {
        let sql = ", \(SandboxWorkTests.long) select sum(\(call)) from n cross join long"
        #expect(try failure(SandboxWorkTests.endless + sql) == SandboxWorkTests.stoppedWithLongTexts)
    }

    @Test("a long text is read whole, as a gate's evidence is")
    func long() throws {
        #expect(try value("length(hex(zeroblob(9000)))") == "18000")
        #expect(try value("json_extract('{\"a\":\"' || hex(zeroblob(5000)) || '\",\"b\":7}', '$.b')") == "7")
    }

    @Test("rows that are counted in one step count as the pages that they lie on")
    func pages() throws {
        let path = NSTemporaryDirectory() + "notebooks-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var database: OpaquePointer?
        try #require(sqlite3_open(path, &database) == SQLITE_OK)
        try #require(
            sqlite3_exec(
                database,
                "create table t (x); with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) "
                    + "insert into t select 'twenty bytes of words' from n", nil, nil, nil) == SQLITE_OK)
        sqlite3_close(database)
        let count =
            "select sum((select c from (select count(*) as c from t) where c > i)) from (select i from n limit %)"
        let sql = SandboxWorkTests.endless + count
        #expect(try failure(sql.replacing("%", with: "40000"), history: path) == SandboxWorkTests.stopped)
    }

    @Test("what SQLite compiles a statement to has a bound")
    func memory() throws {
        var sql = "with c0 as (select realized_pnl as x from pnl_by_book)"
        for level in 1...40 { sql += ", c\(level) as (select x + x as x from c\(level - 1))" }
        #expect(
            try failure(sql + " select max(x) as x from c40")
                == "the statement needs more than 64 MB of memory; name fewer things, or give a part of it a cell of its own."
        )
        #expect(
            try Notebook.check(
                Template.parse(Desk.template("```sql a\n\(sql) select x from c40\n```"), file: "t.md").template,
                context: Desk.context
            ).map(\.description) == [
                "t.md:6:1: the statement needs more than 64 MB of memory; name fewer things, or give a part of it a cell of "
                    + "its own."
            ])
    }

    @Test("statements that are compiled to very much have a bound together as well, when they are checked too")
    func compiling() throws {
        var sql = "with c0 as (select realized_pnl as x from pnl_by_book)"
        for level in 1...30 { sql += ", c\(level) as (select x + x as x from c\(level - 1))" }
        let body = (1...5).map { "```sql s\($0)\n\(sql) select x from c30\n```\n" }.joined()
        let template = Template.parse(Desk.template(body), file: "t.md").template
        let memory =
            "the statement needs more than 64 MB of memory; name fewer things, or give a part of it a cell of its own."
        let report = "all statements of the report together have taken 600 million steps; narrow them down."
        let expected = [memory, memory, memory, report, report]
        let found = try Notebook.check(template, context: Desk.context).map(\.message)
        #expect(found == expected)
        let blocks = try Desk.blocks(body)
        #expect(zip(blocks, expected).allSatisfy { dump($0).hasSuffix($1) })
    }

    @Test("all statements of a report have a bound together: the third that runs away is stopped at once")
    func report() throws {
        var context = Desk.context
        context.stepLimit = 3_000_000
        let cell = "\(SandboxWorkTests.endless) select count(*) as x from n"
        let body = (1...3).map { "```sql c\($0)\n\(cell)\n```\n" }.joined() + "```sql d\nselect 1 as x\n```"
        let blocks = try Desk.blocks(body, context: context)
        let messages = blocks.map { dump($0).split(separator: ": ", maxSplits: 1).last.map(String.init) ?? "" }
        #expect(
            messages == [
                "the statement was stopped after 3 million steps; narrow it down.",
                "the statement was stopped after 3 million steps; narrow it down.",
                "all statements of the report together have taken 6 million steps; narrow them down.",
                "all statements of the report together have taken 6 million steps; narrow them down.",
            ])
    }

    @Test(
        "counted functions give what SQLite's own give",
        arguments: [
            ("instr('abc', 'c')", "3"), ("instr(null, 'c')", "–"), ("instr(x'0102', x'02')", "2"),
            ("replace('a-b-c', '-', '+')", "a+b+c"), ("trim('  a ')", "a"), ("trim('xxaxx', 'x')", "a"),
            ("ltrim('  a ') || '|'", "a |"), ("rtrim('xxaxx', 'x')", "xxa"), ("'ABC' like 'a%'", "1"),
            ("'a%c' like 'a!%c' escape '!'", "1"), ("'abc' glob 'A*'", "0"),
            ("printf('%.2f|%5d', 2.5, 7)", "2.50|    7"),
            ("format('%s', null)", ""), ("typeof(printf(null))", "null"),
            ("strftime('%Y-%m', '2026-07-31')", "2026-07"),
            ("date('2026-07-31', '+1 month')", "2026-08-31"), ("time('12:30')", "12:30:00"),
            ("datetime(0, 'unixepoch')", "1970-01-01 00:00:00"), ("julianday('2026-07-31')", "2461252.5"),
            ("unixepoch('1970-01-02')", "86400"), ("json(' [1, 2] ')", "[1,2]"),
            ("json_extract('{\"a\":[1,2]}', '$.a')", "[1,2]"),
            ("json_extract('{\"a\":1.5}', '$.a')", "1.5"), ("'{\"a\":\"b\"}' -> 'a'", "\"b\""),
            ("'{\"a\":\"b\"}' ->> '$.a'", "b"), ("json_array_length('[1,2,3]')", "3"),
            ("json_array_length('{\"a\":[1]}', '$.a')", "1"), ("json_type('[1]', '$[0]')", "integer"),
            ("json_valid('{')", "0"), ("json_array(json('[1]'), json_extract('[[2]]', '$[0]'))", "[[1],[2]]"),
            ("upper(trim(' a ')) || instr('ab', 'b')", "A2"),
        ])
    func results(call: String, expected: String) throws {
        #expect(try value(call) == expected)
    }

    @Test(
        "and fail as they do",
        arguments: [
            ("json_extract('{', '$')", "malformed JSON."), ("json_extract('{}', 'a')", "JSON path error near 'a'."),
            ("instr('a')", "wrong number of arguments to function instr()."),
            ("'a' like 'b' escape 'cc'", "ESCAPE expression must be a single character."),
            (
                "json_set('{}', '$.a', 1)",
                "the function json_set() is refused; only those are there whose result is the same in every run."
            ),
            (
                "datetime('now', 'local' || 'time')",
                "'localtime' depends on the machine's time zone; the desk's dates are New York's already."
            ),
        ])
    func failures(call: String, expected: String) throws {
        #expect(try failure("select \(call) as x") == expected)
    }
}
