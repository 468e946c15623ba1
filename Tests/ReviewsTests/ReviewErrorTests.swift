import Dates
import Reviews
import Testing

@Suite("Why a week or a night cannot be shown")
struct ReviewErrorTests {
    @Test("Each error names the week or day, the rule and the remedy")
    func texts() throws {
        let day = try #require(Day("2026-07-29"))
        let texts: [(ReviewError, String)] = [
            (
                .emptyHistory(path: "desk.sqlite"),
                "desk.sqlite: the history is empty: no session, no trade, no snapshot; fill it with `backtest simulate` or "
                    + "`report import`"
            ),
            (
                .weekInTheFuture(ISOWeek(containing: day.adding(14)), last: day),
                "week 2026-W33 lies after the last day of the history, 2026-07-29; the last week to review is 2026-W31"
            ),
            (
                .weekBeforeHistory(ISOWeek(containing: day.adding(-14)), first: day),
                "week 2026-W29 lies before the first day of the history, 2026-07-29; the first week to review is 2026-W31"
            ),
            (
                .noCompleteWeek(first: day, asOf: day.adding(1)),
                "the history begins on 2026-07-29 and no week of it is complete on 2026-07-30; name the week with --week"
            ),
            (
                .gateRecordUnreadable(day),
                "the gate's decision of 2026-07-29 was recorded by another version of the program and cannot be shown; its "
                    + "report in the archive can"
            ),
        ]
        for (error, text) in texts { #expect(error.description == text) }
    }
}
