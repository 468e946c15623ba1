import Dates
import Foundation
import Testing

@testable import Market

@Suite("The simulated market is like the real one")
struct SimulatedEconomyTests {
    /// 40 years on a fixed seed. Bands are the real figure of 2006–2019 give or take what samples of that length scatter
    /// (docs/simulated-market.md), narrowed where the simulation does better.
    private static let facts = Result { try StylizedFacts(years: 40, seed: 20_240_101) }

    private func facts() throws -> StylizedFacts { try Self.facts.get() }

    @Test(
        "the level of implied volatility has the real quantiles",
        arguments: [
            (0.01, 9.8, 1.6), (0.1, 11.6, 1.6), (0.25, 13.2, 1.6), (0.5, 16.3, 2), (0.75, 21.7, 3.5), (0.9, 28.6, 5),
            (0.99, 56.9, 15),
        ])
    func quantiles(fraction: Double, real: Double, band: Double) throws {
        #expect(isClose(try facts().quantile(fraction), real, within: band))
    }

    @Test(
        "its logarithm persists as the real one's",
        arguments: [(1, 0.980, 0.012), (5, 0.923, 0.04), (21, 0.800, 0.09), (63, 0.619, 0.15)])
    func persistence(lag: Int, real: Double, band: Double) throws {
        let logs = try facts().level.map { log($0) }
        #expect(isClose(StylizedFacts.autocorrelation(logs, lag), real, within: band))
    }

    @Test("it leaps up more than down, now and then by a fifth in a day, and against the market")
    func spikes() throws {
        let facts = try facts()
        let changes = facts.changes
        #expect(isClose(StylizedFacts.deviation(changes), 0.076, within: 0.008))
        #expect((0.7...1.8).contains(StylizedFacts.moment(changes, 3)))  // real 1.01
        #expect((6.0...15).contains(StylizedFacts.moment(changes, 4)))  // real 9.4
        let perYear = 252 * Double(changes.filter { $0 > log(1.2) }.count) / Double(changes.count)
        #expect((2.5...6.5).contains(perYear))  // real 5.4
        let leverage = StylizedFacts.correlation(Array(facts.returns[0].dropFirst()), changes)
        #expect((-0.80 ... -0.68).contains(leverage))  // real −0.74
    }

    @Test("implied variance lies above realised variance")
    func variancePremium() throws {
        #expect((0.70...0.92).contains(try facts().realizedOverImplied))  // real 0.82
    }

    @Test(
        "the funds are as volatile and as correlated with SPY as the real ones",
        arguments: [
            (0, 19.0, 1.0), (1, 20.5, 0.917), (2, 23.7, 0.911), (3, 17.8, 0.975), (4, 28.1, 0.813), (5, 20.3, 0.912),
        ])
    func funds(fund: Int, volatility: Double, correlation: Double) throws {
        let returns = try facts().returns
        let simulated = 100 * StylizedFacts.deviation(returns[fund]) * 252.0.squareRoot()
        #expect(isClose(simulated, volatility, within: 0.15 * volatility))
        #expect(isClose(StylizedFacts.correlation(returns[0], returns[fund]), correlation, within: 0.04))
    }

    @Test("QQQ and XLK are near twins, XLE goes its own way")
    func crossCorrelations() throws {
        let returns = try facts().returns
        #expect(isClose(StylizedFacts.correlation(returns[1], returns[5]), 0.954, within: 0.04))
        #expect(isClose(StylizedFacts.correlation(returns[4], returns[5]), 0.687, within: 0.08))
    }

    @Test("correlations rise in turmoil")
    func turmoil() throws {
        let facts = try facts()
        func correlation(_ keep: (Double) -> Bool) -> Double {
            let days = (1..<facts.level.count).filter { keep(facts.level[$0 - 1]) }
            return StylizedFacts.correlation(days.map { facts.returns[0][$0] }, days.map { facts.returns[4][$0] })
        }
        #expect(correlation { $0 > 25 } > correlation { $0 < 15 } + 0.1)
    }

    @Test("returns have fat tails and clustered sizes")
    func tails() throws {
        let market = try facts().returns[0]
        #expect((8.0...60).contains(StylizedFacts.moment(market, 4)))  // real 17.5
        let wide = 3 * StylizedFacts.deviation(market)
        let perYear = 252 * Double(market.filter { abs($0) > wide }.count) / Double(market.count)
        #expect((2.5...5.5).contains(perYear))  // real 4.6
        let sizes = market.map { abs($0) }
        #expect((0.2...0.45).contains(StylizedFacts.autocorrelation(sizes, 1)))  // real 0.30
        #expect((0.08...0.35).contains(StylizedFacts.autocorrelation(sizes, 21)))  // real 0.27
    }

    @Test("expected variance is unbiased: with no premium, implied is realised plus nothing")
    func unbiasedForecast() throws {
        var settings = SimulationSettings()
        settings.market.variancePremium = 1
        let facts = try StylizedFacts(years: 25, seed: 5, settings: settings)
        // The level carries the strip's ratio, 1.132² in variance. The forecast leaves out what the regime's turning
        // and the covariance of the factors add, about a tenth.
        #expect(isClose(facts.realizedOverImplied * 1.132 * 1.132, 1, within: 0.2))
    }

    @Test("every bar holds its open and its close, in cents, with volume")
    func bars() throws {
        let weekdays = (0..<800).map { Day(daysSince1970: 18_262 + $0) }.filter { !$0.weekday.isWeekend }
        var economy = try SimulatedEconomy(settings: SimulationSettings(), sessions: weekdays, seed: 3)
        var (range, moves, nights, days) = (0.0, 0.0, 0.0, 0.0)
        var previous: [Double]?
        for _ in 0..<500 {
            let sessions = economy.advance()
            for (fund, session) in sessions.enumerated() {
                let bar = session.bar
                #expect(bar.low <= min(bar.open, bar.close) && max(bar.open, bar.close) <= bar.high && bar.low > 0)
                #expect([bar.open, bar.high, bar.low, bar.close].allSatisfy { ($0 * 100).rounded() / 100 == $0 })
                #expect(bar.volume > 0)
                if let previous, session.dividendPaid == 0 {
                    range += log(bar.high / bar.low)
                    moves += abs(log(bar.close / previous[fund]))
                    nights += pow(log(bar.open / previous[fund]), 2)
                    days += pow(log(bar.close / previous[fund]), 2)
                }
            }
            previous = sessions.map(\.bar.close)
        }
        #expect((1.5...1.75).contains(range / moves))  // real 1.57–1.68
        #expect((0.26...0.38).contains(nights / days))  // real 0.27–0.37
    }

    @Test("a stream of random numbers belongs to one purpose: more funds do not change the first one's prices")
    func independence() throws {
        let weekdays = (0..<300).map { Day(daysSince1970: 18_262 + $0) }.filter { !$0.weekday.isWeekend }
        var fewer = SimulationSettings()
        fewer.funds = Array(fewer.funds.prefix(2))
        fewer.ownCorrelations = [[]]
        var small = try SimulatedEconomy(settings: fewer, sessions: weekdays, seed: 11)
        var large = try SimulatedEconomy(settings: SimulationSettings(), sessions: weekdays, seed: 11)
        for _ in 0..<100 {
            #expect(small.advance()[0].bar.close == large.advance()[0].bar.close)
        }
    }
}
