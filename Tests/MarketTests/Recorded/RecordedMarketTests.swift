import Dates
import Foundation
import Input
import Testing

@testable import Market

@Suite("Recorded prices with chains made from them")
struct RecordedMarketTests {
    private let calendar: TradingCalendar
    private let sessions: [Day]

    init() throws {
        calendar = try sampleCalendar()
        sessions = try calendar.sessions(from: day("2023-06-01"), through: day("2024-07-31"))
    }

    private var settings: RecordedMarketSettings {
        var settings = RecordedMarketSettings()
        settings.symbols = ["SPY", "XLE"]
        return settings
    }

    /// SPY swings by 1 % a day around 400, XLE by 1.5 % around 80; VIX by a point around 16.
    private func prices(
        dividends: [String: [Dividend]] = [:], splits: [Split] = [],
        change: (inout [String: [Bar]], inout [Bar]) -> Void = { _, _ in }
    ) -> RecordedPrices {
        func bars(_ base: Double, swing: Double, volume: Double) -> [Bar] {
            sessions.enumerated().map { index, day in
                let close = ((base * (1 + (index % 2 == 0 ? swing : 0))) * 100 + Double(index % 7)).rounded() / 100
                return Bar(
                    day: day, open: close - 0.1, high: close + 0.5, low: close - 0.6, close: close, volume: volume)
            }
        }
        var bySymbol = ["SPY": bars(400, swing: 0.01, volume: 5e7), "XLE": bars(80, swing: 0.015, volume: 1e7)]
        var vix = bars(16, swing: 0.0625, volume: 0)
        change(&bySymbol, &vix)
        return RecordedPrices(bars: bySymbol, vix: vix, dividends: dividends, splits: splits)
    }

    private func market(_ prices: RecordedPrices, from: String = "2024-06-20", to: String = "2024-07-12") throws
        -> RecordedMarket
    {
        try RecordedMarket(prices: prices, calendar: calendar, from: day(from), to: day(to), settings: settings)
    }

    private func snapshots(_ market: RecordedMarket) throws -> [MarketSnapshot] {
        var market = market
        var shown: [MarketSnapshot] = []
        while let snapshot = try market.next() { shown.append(snapshot) }
        return shown
    }

    @Test("the SPY chain shows the recorded VIX, and everything is labelled synthetic")
    func strip() throws {
        let market = try market(prices())
        #expect(market.isSynthetic && market.provenance.contains("synthetic chains on recorded prices"))
        let shown = try snapshots(market)
        #expect(shown.map(\.day) == market.sessions && shown.count == 16)
        for snapshot in shown {
            let vix = try #require(snapshot.vix)
            let chain = try #require(snapshot["SPY"]).chain
            let level = try #require(VolatilityIndex.level(of: chain, rate: 0.05))
            #expect(isClose(level, vix, within: 0.015 * vix))
            #expect(snapshot.isSynthetic && snapshot.vixChain?.spot == vix)
            #expect(snapshot.underlyings.allSatisfy { $0.isTradable && $0.chain.isSynthetic })
            #expect(snapshot.underlyings.allSatisfy { $0.indicators.ivRank != nil })
        }
        #expect(shown.contains { NewYork.wallTime($0.time) == "2024-07-03 12:45" })
    }

    /// The ratio of mean squared log returns over 60 sessions is that of the swings: ln 1.015 ÷ ln 1.01 = 1.4963.
    @Test("another symbol's volatility is scaled by the realised volatilities, within bounds")
    func ratio() throws {
        let first = try #require(try snapshots(market(prices())).first)
        let spy = try #require(first["SPY"]?.indicators.impliedVolatility)
        let xle = try #require(first["XLE"]?.indicators.impliedVolatility)
        #expect(isClose(xle / spy, 1.4963, within: 0.01))
        let implied = ImpliedFromIndex(settings: settings)
        #expect(implied.ratio(realized: 0.5, first: 0.1) == 2)
        #expect(implied.ratio(realized: 0.05, first: 0.1) == 0.8)
    }

    /// The smile's strip ratios by mpmath (SmileShapeTests): 1.126201 at 10 %, 1.132513 at 20 %, 1.152348 at 50 %.
    @Test(
        "at-the-money volatility is VIX less what the smile adds to a strip",
        arguments: [(11.26200862577836, 0.1), (22.650251389282318, 0.2), (57.617420124474475, 0.5)])
    func fromIndex(points: Double, expected: Double) {
        let implied = ImpliedFromIndex(settings: settings)
        #expect(isClose(implied.atTheMoney(index: points), expected, within: 2e-4 * expected))
        #expect(implied.atTheMoney(index: 1) > 0 && implied.atTheMoney(index: 1000) > 5)
    }

    @Test("the term structure passes through 30 days and tends to the distant volatility", arguments: [0.09, 0.2, 0.5])
    func termStructure(volatility: Double) {
        let implied = ImpliedFromIndex(settings: settings)
        let curve = implied.termStructure(thirtyDay: volatility, ratio: 1)
        #expect(isClose(curve.volatility(years: 30.0 / 365), volatility, within: 1e-12))
        let later = curve.volatility(years: 90.0 / 365)
        #expect(volatility < 0.2131 ? later > volatility : later < volatility)
        #expect(zip(curve.totalVariance, curve.totalVariance.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("a session without a bar leaves its symbol untradable, with its last price and the reason")
    func gap() throws {
        let missing = try day("2024-06-25")
        let market = try market(
            prices { bars, _ in bars["XLE"]?.removeAll { $0.day == missing } })
        #expect(market.findings.contains { $0.rule == "bars.gap" && $0.subject == "XLE" && $0.day == missing })
        for snapshot in try snapshots(market) {
            let xle = try #require(snapshot["XLE"])
            #expect(xle.isTradable == (snapshot.day != missing))
            #expect(xle.chain.slices.isEmpty == (snapshot.day == missing))
            #expect(try #require(snapshot["SPY"]).isTradable)
            if snapshot.day == missing {
                #expect(xle.bar.volume == 0 && xle.bar.high == xle.bar.low && xle.bar.day == missing)
                #expect(xle.findings.map(\.rule) == ["bars.gap"])
            }
        }
    }

    @Test("a bar that breaks a rule is refused and does not enter the indicators")
    func refused() throws {
        let bad = try day("2024-06-25")
        let faulty = prices { bars, _ in
            bars["XLE"] = bars["XLE"]?.map {
                $0.day == bad ? Bar(day: bad, open: 80, high: 70, low: 90, close: 80.5, volume: 1) : $0
            }
        }
        let missing = prices { bars, _ in bars["XLE"]?.removeAll { $0.day == bad } }
        let shown = try snapshots(market(faulty))
        let without = try snapshots(market(missing))
        #expect(shown.map { $0["XLE"]?.indicators } == without.map { $0["XLE"]?.indicators })
        #expect(shown.first { $0.day == bad }?["XLE"]?.isTradable == false)
    }

    @Test("without VIX no chain can be made, and the finding says so")
    func noIndex() throws {
        let missing = try day("2024-06-25")
        let shown = try snapshots(market(prices { _, vix in vix.removeAll { $0.day == missing } }))
        let snapshot = try #require(shown.first { $0.day == missing })
        #expect(snapshot.vix == nil && snapshot.vixChain == nil)
        #expect(snapshot.underlyings.allSatisfy { !$0.isTradable && $0.findings.last?.rule == "recorded.no-volatility" })
        #expect(snapshot["SPY"]?.findings.last?.message.contains("VIX has no value") == true)
    }

    @Test("a symbol that began too late is untradable until its window is full")
    func lateBeginning() throws {
        let begin = try day("2024-06-20")
        let shown = try snapshots(market(prices { bars, _ in bars["XLE"]?.removeAll { $0.day < begin.adding(4) } }))
        #expect(shown[0]["XLE"] == nil)
        #expect(shown.last?["XLE"]?.findings.last?.message.contains("fewer than 60 returns") == true)
    }

    @Test("a split restates the windows: no move, no jump in volatility, half the strikes")
    func split() throws {
        let when = try day("2024-06-25")
        let split = Split(symbol: "XLE", day: when, ratio: 2)
        let halved = prices(splits: [split]) { bars, _ in
            bars["XLE"] = bars["XLE"]?.map {
                $0.day < when
                    ? $0
                    : Bar(
                        day: $0.day, open: $0.open / 2, high: $0.high / 2, low: $0.low / 2, close: $0.close / 2,
                        volume: $0.volume * 2)
            }
        }
        let market = try market(halved)
        #expect(market.corporateActions(on: when) == [.split(symbol: "XLE", ratio: 2)])
        let (plain, shown) = (try snapshots(self.market(prices())), try snapshots(market))
        for (before, after) in zip(plain, shown) {
            let (first, second) = (try #require(before["XLE"]).indicators, try #require(after["XLE"]).indicators)
            #expect(isClose(try #require(first.dayMove), try #require(second.dayMove), within: 1e-12))
            #expect(isClose(try #require(first.rsi14), try #require(second.rsi14), within: 1e-9))
            #expect(
                isClose(
                    try #require(first.impliedVolatility), try #require(second.impliedVolatility), within: 1e-12))
            #expect(try #require(after["XLE"]).isTradable)
        }
    }

    @Test("a dividend is known ten sessions ahead; the one expected a year after it moves the forward")
    func dividends() throws {
        let ex = try day("2024-07-01")
        let lastYear = try day("2023-07-03")
        let market = try market(
            prices(dividends: ["SPY": [Dividend(exDate: lastYear, amount: 2), Dividend(exDate: ex, amount: 3)]]),
            from: "2024-06-10")
        for snapshot in try snapshots(market) {
            let spy = try #require(snapshot["SPY"])
            let next = spy.nextDividend
            // Sessions from 14 June to 1 July, without the 19th: eleven; from the 17th on ten or fewer.
            #expect((next != nil) == (snapshot.day >= (try day("2024-06-14")) && snapshot.day < ex))
            let slice = try #require(spy.chain.slices.last)
            let carried = spy.spot * exp(0.05 * slice.years)
            let expected = snapshot.day >= ex ? 0.0 : next == nil ? 2 : 3
            #expect(isClose(carried - slice.forward, expected, within: 0.05 + 0.01 * expected))
        }
        #expect(market.corporateActions(on: ex) == [.dividend(symbol: "SPY", amount: 3)])
    }

    @Test("no session looks ahead: another future leaves every snapshot before it as it was")
    func noLookAhead() throws {
        let turn = try day("2024-07-01")
        let other = prices(dividends: ["SPY": [Dividend(exDate: turn.adding(30), amount: 9)]]) { bars, vix in
            for symbol in ["SPY", "XLE"] {
                bars[symbol] = bars[symbol]?.map {
                    $0.day < turn
                        ? $0
                        : Bar(
                            day: $0.day, open: $0.open * 1.1, high: $0.high * 1.2, low: $0.low, close: $0.close * 1.1,
                            volume: $0.volume * 3)
                }
            }
            vix = vix.map {
                $0.day < turn
                    ? $0
                    : Bar(day: $0.day, open: $0.open, high: $0.high * 3, low: $0.low, close: $0.close * 2, volume: 0)
            }
        }
        let plain = try snapshots(market(prices())).filter { $0.day < turn }
        let changed = try snapshots(market(other)).filter { $0.day < turn }
        #expect(plain.count == 7)
        for (first, second) in zip(plain, changed) {
            #expect(first.vix == second.vix)
            for (one, two) in zip(first.underlyings, second.underlyings) {
                #expect(one.bar == two.bar && one.indicators == two.indicators)
                #expect(one.nextDividend == two.nextDividend && one.findings == two.findings)
                #expect(one.chain.slices.map(\.forward) == two.chain.slices.map(\.forward))
                #expect(one.chain.slices.map(\.puts.bid) == two.chain.slices.map(\.puts.bid))
                #expect(one.chain.slices.map(\.calls.delta) == two.chain.slices.map(\.calls.delta))
            }
        }
    }

    @Test("missing bars, an uncovered range and a wrong setting are refused by name")
    func refusals() throws {
        #expect(throws: RecordedMarketError.noBars(symbol: "XLE")) {
            try market(prices { bars, _ in bars["XLE"] = nil })
        }
        #expect(throws: RecordedMarketError.noBars(symbol: "VIX")) { try market(prices { _, vix in vix = [] }) }
        let late = #expect(throws: RecordedMarketError.self) { try market(prices(), to: "2024-08-30") }
        #expect(late?.description.contains("the bars of SPY reach from 2023-06-01 to 2024-07-31") == true)
        #expect(throws: RecordedMarketError.noSessions(from: try day("2024-06-22"), to: try day("2024-06-23"))) {
            try market(prices(), from: "2024-06-22", to: "2024-06-23")
        }
        var wrong = settings
        wrong.greatestRatio = 0.5
        let error = #expect(throws: RecordedMarketError.self) {
            try RecordedMarket(prices: prices(), calendar: calendar, from: sessions[0], to: sessions[9], settings: wrong)
        }
        #expect(error?.description == "recorded.greatestRatio is 0.5 but must be at least leastRatio")
        #expect(RecordedMarketError.noBars(symbol: "XLE").description.contains("add XLE.csv"))
        #expect(
            RecordedMarketError.noSessions(from: sessions[0], to: sessions[1]).description.contains("longer range"))
        #expect(try roundTrip(settings) == settings)
    }
}

@Suite("Recorded prices in files")
struct RecordedPricesTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recorded-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return folder
    }

    private let bars = "date,open,high,low,close,volume\n2024-01-02,10,11,9,10.5,1000\n2024-01-03,x,11,9,10.5,1000\n"
    private let vix = "date,open,high,low,close\n2024-01-02,15,16,14,15.5\n"

    private func read(_ files: [String: String]) throws -> RecordedPrices {
        let folder = try folder(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try RecordedPrices(
            folder: folder, vix: folder.appending(path: "VIX.csv"), calendars: folder, symbols: ["SPY"])
    }

    @Test("bars, VIX, dividends and splits are read; a faulty row is a finding with its place")
    func reading() throws {
        let prices = try read([
            "SPY.csv": bars, "VIX.csv": vix, "dividends.csv": "ticker,ex_date,amount\nSPY,2024-03-15,1.59\n",
            "splits.csv": "symbol,date,ratio\nXLE,2025-12-05,2\nSPY,2024-05-01,3\n",
        ])
        #expect(prices.bars["SPY"]?.count == 1)
        #expect(prices.vix.first?.close == 15.5)
        #expect(prices.actions.dividends(of: "SPY").map(\.amount) == [1.59])
        #expect(prices.splits.map(\.symbol) == ["SPY"])
        #expect(prices.findings.count == 1)
        #expect(prices.findings.first?.place.contains("SPY.csv:3") == true)
    }

    @Test("no file of dividends is a warning, no file of bars an error")
    func missing() throws {
        #expect(try read(["SPY.csv": bars, "VIX.csv": vix]).findings.contains { $0.rule == "dividends.missing" })
        #expect(throws: CSVError.self) { try read(["VIX.csv": vix]) }
    }
}

/// Bars of 2006–2019, beside the project where they are at hand.
private let realPrices = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/real/prices").standardized

@Suite("Real prices of 2006 to 2019", .enabled(if: FileManager.default.fileExists(atPath: realPrices.path)))
struct RealPricesTests {
    @Test("the chains made in the autumn of 2008 show the VIX of the day, and every symbol is tradable")
    func autumn2008() throws {
        let calendars = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../data/calendars").standardized
        var market = try RecordedMarket(
            folder: realPrices, vix: realPrices.appending(path: "VIX.csv"), calendars: calendars,
            calendar: TradingCalendar(directory: calendars), from: day("2008-10-01"), to: day("2008-10-31"))
        var highest = 0.0
        while let snapshot = try market.next() {
            let vix = try #require(snapshot.vix)
            highest = max(highest, vix)
            let chain = try #require(snapshot["SPY"]).chain
            let level = try #require(VolatilityIndex.level(of: chain, rate: 0.014))
            #expect(isClose(level, vix, within: 0.015 * vix))
            #expect(snapshot.underlyings.count == 6 && snapshot.underlyings.allSatisfy(\.isTradable))
        }
        // VIX closed at 80.06 on 27 October 2008.
        #expect(highest == 80.06)
    }
}
