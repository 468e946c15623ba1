import Dates
import Metrics
import Notebooks
import Testing

@Suite("A cell is computed and shown where its conditions hold")
struct ConditionTests {
    private func isShown(_ condition: String, _ context: NotebookContext = Desk.context) throws -> Bool {
        let blocks = try Desk.blocks("````text a\n--| if: \(condition)\nShown.\n````", context: context)
        if blocks == [.prose("Shown.")] { return true }
        #expect(blocks == [], "\(condition)")
        return false
    }

    /// `win_rate` is 0.75 shown as 75.0%, `realized_pnl` $410.05, `sharpe` undefined; `pnl_by_book` has two rows.
    @Test(
        "what holds of the desk",
        arguments: [
            ("win_rate < 0.8", true), ("win_rate < 0.75", false), ("win_rate <= 0.75", true),
            ("win_rate > 0.75", false),
            ("win_rate >= 0.75", true), ("win_rate = 0.75", true), ("win_rate != 0.75", false), ("win_rate<0.8", true),
            ("realized_pnl > 410", true), ("realized_pnl = 410.05", true), ("as_of = 2026-07-31", true),
            ("as_of < 2026-08-01", true), ("as_of > 2026-08-01", false), ("as_of != 2026-07-31", false),
            ("kpis[\"Win rate\"].verdict = missed", true), ("kpis.sharpe.verdict = too early", true),
            ("kpis[\"Win rate\"].verdict != missed", false), ("pnl_by_book.book = PRIMARY", true),
            ("pnl_by_book.book = primary", false), ("pnl_by_book.book < Q", true),
            ("sharpe is undefined", true), ("sharpe is defined", false), ("win_rate is undefined", false),
            ("win_rate is defined", true), ("kpis.drawdown.value is undefined", true),
            ("pnl_by_book is not empty", true), ("pnl_by_book is empty", false),
            ("sharpe < 1000", false), ("sharpe > -1000", false), ("sharpe != 1", false),
            ("kpis.drawdown.value = 0", false),
            ("[win_rate > 0.5, sharpe is undefined]", true), ("[win_rate > 0.5, sharpe is defined]", false),
            ("[]", true),
        ])
    func holds(condition: String, expected: Bool) throws {
        #expect(try isShown(condition) == expected)
    }

    @Test("numbers are compared as they are shown, so that no text contradicts the figure beside it")
    func asShown() throws {
        var context = Desk.context
        // 84.96 % is shown as 85.0%.
        context.scalars = [Scalar("win_rate", .percent, .number(0.8496))]
        #expect(try isShown("win_rate < 0.85", context) == false)
        #expect(try isShown("win_rate >= 0.85", context))
    }

    @Test("yes and no, whatever SQL calls them")
    func flags() throws {
        var context = Desk.context
        context.scalars = [Scalar("hedged", .flag, .flag(true)), Scalar("n", .count, .integer(0))]
        #expect(try isShown("hedged = yes", context))
        #expect(try isShown("hedged != no", context))
        #expect(try isShown("hedged = 1", context))
        #expect(try isShown("n = no", context))
        let blocks = try Desk.blocks(
            "```sql a\n--| show: no\nselect 1 as hedge_active\n```\n```text b\n--| if: a.hedge_active = yes\nHedged.\n```"
        )
        #expect(blocks == [.prose("Hedged.")])
    }

    @Test("moments compare with dates by their day in New York, texts of dates with dates")
    func moments() throws {
        var context = Desk.context
        // 01:30 UTC on Saturday is Friday evening in New York.
        let moment = Instant(utc: Desk.friday.adding(1), hour: 1, minute: 30)
        context.scalars = [Scalar("seen", .time, .instant(moment)), Scalar("day", .text, .text("2026-07-30"))]
        #expect(try isShown("seen = 2026-07-31", context))
        #expect(try isShown("day < 2026-07-31", context))
        #expect(try isShown("day = 2026-07-30", context))
    }

    @Test("of an empty result no row is defined, and nothing compares")
    func empty() throws {
        let query = "```sql a\n--| show: no\nselect 1 as x where 1 = 0\n```\n"
        for (condition, expected) in [
            ("a is empty", true), ("a is not empty", false), ("a.x is undefined", true), ("a.x = 1", false),
            ("a.x != 1", false),
        ] {
            let blocks = try Desk.blocks(query + "```text b\n--| if: \(condition)\nShown.\n```")
            #expect(blocks.isEmpty == !expected, "\(condition)")
        }
    }

    @Test("conditions are looked at in order, so that one can guard the next")
    func guarding() throws {
        var context = Desk.context
        context.datasets[1].rows = []
        let body = "```text a\n--| if:\n--|   - kpis is not empty\n--|   - kpis[\"Win rate\"].value > 0\nShown.\n```"
        let blocks = try Desk.blocks(body, context: context)
        #expect(blocks == [])
    }

    @Test("a cell that is left out is not executed, and what needs it says why it is not there")
    func leftOut() throws {
        let body = """
            ```sql kpis
            --| if: win_rate < 0.5
            select nonsense from nowhere
            ```
            ```table t
            data: kpis
            ```
            ```sql s
            select * from kpis
            ```
            {{ kpis.value }}

            ```text u
            --| if: kpis is empty
            Nothing.
            ```
            """
        let reason =
            "cell 'kpis' in line 5 was left out because 'win_rate < 0.5' does not hold, so this has nothing to show. "
            + "Give it the same condition."
        let actual = try Desk.shown(body)
        #expect(
            actual == """
                failure #t t.md:10:7 cell 't': \(reason)
                failure #s t.md:13:15 cell 's': \(reason)
                failure #line-15 t.md:15:4 \(reason)
                failure #u t.md:18:9 cell 'u': \(reason)
                """)
    }

    @Test("a condition that rests on a failed cell fails, and hides nothing")
    func failed() throws {
        let body = "```sql a\nselect nope\n```\n```text b\n--| if: a is not empty\nShown.\n```"
        let actual = try Desk.shown(body)
        #expect(
            actual == """
                failure #a t.md:6:8 cell 'a': no such column: nope. No table has a column like it.
                failure #b t.md:9:9 cell 'b': cell 'a' in line 5 failed, so this has nothing to show.
                """)
    }

    @Test(
        "what is no condition",
        arguments: [
            "win_rate", "win_rate <", "< 1", "win_rate is", "win_rate is full", "win rate < 1", "kpis.x is empty",
            "win_rate ! 1", "win_rate => 1", "",
        ])
    func faults(condition: String) {
        #expect(
            Desk.faults("```text a\n--| if: [\"\(condition)\"]\nShown.\n```") == [
                "t.md:6:11: option 'if': '\(condition)' is not a condition. Write 'name < value' with <, <=, >, >=, = or "
                    + "!=, 'name is undefined', 'name is defined', 'cell is empty' or 'cell is not empty'."
            ])
    }
}
