import Dates
import Foundation
import Input
import Market
import Testing

@Suite("Data files")
struct DataFileTests {
    private func csv(_ text: String, _ file: String) -> CSVReader { CSVReader(text: text, file: file) }

    @Test("bars are read as they stand, faulty rows become findings with their place")
    func bars() throws {
        let text = """
            date,open,high,low,close,volume
            2019-12-30,100,101,99,100.5,1000
            2019-12-31,100,x,99,100.5,1000
            31.12.2019,100,101,99,100.5,1000
            2020-01-02,100,101,99
            2020-01-03,-5,101,99,100.5,0

            """
        let (bars, findings) = try BarFile.read(csv(text, "XYZ.csv"), symbol: "XYZ")
        #expect(bars.map(\.day.iso) == ["2019-12-30", "2020-01-03"])
        #expect(
            bars.first
                == Bar(
                    day: try #require(Day("2019-12-30")), open: 100, high: 101, low: 99, close: 100.5, volume: 1000))
        #expect(findings.map(\.rule) == ["bars.field", "bars.field", "bars.field"])
        #expect(findings.map(\.place) == ["XYZ.csv:3:16", "XYZ.csv:4:1", "XYZ.csv:5"])
        #expect(findings.allSatisfy { $0.severity == .error && $0.subject == "XYZ" })
        #expect(findings.first?.message == "XYZ.csv:3:16: high 'x' is not a number; write a decimal such as 112.5")
    }

    @Test("an index has no volume")
    func index() throws {
        let (bars, _) = try BarFile.read(
            csv("date,open,high,low,close\n2019-12-30,13,14,12,13.8\n", "VIX.csv"), symbol: "VIX")
        #expect(bars.map(\.volume) == [0])
    }

    @Test("a file without the columns is refused as a whole")
    func header() {
        #expect(throws: CSVError.missingColumn(file: "a.csv", column: "open", present: ["date", "close"])) {
            try BarFile.read(CSVReader(text: "date,close\n", file: "a.csv"), symbol: "A")
        }
    }

    @Test("dividends by symbol in the order of their dates; the same twice counts once")
    func dividends() throws {
        let text = """
            ticker,ex_date,amount,basis
            SPY,2019-12-20,1.57,recorded
            SPY,2019-09-20,1.38,recorded
            DIA,2019-12-20,0.4,recorded
            SPY,2019-12-20,1.57,recorded
            SPY,2019-06-21,0,recorded
            spy,2019-06-21,1,recorded

            """
        let (dividends, findings) = try DividendFile.read(csv(text, "dividends.csv"))
        #expect(dividends["SPY"]?.map(\.amount) == [1.38, 1.57])
        #expect(dividends["DIA"]?.map(\.exDate.iso) == ["2019-12-20"])
        #expect(findings.map(\.rule) == ["dividends.field", "dividends.field", "dividends.duplicate"])
        #expect(findings.map(\.place) == ["dividends.csv:6:16", "dividends.csv:7:1", "dividends.csv:5"])
    }

    @Test("splits in the order of their days")
    func splits() throws {
        let text = "symbol,date,ratio\nXLK,2025-12-05,2\nXLE,2025-12-05,2\nABC,2020-01-02,0.1\nABC,2021-01-04,-2\n"
        let (splits, findings) = try SplitFile.read(csv(text, "splits.csv"))
        #expect(splits.map(\.symbol) == ["ABC", "XLE", "XLK"])
        #expect(splits.map(\.ratio) == [0.1, 2, 2])
        #expect(findings.map(\.message) == ["splits.csv:5:16: ratio '-2' must be above zero"])
    }

    @Test("the splits that are shipped lie on sessions")
    func shippedSplits() throws {
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let reader = try CSVReader(contentsOf: ProjectData.calendars.appending(path: "splits.csv"))
        let (splits, findings) = try SplitFile.read(reader)
        #expect(findings.isEmpty)
        #expect(splits.map(\.symbol) == ["XLE", "XLK"])
        for split in splits { #expect(try calendar.isSession(split.day)) }
    }
}

@Suite("Dividends and splits by day")
struct CorporateActionsTests {
    private let first = Day(daysSince1970: 20_000)

    private var actions: CorporateActions {
        CorporateActions(
            dividends: [
                "SPY": [Dividend(exDate: first.adding(90), amount: 1.6), Dividend(exDate: first, amount: 1.5)],
                "DIA": [Dividend(exDate: first, amount: 0.4)],
            ],
            splits: [
                Split(symbol: "SPY", day: first, ratio: 2), Split(symbol: "SPY", day: first.adding(10), ratio: 3),
            ])
    }

    @Test("what takes effect on a day, in a stable order")
    func onDay() {
        #expect(
            actions.on(first) == [
                .dividend(symbol: "DIA", amount: 0.4), .split(symbol: "SPY", ratio: 2),
                .dividend(symbol: "SPY", amount: 1.5),
            ])
        #expect(actions.on(first.adding(1)).isEmpty)
    }

    @Test("the next dividend lies after today and within what is known")
    func nextDividend() {
        #expect(actions.nextDividend(of: "SPY", after: first.adding(-1), through: first)?.amount == 1.5)
        #expect(actions.nextDividend(of: "SPY", after: first, through: first.adding(89)) == nil)
        #expect(actions.nextDividend(of: "SPY", after: first, through: first.adding(90))?.amount == 1.6)
        #expect(actions.nextDividend(of: "XYZ", after: first, through: first.adding(90)) == nil)
    }

    @Test("bars are restated to the shares of a day, by the splits known on it")
    func restated() {
        let bars = [-1, 0, 9, 10].map {
            Bar(day: first.adding($0), open: 60, high: 66, low: 54, close: 60, volume: 100)
        }
        let today = actions.restated(bars, of: "SPY", asOf: first.adding(10))
        #expect(today.map(\.close) == [10, 20, 20, 60])
        #expect(today.map(\.high) == [11, 22, 22, 66])
        #expect(today.map(\.volume) == [600, 300, 300, 100])
        let before = actions.restated(bars, of: "SPY", asOf: first.adding(9))
        #expect(before.map(\.close) == [30, 60, 60, 60])
        #expect(actions.restated(bars, of: "DIA", asOf: first.adding(10)) == bars)
    }
}
