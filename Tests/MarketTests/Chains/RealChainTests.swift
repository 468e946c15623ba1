import Dates
import Foundation
import Input
import Market
import Testing

@Suite("Real chains", .enabled(if: RealData.isPresent))
struct RealChainTests {
    /// Counted in the file by Python: 4,922 rows; 1,258 of root SPY7, the mini contract on ten shares, 114 of them
    /// expired; of the others 180 expired, 32 without a quote and 261 without a bid. SPY closed at 201.72.
    @Test("the dirty chain of 5 January 2015 is read around its faults, and its missing spot is found")
    func dirty() throws {
        let (quotes, findings) = try ChainFile.read(CSVReader(contentsOf: RealData.chain("SPY_2015-01-05_full.csv")))
        #expect(quotes.count == 4922 - 1258 - 180)
        let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
        #expect(counts == ["chain.foreign": 1258, "chain.expired": 180, "chain.no-quote": 32, "chain.no-bid": 261])
        #expect(findings.allSatisfy { $0.place.hasPrefix("SPY_2015-01-05_full.csv:") })
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let (chain, inferred) = try QuotedChain.chain(of: quotes, calendar: calendar, rate: 0.002)
        #expect(inferred.map(\.rule) == ["chain.spot-inferred"])
        let spot = try #require(chain?.spot)
        #expect(abs(spot - 201.72) < 0.25)
        #expect(ChainQuality.check(try #require(chain), at: try #require(chain).time).isEmpty)
    }

    /// VIX closed at 19.92 and 27.29 on these days (Cboe); at-the-money volatility lies some points below it.
    @Test(
        "30-day volatility lies below VIX by the usual distance",
        arguments: [
            ("SPY_2015-01-05_full.csv", 0.002, 0.1992), ("SPY_2022-07-12_cboe_full_greeks.csv", 0.025, 0.2729),
        ])
    func thirtyDay(_ name: String, _ rate: Double, _ index: Double) throws {
        let (quotes, _) = try ChainFile.read(CSVReader(contentsOf: RealData.chain(name)))
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let chain = try #require(try QuotedChain.chain(of: quotes, calendar: calendar, rate: rate).chain)
        let ratio = try #require(ConstantMaturityVolatility.thirtyDay(of: chain)) / index
        #expect((0.8...0.97).contains(ratio))
    }

    @Test(
        "recomputed volatilities and deltas agree with the file's where both are sure: out of the money",
        arguments: [
            ("SPY_2015-01-05_full.csv", 0.002), ("SPY_2022-07-12_cboe_full_greeks.csv", 0.025),
        ])
    func comparison(_ name: String, _ rate: Double) throws {
        let (quotes, _) = try ChainFile.read(CSVReader(contentsOf: RealData.chain(name)))
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let chain = try #require(try QuotedChain.chain(of: quotes, calendar: calendar, rate: rate).chain)
        let comparison = ChainComparison(chain, with: quotes)
        let row = { (column: ChainComparison.Column, moneyness: ChainComparison.Moneyness) in
            comparison.rows.first { $0.column == column && $0.moneyness == moneyness }
        }
        for moneyness in [ChainComparison.Moneyness.farOut, .out] {
            #expect(try #require(row(.impliedVolatility, moneyness)).medianMagnitude < 0.006)
            #expect(try #require(row(.delta, moneyness)).medianMagnitude < 0.004)
        }
        #expect(try #require(row(.delta, .near)).medianMagnitude < 0.012)
        #expect(try #require(row(.vega, .near)).medianMagnitude < 0.002)
    }
}
