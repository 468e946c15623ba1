import Dates
import DeskFixture
import History
import Input
import Ledger
import Nightly
import Testing

@testable import Operations

@Suite("Whether a session's data can be worked with")
struct SessionQualityTests {
    private func outcome(
        _ day: String = "2026-07-31", _ prepare: (HistoryStore) throws -> Void = { _ in }
    ) throws -> StepOutcome {
        let store = try Desk.store()
        try prepare(store)
        return try SessionQuality(session: try #require(Day(day)), store: store).outcome()
    }

    private func finding(_ severity: Finding.Severity, _ number: Int, on day: String?) -> Finding {
        Finding(
            severity: severity, rule: "iv", subject: "SPY", day: day.flatMap { Day($0) }, place: "row \(number)",
            message: "no bid")
    }

    @Test("Results and a snapshot are there: all is well")
    func good() throws {
        #expect(try outcome() == StepOutcome(.done, "1 snapshot, 0 findings"))
    }

    @Test("What is missing is named first, and somebody should look")
    func missing() throws {
        #expect(
            try outcome("2026-08-03")
                == StepOutcome(.attention, "no daily results, no snapshot, 0 findings"))
        // Results that were imported, without snapshots.
        #expect(
            try outcome("2026-08-03") { store in
                let text = "date,strategy,allotted_capital,pnl\n2026-08-03,MULTIBOOK,250000.00,10.00\n"
                _ = try store.importEquity(
                    CSVReader(text: text, file: "equity.csv"), at: Instant(secondsSince1970: 1_785_800_000))
            } == StepOutcome(.attention, "no snapshot, 0 findings"))
    }

    @Test(
        "Notes and warnings are counted and errors need somebody; those of another day, and of no day, play no part",
        arguments: [
            ([Finding.Severity.note], StepOutcome.State.done, "1 snapshot, 1 finding"),
            ([.warning, .note], .done, "1 snapshot, 2 findings (1 warning)"),
            ([.error], .attention, "1 error in the data, 1 snapshot, 1 finding"),
            (
                [.error, .error, .warning], .attention,
                "2 errors in the data, 1 snapshot, 3 findings (1 warning)"
            ),
        ])
    func findings(severities: [Finding.Severity], state: StepOutcome.State, words: String) throws {
        let outcome = try outcome { store in
            try store.write(
                findings: severities.enumerated().map { finding($1, $0, on: "2026-07-31") }
                    + [finding(.error, 0, on: "2026-07-30"), finding(.error, 0, on: nil)])
        }
        #expect(outcome == StepOutcome(state, words))
    }
}
