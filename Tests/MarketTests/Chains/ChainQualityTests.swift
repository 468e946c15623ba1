import Dates
import Input
import Market
import Testing

@Suite("Quality of a chain")
struct ChainQualityTests {
    private let time = Instant(utc: Day(daysSince1970: 20_000), hour: 20)

    private func chain(_ quotes: [(bid: Double, ask: Double)], spot: Double = 100) -> OptionChain {
        let none = quotes.map { _ in Double.nan }
        let side = OptionChain.Side(
            bid: quotes.map(\.bid), ask: quotes.map(\.ask), impliedVolatility: none, delta: none, gamma: none,
            theta: none, vega: none)
        let slice = OptionChain.Slice(
            expiration: Day(daysSince1970: 20_030), years: 30.0 / 365, forward: 100,
            strikes: quotes.indices.map { 100_000 + 1000 * $0 }, calls: side, puts: side)
        return OptionChain(underlying: "XYZ", time: time, spot: spot, isSynthetic: false, slices: [slice])
    }

    private func rules(_ chain: OptionChain, age: Int = 0) -> [String] {
        ChainQuality.check(chain, at: time.adding(seconds: age)).map { "\($0.severity) \($0.rule)" }
    }

    @Test("a quoted, fresh chain has no finding; some options without a bid are usual")
    func clean() {
        #expect(rules(chain([(1, 1.1), (0, 0.05)]), age: 900) == [])
    }

    @Test("quotes older than a quarter of an hour, or from the future, are refused")
    func stale() {
        #expect(rules(chain([(1, 1.1)]), age: 901) == ["error chain.stale"])
        #expect(rules(chain([(1, 1.1)]), age: -1) == ["error chain.stale"])
        #expect(
            ChainQuality.check(chain([(1, 1.1)]), at: time.adding(seconds: 120), maximumAge: 60).map(\.message)
                == ["XYZ: the quotes are 120 s old; at most 60 s are allowed"])
    }

    @Test("crossed quotes are counted, calls and puts together")
    func crossed() {
        let findings = ChainQuality.check(chain([(1, 1.1), (2, 1.9)]), at: time)
        #expect(findings.map(\.message) == ["XYZ: 2 crossed quotes expire 2024-11-03"])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test("a chain without any market is empty")
    func empty() {
        #expect(rules(chain([(.nan, .nan)])) == ["warning chain.slice-empty", "error chain.empty"])
        #expect(
            rules(OptionChain(underlying: "XYZ", time: time, spot: 100, isSynthetic: false, slices: []))
                == ["error chain.empty"])
        #expect(rules(chain([(1, 1.1)], spot: 0)) == ["error chain.spot"])
    }
}
