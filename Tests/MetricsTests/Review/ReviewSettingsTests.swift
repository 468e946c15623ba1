import Dates
import Foundation
import Ledger
import Metrics
import Testing

@Suite("Settings of a review, and what was considered")
struct ReviewSettingsTests {
    @Test("Every key may be left out")
    func defaults() throws {
        let settings = try JSONDecoder().decode(ReviewSettings.self, from: Data("{}".utf8))
        #expect(settings == ReviewSettings())
        #expect(settings.year == Annualization(sessionsPerYear: 252, riskFreeRate: 0))
        let one = try JSONDecoder().decode(
            ReviewSettings.self, from: Data(#"{"riskFreeRate": 0.04, "targets": {"sharpe": 1.5}}"#.utf8))
        #expect(one.riskFreeRate == 0.04)
        #expect(one.targets.sharpe == 1.5)
        #expect(one.targets.winRate == 0.85)
    }

    @Test("What is written is read again")
    func roundTrip() throws {
        var settings = ReviewSettings()
        settings.sessionsPerMonth = 20
        settings.targets.maxDrawdown = 0.05
        let data = try JSONEncoder().encode(settings)
        #expect(try JSONDecoder().decode(ReviewSettings.self, from: data) == settings)
    }

    @Test(
        "A year without sessions or a rate of −100 % is refused",
        arguments: [#"{"sessionsPerYear": 0}"#, #"{"riskFreeRate": -1}"#, #"{"sessionsPerMonth": -1}"#])
    func refused(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ReviewSettings.self, from: Data(text.utf8))
        }
    }

    @Test("Candidates are counted by strategy, refusals by the first rule that stopped them, shadows left out")
    func candidates() {
        func record(_ book: Book, _ allotment: Allotment, _ results: [RuleResult], _ trade: Int64?) -> CandidateRecord {
            CandidateRecord(
                time: TestTrade.time("2026-07-30"), book: book, allotment: allotment, symbol: "SPY", structure: nil,
                results: results, tradeID: trade)
        }
        let pass = RuleResult(rule: "iv-rank", passed: true, detail: "")
        let fail = RuleResult(rule: "delta", passed: false, detail: "")
        let unknown = RuleResult(rule: "blackout", passed: nil, detail: "")
        let tallies = CandidateTally.tallies(of: [
            record(.primary, .allotted, [pass], 7), record(.primary, .allotted, [pass, fail, unknown], nil),
            record(.incomePop, .allotted, [unknown, fail], nil), record(.primary, .shadow, [fail], nil),
            record(.legacy, .allotted, [pass], nil),
        ])
        #expect(
            tallies == [
                CandidateTally(
                    strategy: .multibook, candidates: 3,
                    refusals: [.init(rule: "blackout", count: 1), .init(rule: "delta", count: 1)]),
                CandidateTally(
                    strategy: .legacy, candidates: 1, refusals: [.init(rule: "not recorded", count: 1)]),
            ])
    }
}
