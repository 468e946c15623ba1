import Dates
import Foundation
import Input
import Market
import Testing

@Suite("Why a market cannot be read, simulated or walked through")
struct MarketErrorTests {
    private static let day = Day("2026-07-31") ?? Day(daysSince1970: 0)
    private static let later = day.adding(5)

    @Test(
        "A market that cannot be simulated names the thing, the rule, the value and the remedy",
        arguments: [
            (
                SimulationError.noSessions(from: day, to: later),
                "no trading session lies between 2026-07-31 and 2026-08-05; choose a longer range"
            ),
            (
                .warmUpNotCovered(first: day, needed: 260, available: 100),
                "the simulation needs 260 sessions before 2026-07-31 to fill its indicators, the calendar has 100; begin later "
                    + "or extend data/calendars"
            ),
            (
                .invalidSetting(name: "market.drift", value: 2, rule: "between -1 and 1"),
                "simulation.market.drift is 2.0 but must be between -1 and 1"
            ),
            (
                .invalidCorrelations(problem: "has 2 rows for 6 funds"),
                "simulation.ownCorrelations has 2 rows for 6 funds; give one row for each fund after the first, with as many "
                    + "values between -1 and 1 as there are rows above it"
            ),
        ])
    func simulated(error: SimulationError, text: String) {
        #expect(error.description == text)
    }

    @Test("A setting of the simulation is held to its range")
    func settings() {
        let changes: [(inout SimulationSettings) -> Void] = [
            { $0.overnightShare = 1 }, { $0.market.jumpRate = 252 }, { $0.market.slowVolatility = -1 },
            { $0.warmUpSessions = 251 }, { $0.market.drift = .nan }, { $0.ownCorrelations[1] = [1] },
        ]
        let texts = [
            "simulation.overnightShare is 1.0 but must be at least 0 and below 1.0",
            "simulation.market.jumpRate is 252.0 but must be at least 0 and below 252.0",
            "simulation.market.slowVolatility is -1.0 but must be zero or more",
            "simulation.warmUpSessions is 251.0 but must be at least 252",
            "simulation.market.drift is nan but must be between -1 and 1",
            "simulation.ownCorrelations contradict each other in row 2: [1.0]; give one row for each fund after the first, "
                + "with as many values between -1 and 1 as there are rows above it",
        ]
        for (change, text) in zip(changes, texts) {
            var settings = SimulationSettings()
            change(&settings)
            let error = #expect(throws: SimulationError.self) { try settings.validate() }
            #expect(error?.description == text)
        }
    }

    @Test(
        "Recorded prices that cannot be walked through name the thing, the rule, the value and the remedy",
        arguments: [
            (
                RecordedMarketError.noBars(symbol: "XLE"),
                "there are no bars of XLE; add XLE.csv or take XLE out of recorded.symbols"
            ),
            (
                .noSessions(from: day, to: later),
                "no trading session lies between 2026-07-31 and 2026-08-05; choose a longer range"
            ),
            (
                .notCovered(symbol: "SPY", first: day, last: later, from: day.adding(-1), to: later),
                "the bars of SPY reach from 2026-07-31 to 2026-08-05, not over 2026-07-30 to 2026-08-05; shorten the range or "
                    + "add bars"
            ),
            (
                .invalidSetting(name: "rate", value: 3, rule: "between -0.1 and 0.5"),
                "recorded.rate is 3.0 but must be between -0.1 and 0.5"
            ),
        ])
    func recorded(error: RecordedMarketError, text: String) {
        #expect(error.description == text)
    }

    @Test(
        "A price that no options can be listed at names what it lies outside of",
        arguments: [
            (
                ChainError.price(symbol: "SPY", day: day, value: 20_000),
                "SPY on 2026-07-31: no options can be listed at a price of 20000.0, which lies outside 0.01 to 10000.0; mend "
                    + "its bars, or simulate a calmer market"
            ),
            (
                .deviation(symbol: "SPY", day: day, expiration: later, value: 3),
                "SPY on 2026-07-31: no options can be listed to 2026-08-05, as volatility × √years is 3.0 and lies outside 0.0 "
                    + "to 2.0; mend its bars, or simulate a calmer market"
            ),
        ])
    func chains(error: ChainError, text: String) {
        #expect(error.description == text)
    }

    @Test(
        "A calendar that cannot answer says what it covers",
        arguments: [
            (
                CalendarError.file(.noHeader(file: "nyse_holidays.csv")),
                "nyse_holidays.csv: is empty; the first line must name the columns"
            ),
            (
                .contradiction(at: SourcePosition(file: "a.csv", line: 3), problem: "is no session"),
                "a.csv:3: is no session"
            ),
            (
                .notCovered(calendar: "sessions", day: later, coverage: day.adding(-30)...day),
                "the calendar of sessions covers 2026-07-01 to 2026-07-31, not 2026-08-05; extend its file in data/calendars "
                    + "and its line in coverage.csv"
            ),
            (
                .notCovered(calendar: "sessions", day: later, coverage: nil),
                "the calendar of sessions covers no day, not 2026-08-05; extend its file in data/calendars and its line in "
                    + "coverage.csv"
            ),
        ])
    func calendars(error: CalendarError, text: String) {
        #expect(error.description == text)
    }

    @Test("A row of dividends at fault, or there twice, is told")
    func dividends() throws {
        let text = """
            ticker,ex_date,amount
            SPY,2019-12-20,1.57
            SPY,2019-12-20,1.57
            SPY,2019-06-21,0
            spy,2019-06-21,1

            """
        let (_, findings) = try DividendFile.read(CSVReader(text: text, file: "dividends.csv"))
        #expect(
            findings.map { "\($0.severity.rawValue) \($0.rule): \($0.message)" } == [
                "error dividends.field: dividends.csv:4:16: amount '0' must be above zero",
                "error dividends.field: dividends.csv:5:1: ticker 'spy' is not a symbol; write it as SPY",
                "error dividends.duplicate: the dividend of 2019-12-20 is listed twice; the second was refused",
            ])
    }

    @Test("Where there is no file of dividends it is said how forwards are computed")
    func noDividends() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "prices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["SPY.csv", "VIX.csv"] {
            let text = "date,open,high,low,close,volume\n2024-01-02,10,11,9,10.5,1000\n"
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        let prices = try RecordedPrices(
            folder: folder, vix: folder.appending(path: "VIX.csv"), calendars: folder, symbols: ["SPY"])
        #expect(
            prices.findings.filter { $0.rule == "dividends.missing" }.map(\.message) == [
                "there is no dividends.csv; forwards are computed without dividends"
            ])
    }

    @Test("A time of day is written as one")
    func time() {
        let error = #expect(throws: CalendarError.self) {
            try TradingCalendar(
                coverage: CSVReader(
                    text: "calendar,first,last\nsessions,2024-12-30,2025-01-05\n", file: "coverage.csv"),
                holidays: CSVReader(text: "date,holiday\n", file: "holidays.csv"),
                earlyCloses: CSVReader(text: "date,close_et\n2025-01-03,1 pm\n", file: "early.csv"))
        }
        #expect(error?.description == "early.csv:2:12: close_et '1 pm' is not a time of day; write HH:MM")
    }

    @Test("Of a chain it is said what of its quotes cannot be used, or had to be inferred")
    func quotes() throws {
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        func said(_ rows: String...) throws -> [String] {
            let header = "quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest\n"
            let text = header + rows.map { $0 + ",1,1\n" }.joined()
            let (quotes, _) = try ChainFile.read(CSVReader(text: text, file: "XYZ.csv"))
            return try QuotedChain.chain(of: quotes, calendar: calendar, rate: 0).findings
                .map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
        }
        let (call, put) = ("2026-04-22,100,C,3.6,3.8", "2026-04-22,100,P,3.4,3.6")
        #expect(
            try said("2026-03-02,XYZ,100,\(call)", "2026-03-02,XYZ,100,\(put)", "2026-03-02,ABC,100,\(put)") == [
                "error chain.mixed: 1 quotes of another day or underlying were refused; one chain is one of each"
            ])
        #expect(
            try said("2026-03-01,XYZ,100,\(call)", "2026-03-01,XYZ,100,\(put)") == [
                "error chain.non-session: the quotes are of 2026-03-01, which is no session"
            ])
        #expect(
            try said("2026-03-02,XYZ,100,\(call)", "2026-03-02,XYZ,101,\(put)") == [
                "error chain.spot: the underlying has 2 prices, 100.0 to 101.0"
            ])
        #expect(
            try said("2026-03-02,XYZ,,\(call)", "2026-03-02,XYZ,,\(put)") == [
                "warning chain.spot-inferred: the file has no underlying price; put–call parity of the nearest expiration "
                    + "gives 100.2"
            ])
        #expect(
            try said("2026-03-02,XYZ,,\(call)") == [
                "error chain.empty: no option has a market from which the underlying's price could be inferred"
            ])
        #expect(
            try said("2026-03-02,XYZ,100,\(call)") == [
                "warning chain.forward: expiration 2026-04-22 has no strike with bids for call and put; its forward is spot "
                    + "and rate"
            ])
    }
}
