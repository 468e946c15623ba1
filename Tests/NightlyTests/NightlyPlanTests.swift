import Dates
import Ledger
import Nightly
import Testing

@Suite("What a night has to do")
struct NightlyPlanTests {
    /// Monday 27 July to Tuesday 4 August 2026, and the 5th after it.
    private static let sessions = [
        "2026-07-27", "2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31", "2026-08-03", "2026-08-04", "2026-08-05",
    ].map(day)

    private static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    private static func step(_ day: String, _ step: NightlyStep, _ state: JobStep.State = .done) -> JobStep {
        JobStep(
            day: Self.day(day), step: step.rawValue, state: state, time: Instant(secondsSince1970: 0), detail: "")
    }

    private static func night(_ day: String, without missing: [NightlyStep] = []) -> [JobStep] {
        NightlyStep.allCases.filter { !missing.contains($0) }.map { step(day, $0) }
    }

    private func plan(_ last: String, since: String? = nil, _ done: [JobStep] = []) -> NightlyPlan {
        NightlyPlan(sessions: Self.sessions, through: Self.day(last), since: since.map(Self.day), done: done)
    }

    @Test("A first run does the last session, and no history by surprise")
    func first() {
        let plan = plan("2026-07-30")
        #expect(plan.nights.map(\.session) == [Self.day("2026-07-30")])
        #expect(plan.nights[0].steps == NightlyStep.allCases.filter { $0 != .weeklyReport })
    }

    @Test("The weekly review is due after the week's last session")
    func weekly() {
        let friday = plan("2026-07-31").nights[0]
        #expect(friday.isWeekEnd && friday.steps == NightlyStep.allCases)
        // A week that ends with a Thursday because of a holiday.
        let short = NightlyPlan(
            sessions: ["2026-07-01", "2026-07-02", "2026-07-06"].map(Self.day), through: Self.day("2026-07-02"),
            done: [])
        #expect(short.nights[0].isWeekEnd)
    }

    @Test("A night that is done is not done again; missed ones are caught up, oldest first")
    func caughtUp() {
        #expect(plan("2026-07-28", Self.night("2026-07-28", without: [.weeklyReport])).nights.isEmpty)
        let missed = plan("2026-08-03", Self.night("2026-07-29", without: [.weeklyReport]))
        #expect(missed.nights.map(\.session) == ["2026-07-30", "2026-07-31", "2026-08-03"].map(Self.day))
        #expect(missed.nights.map(\.isWeekEnd) == [false, true, false])
    }

    @Test("Of a night that was broken off, the steps that are not done are due: begun and failed ones are not done")
    func resumed() {
        let plan = plan(
            "2026-07-28",
            [
                Self.step("2026-07-28", .importFiles, .skipped), Self.step("2026-07-28", .quality),
                Self.step("2026-07-28", .checklist, .failed), Self.step("2026-07-28", .gate, .begun),
            ])
        #expect(
            plan.nights.map(\.steps) == [[.checklist, .gate, .dailyReport, .gateReport, .mail, .alerts]])
    }

    @Test("Whatever is done ends with mail and alerts of the last night: a report may be late, and a fault may be over")
    func conclusion() {
        let friday = Self.night("2026-07-31", without: [.weeklyReport])
        #expect(plan("2026-07-31", friday).nights.map(\.steps) == [[.weeklyReport, .mail, .alerts]])
        let later = plan("2026-08-03", friday + Self.night("2026-08-03", without: [.weeklyReport]))
        #expect(later.nights.map(\.session) == ["2026-07-31", "2026-08-03"].map(Self.day))
        #expect(later.nights.map(\.steps) == [[.weeklyReport], [.mail, .alerts]])
        #expect(plan("2026-07-31", Self.night("2026-07-31")).nights.isEmpty)
    }

    @Test("Asked to begin earlier, it looks at every session from there")
    func since() {
        let plan = plan("2026-07-29", since: "2026-07-26", Self.night("2026-07-28", without: [.weeklyReport]))
        #expect(plan.nights.map(\.session) == ["2026-07-27", "2026-07-29"].map(Self.day))
    }

    @Test("No night lies before the history begins, whatever is asked for and was begun by mistake")
    func beginning() {
        func nights(since: String? = nil, _ done: [JobStep] = []) -> [Day] {
            NightlyPlan(
                sessions: Self.sessions, through: Self.day("2026-07-30"), since: since.map(Self.day),
                beginning: Self.day("2026-07-29"), done: done
            ).nights.map(\.session)
        }
        #expect(nights(since: "1885-01-01") == ["2026-07-29", "2026-07-30"].map(Self.day))
        #expect(nights([Self.step("2026-07-27", .checklist, .failed)]) == ["2026-07-29", "2026-07-30"].map(Self.day))
        #expect(
            NightlyPlan(
                sessions: Self.sessions, through: Self.day("2026-07-28"), beginning: Self.day("2026-07-29"), done: []
            ).nights.isEmpty)
    }

    @Test("The calendar's last session has a night like any other, and ends its week")
    func lastOfCalendar() {
        let done = Self.night("2026-08-04", without: [.weeklyReport])
        let plan = plan("2026-08-05", done)
        #expect(plan.nights.map(\.session) == [Self.day("2026-08-05")])
        #expect(plan.nights[0].isWeekEnd && plan.nights[0].steps == NightlyStep.allCases)
        #expect(self.plan("2026-08-05", done + Self.night("2026-08-05")).nights.isEmpty)
    }

    @Test("A clock that was moved back finds nothing to do")
    func movedBack() {
        #expect(plan("2026-07-27", Self.night("2026-07-28", without: [.weeklyReport])).nights.isEmpty)
    }
}
