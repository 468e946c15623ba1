import Dates
import Foundation
import Input
import Market
import Testing

@Suite("The sample inputs that are shipped")
struct SampleTests {
    private let folder = ProjectData.root.appending(path: "data/samples")

    private func reader(_ name: String) throws -> CSVReader { try CSVReader(contentsOf: folder.appending(path: name)) }

    @Test("bars, dividends and splits are sound and fit one another")
    func bars() throws {
        let (bars, barFaults) = try BarFile.read(reader("bars.csv"), symbol: "XYZ")
        let (splits, splitFaults) = try SplitFile.read(reader("splits.csv"))
        let (dividends, dividendFaults) = try DividendFile.read(reader("dividends.csv"))
        #expect((barFaults + splitFaults + dividendFaults).isEmpty)
        #expect(bars.count == 40)
        #expect(dividends["XYZ"]?.count == 1)
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let findings = BarQuality.check(bars, symbol: "XYZ", calendar: calendar, splits: splits)
        #expect(findings.map(\.rule) == ["bars.split"])
        let restated = CorporateActions(splits: splits).restated(bars, of: "XYZ", asOf: bars[39].day)
        #expect(BarQuality.check(restated, symbol: "XYZ", calendar: calendar).isEmpty)
    }

    @Test("the chain is read around its eight faults")
    func chain() throws {
        let (quotes, findings) = try ChainFile.read(reader("chain.csv"))
        let seen = findings.map { "\($0.place.split(separator: ":")[1]) \($0.rule)" }.sorted()
        #expect(
            seen == [
                "22 chain.expired", "23 chain.crossed", "24 chain.no-quote", "25 chain.no-bid", "26 chain.foreign",
                "27 chain.contract", "28 chain.field", "29 chain.field",
            ])
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let (result, inferred) = try QuotedChain.chain(of: quotes, calendar: calendar, rate: 0.04)
        let chain = try #require(result)
        #expect(inferred.isEmpty)
        #expect(chain.slices.map(\.strikes.count) == [8, 5])
        // The smile that the sample was made with, 0.24 − 0.004·(K − 40), read near the forward through cents.
        let volatility = try #require(ConstantMaturityVolatility.thirtyDay(of: chain))
        #expect(abs(volatility - 0.24) < 0.005)
    }
}
