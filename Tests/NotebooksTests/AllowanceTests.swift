import Metrics
import Notebooks
import Testing

/// A few lines that name one text or table again and again.
@Suite("What a report shows and looks at has a bound, whichever cells do it")
struct AllowanceTests {
    private static func rows(_ count: Int, _ columns: String) -> String {
        "```sql many\n--| show: no\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < \(count)) "
            + "select \(columns) from n\n```\n"
    }

    /// The message of the last block, which must be a failure.
    private func lastFailure(_ body: String) throws -> String {
        guard case .failure(let failure) = try Desk.blocks(body).last else { return "no failure" }
        return failure.message
    }

    @Test("tables that show one result again and again")
    func tables() throws {
        let table = "```table t%\ndata: many\n```\n"
        let body =
            AllowanceTests.rows(40_000, "i, -i as j, 'four' as t")
            + (1...3).map { table.replacing("%", with: "\($0)") }.joined()
        let blocks = try Desk.blocks(body)
        #expect(blocks.count == 3)
        #expect(
            try lastFailure(body)
                == "cell 't3': this shows 2.1 MB, at 16 bytes a value and its text, and 1.8 MB are left of the 6.0 MB that a "
                + "report may show. Sum up, leave columns out or add a limit.")
        // What does not fit takes nothing away from what is smaller.
        let small = body + "```table t4\ndata: many\nlimit: 10\n```\n"
        guard case .table(let table)? = try Desk.blocks(small).last else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.count == 10)
    }

    @Test("a long text that prose names again and again")
    func prose() throws {
        let body =
            "```sql a\n--| show: no\nselect hex(zeroblob(9000)) as t\n```\n"
            + String(repeating: "{{ a.t }} ", count: 400)
        #expect(
            try lastFailure(body)
                == "this shows 0.0 MB, at 16 bytes a value and its text, and 0.0 MB are left of the 6.0 MB that a report may "
                + "show. Sum up, leave columns out or add a limit.")
    }

    @Test("charts, each of whose values is drawn and written")
    func charts() throws {
        let chart = "```chart c%\ndata: many\nx: i\nlines: [a, b, c, d, e, f]\n```\n"
        let body =
            AllowanceTests.rows(10_000, "i, i as a, i as b, i as c, i as d, i as e, i as f")
            + (1...3).map { chart.replacing("%", with: "\($0)") }.joined()
        #expect(
            try lastFailure(body)
                == "cell 'c3': this shows 2.1 MB, at 16 bytes a value and its text, and 1.8 MB are left of the 6.0 MB that a "
                + "report may show. Sum up, leave columns out or add a limit.")
    }

    @Test("numbers that are written with hundreds of digits")
    func digits() throws {
        let body = { AllowanceTests.rows($0, "1e308 / i as a, 1e-300 * i as b").replacing("--| show: no\n", with: "") }
        #expect(try Desk.blocks(body(6800)).count == 1)
        #expect(
            try lastFailure(body(7000))
                == "cell 'many': this shows 6.1 MB, at 16 bytes a value and its text, and 6.0 MB are left of the 6.0 MB that a "
                + "report may show. Sum up, leave columns out or add a limit.")
    }

    @Test("rows that are looked up again and again")
    func looks() throws {
        let body = AllowanceTests.rows(100_000, "i, -i as j") + String(repeating: "{{ many[\"9\"].j }}\n", count: 501)
        #expect(
            try lastFailure(body)
                == "the cells and values of a report look at up to 50 million rows together; 'many' has 100000. Name fewer "
                + "values of it, or make a smaller table of it first.")
    }

    @Test("checks, and names of places that are alike")
    func checks() throws {
        let cell = "```checks c\ndata: many\n```\n"
        #expect(
            try lastFailure(AllowanceTests.rows(1001, "'A' as \"check\", 'pass' as verdict") + cell)
                == "cell 'c': 1001 checks are more than anybody reads; show up to 1000. Leave out those that pass, or sum them "
                + "up.")
        guard
            case .checks(let block)? = try Desk.blocks(
                AllowanceTests.rows(1000, "'A' as \"check\", 'pass' as verdict") + cell
            ).last
        else {
            Issue.record("no checks")
            return
        }
        #expect(block.rows.prefix(3).map(\.anchor) == ["check-a", "check-a-2", "check-a-3"])
        #expect(Set(block.rows.map(\.anchor)).count == 1000)
    }

    @Test("faults of a cell: the first ten, and how many more")
    func faults() throws {
        let message = try lastFailure(
            AllowanceTests.rows(5000, "i as v, 'u' || i as u") + "```table t\ndata: many\nunits: { v: u }\n```\n")
        #expect(message.hasPrefix("cell 't': column 'u' has 'u1' in row 1, which is neither a format nor a unit."))
        #expect(message.hasSuffix(" There are 990 more; mend these first."))
        #expect(message.utf8.count < 10_000)
    }

    @Test("a fault cites no more of a text than anybody reads")
    func citations() throws {
        let message = try lastFailure(
            "```sql a\n--| show: no\nselect hex(zeroblob(5000)) as v, 1 as i\n```\n```chart c\ndata: a\nx: i\nbars: v\n```\n"
        )
        #expect(message.hasPrefix("cell 'c': column 'v' has no number in row 1 but '000") && message.hasSuffix("000…"))
        #expect(message.count == "cell 'c': ".count + 2001)
    }

    @Test("headings, runs of prose and cells")
    func pieces() {
        #expect(Desk.faults(String(repeating: "# A\n", count: 2000)) == [])
        #expect(
            Desk.faults(String(repeating: "# A\n", count: 2002)) == [
                "t.md:2005:1: the template has more than 2000 headings, runs of prose and cells, which are not read."
            ])
    }

    @Test("entries of an option, and conditions")
    func options() {
        let columns = (1...101).map { "c\($0): usd" }.joined(separator: ", ")
        #expect(
            Desk.faults("```table t\ndata: kpis\ncolumns: { \(columns) }\n```") == [
                "t.md:7:10: option 'columns': 101 entries are more than 100."
            ])
        let books = (1...101).map { "b\($0)" }.joined(separator: ", ")
        #expect(
            Desk.faults("```table t\ndata: kpis\nwhere: { name: [\(books)] }\n```") == [
                "t.md:7:8: option 'where': 101 entries are more than 100."
            ])
        let conditions = Array(repeating: "win_rate > 0", count: 11).joined(separator: ", ")
        #expect(
            Desk.faults("```table t\ndata: kpis\nif: [\(conditions)]\n```") == [
                "t.md:7:5: option 'if': 11 conditions are more than 10. Compute one from them in a sql cell."
            ])
    }
}
