import Dates
import Foundation
import Input
import Market
import Options
import Testing

@Suite("Real chains", .enabled(if: RealData.isPresent))
struct RealChainTests {
    @Test func explore() throws {
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        for (name, rate) in [("SPY_2015-01-05_full.csv", 0.002), ("SPY_2022-07-12_cboe_full_greeks.csv", 0.025)] {
            let (quotes, findings) = try ChainFile.read(CSVReader(contentsOf: RealData.chain(name)))
            print(
                name, quotes.count,
                Dictionary(grouping: findings, by: \.rule).mapValues(\.count).sorted { $0.key < $1.key })
            let (chain, more) = try QuotedChain.chain(of: quotes, calendar: calendar, rate: rate)
            for finding in more { print(finding.rule, finding.message) }
            guard let chain else { continue }
            print("spot", chain.spot, "cm30", ConstantMaturityVolatility.thirtyDay(of: chain) ?? .nan)
            for slice in chain.slices {
                print(
                    slice.expiration, slice.years * 365, slice.forward,
                    ConstantMaturityVolatility.atTheForward(of: slice) ?? .nan)
            }
            let comparison = ChainComparison(chain, with: quotes)
            print("not recomputed", comparison.notRecomputed)
            for row in comparison.rows {
                print(
                    row.column.rawValue, row.moneyness.rawValue, row.count, row.median, row.medianMagnitude,
                    row.largestMagnitude, row.worst.occ)
            }
        }
    }
}
