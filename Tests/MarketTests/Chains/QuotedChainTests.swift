import Dates
import Foundation
import Input
import Market
import Options
import Testing

@Suite("A chain out of quotes")
struct QuotedChainTests {
    /// European values at spot 100, rate 3 %, yield 1 %, one cent to each side, by scipy 1.x (norm.cdf): volatilities
    /// 0.23, 0.20, 0.18 at 23 days and 0.25, 0.24, 0.22 at 51 days for strikes 95, 100, 105.
    static let quotes = """
        quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest
        2026-03-02,XYZ,100,2026-03-25,95,C,5.660220105529,5.680220105529,1,1
        2026-03-02,XYZ,100,2026-03-25,95,P,0.543794555233,0.563794555233,1,1
        2026-03-02,XYZ,100,2026-03-25,100,C,2.053724160680,2.073724160680,1,1
        2026-03-02,XYZ,100,2026-03-25,100,P,1.927855484097,1.947855484097,1,1
        2026-03-02,XYZ,100,2026-03-25,105,C,0.338610941274,0.358610941274,1,1
        2026-03-02,XYZ,100,2026-03-25,105,P,5.203299138403,5.223299138403,1,1
        2026-03-02,XYZ,100,2026-04-22,95,C,6.832400521271,6.852400521271,1,1
        2026-03-02,XYZ,100,2026-04-22,95,P,1.574643258013,1.594643258013,1,1
        2026-03-02,XYZ,100,2026-04-22,100,C,3.698870925984,3.718870925984,1,1
        2026-03-02,XYZ,100,2026-04-22,100,P,3.420198624869,3.440198624869,1,1
        2026-03-02,XYZ,100,2026-04-22,105,C,1.502810624472,1.522810624472,1,1
        2026-03-02,XYZ,100,2026-04-22,105,P,6.203223285499,6.223223285499,1,1

        """

    private func chain(_ text: String, rate: Double = 0.03) throws -> (chain: OptionChain?, findings: [Finding]) {
        let (quotes, findings) = try ChainFile.read(CSVReader(text: text, file: "XYZ.csv"))
        #expect(findings.filter { $0.severity == .error }.isEmpty)
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        return try QuotedChain.chain(of: quotes, calendar: calendar, rate: rate)
    }

    private func near(_ values: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
        values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test("forward, volatilities and Greeks are those that the quotes were made with")
    func recovered() throws {
        let (result, findings) = try chain(Self.quotes)
        let chain = try #require(result)
        #expect(findings.isEmpty)
        #expect(chain.spot == 100)
        #expect(chain.time.iso == "2026-03-02T21:00:00Z")
        #expect(!chain.isSynthetic)
        #expect(chain.slices.map(\.expiration.iso) == ["2026-03-25", "2026-04-22"])
        // 100·e^(0.02·23/365) and 100·e^(0.02·51/365).
        #expect(near(chain.slices.map(\.forward), [100.12610684515644, 100.27984288602634], 1e-9))
        let slice = try #require(chain.slices.first)
        #expect(slice.strikes == [95_000, 100_000, 105_000])
        for side in [slice.calls, slice.puts] {
            #expect(near(side.impliedVolatility, [0.23, 0.20, 0.18], 1e-9))
            #expect(near(side.gamma, [0.044430679795, 0.079312490849, 0.051949564205], 1e-9))
            #expect(near(side.vega, [0.064394053730, 0.099955467919, 0.058923615290], 1e-9))
        }
        #expect(near(slice.calls.delta, [0.825642418862, 0.519692928978, 0.151570661717], 1e-9))
        #expect(near(slice.puts.delta, [-0.173727642647, -0.479677132530, -0.847799399792], 1e-9))
        #expect(near(slice.calls.theta, [-0.036255049426, -0.046136910419, -0.023858938072], 1e-9))
        #expect(near(slice.puts.theta, [-0.031199577216, -0.040671255452, -0.017983100349], 1e-9))
    }

    @Test("the 30-day volatility lies between those of the two expirations, in total variance")
    func thirtyDay() throws {
        let chain = try #require(try chain(Self.quotes).chain)
        // Volatility at the forward 0.199495572619 at 23 days and 0.238880628456 at 51, by Python.
        #expect(abs((ConstantMaturityVolatility.thirtyDay(of: chain) ?? .nan) - 0.21710897893995829) < 1e-9)
    }

    @Test("without a price of the underlying, parity of the nearest expiration gives one")
    func inferredSpot() throws {
        let (result, findings) = try chain(Self.quotes.replacing(",100,2026", with: ",,2026"))
        // The forward less interest: 100·e^(−0.01·23/365), for the dividend yield of 1 % is not known here.
        #expect(abs((result?.spot ?? .nan) - 99.93700615083144) < 1e-9)
        #expect(findings.map(\.rule) == ["chain.spot-inferred"])
        #expect(findings.first?.message.hasSuffix("gives 99.94") == true)
    }

    @Test("where nobody bids for the out-of-the-money option, half its ask stands for its value")
    func noBid() throws {
        let text = Self.quotes.replacing("P,0.543794555233", with: "P,0")
        let slice = try #require(try chain(text).chain?.slices.first)
        // The put of strike 95 at 0.2818972776165, by scipy (brentq).
        #expect(near(slice.puts.impliedVolatility, [0.18317170627743204, 0.20, 0.18], 1e-9))
        #expect(slice.puts.bid[0] == 0)
    }

    @Test("a strike whose out-of-the-money option is not quoted has neither volatility nor Greeks")
    func unquoted() throws {
        let text = Self.quotes.replacing("P,0.543794555233,0.563794555233", with: "P,0,0")
        let slice = try #require(try chain(text).chain?.slices.first)
        #expect(slice.puts.impliedVolatility[0].isNaN && slice.calls.delta[0].isNaN)
        #expect(near(Array(slice.puts.impliedVolatility.dropFirst()), [0.20, 0.18], 1e-9))
    }

    @Test("an expiration without call and put at one strike takes its forward from the spot")
    func noParity() throws {
        let text = Self.quotes.split(separator: "\n").filter { !$0.contains("2026-04-22") || $0.contains(",C,") }
            .joined(separator: "\n")
        let (result, findings) = try chain(text)
        #expect(findings.map(\.rule) == ["chain.forward"])
        // 100·e^(0.03·51/365)
        #expect(near(result?.slices.map(\.forward) ?? [], [100.12610684515644, 100.4200578623671], 1e-9))
        #expect(result?.slices.last?.puts.bid[0].isNaN == true)
        // Strike 105 is out of the money for the call, which is quoted; 95 and 100 for the put, which is not.
        #expect(result?.slices.last?.puts.delta.map(\.isNaN) == [true, true, false])
    }

    @Test("an expiration on a Saturday has its last price on Friday")
    func saturday() throws {
        let row =
            "quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest\n"
            + "2015-01-05,XYZ,100,2015-01-17,100,C,2,2.1,1,1\n2015-01-05,XYZ,100,2015-01-17,100,P,2,2.1,1,1\n"
        let slice = try #require(try chain(row).chain?.slices.first)
        #expect(slice.expiration.iso == "2015-01-17")
        #expect(slice.years == 11.0 / 365)
    }

    @Test("quotes of several days, underlyings or prices are not mixed in silence")
    func mixed() throws {
        let other = "2026-03-03,XYZ,100,2026-03-25,95,C,5.6,5.7,1,1\n2026-03-02,ABC,100,2026-03-25,95,C,5.6,5.7,1,1\n"
        let (result, findings) = try chain(Self.quotes + other)
        #expect(result?.quoteCount == 12)
        #expect(findings.map(\.rule) == ["chain.mixed"])
        let prices = Self.quotes.replacing("XYZ,100,2026-04-22", with: "XYZ,101,2026-04-22")
        #expect(try chain(prices).findings.map(\.rule) == ["chain.spot"])
    }

    @Test("no quote, no chain")
    func empty() throws {
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        #expect(try QuotedChain.chain(of: [], calendar: calendar, rate: 0).chain == nil)
        let dead =
            "quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest\n"
            + "2026-03-01,XYZ,,2026-03-25,100,C,0,0,1,1\n"
        let (result, findings) = try chain(dead)
        #expect(result == nil)
        #expect(findings.map(\.rule) == ["chain.non-session", "chain.empty"])
    }
}

@Suite("Recomputed Greeks beside a file's own")
struct ChainComparisonTests {
    @Test("differences are counted by moneyness, with median, largest and the option that has it")
    func rows() throws {
        // Only strike 100 has values of the file and a quote; strike 130 has values and no quote.
        let text = """
            quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest,iv,delta,gamma,theta,vega
            2026-03-02,XYZ,100,2026-04-22,98,C,4.0,4.2,1,1,,,,,
            2026-03-02,XYZ,100,2026-04-22,98,P,2.0,2.2,1,1,,,,,
            2026-03-02,XYZ,100,2026-04-22,100,C,2.9,3.1,1,1,0.5,0.5,0.05,-0.05,0.1
            2026-03-02,XYZ,100,2026-04-22,100,P,2.9,3.1,1,1,0.5,-0.5,0.05,-0.05,0.1
            2026-03-02,XYZ,100,2026-04-22,130,C,0,0,1,1,0.2,0.01,0.01,0,0

            """
        let (quotes, _) = try ChainFile.read(CSVReader(text: text, file: "XYZ.csv"))
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let chain = try #require(try QuotedChain.chain(of: quotes, calendar: calendar, rate: 0).chain)
        let comparison = ChainComparison(chain, with: quotes)
        #expect(comparison.notRecomputed == 1)
        #expect(comparison.rows.map(\.column) == ChainComparison.Column.allCases)
        #expect(comparison.rows.allSatisfy { $0.moneyness == .near && $0.count == 2 })
        let volatility = try #require(comparison.rows.first)
        let recomputed = chain.slices[0].calls.impliedVolatility[1]
        #expect(abs(volatility.median - (recomputed - 0.5)) < 1e-12)
        #expect(abs(volatility.largestMagnitude - (0.5 - recomputed)) < 1e-12)
        #expect(volatility.worst.strike == 100)
    }

    @Test(
        "moneyness is the option's own: a call above the forward and a put below it are out of the money",
        arguments: [
            (80.0, "P", ChainComparison.Moneyness.farOut), (95, "P", .out), (99, "P", .near), (105, "P", .inside),
            (125, "P", .farIn), (125, "C", .farOut), (105, "C", .out), (101, "C", .near), (95, "C", .inside),
            (80, "C", .farIn),
        ])
    func moneyness(_ strike: Double, _ right: String, _ bucket: ChainComparison.Moneyness) throws {
        let header =
            "quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest,iv,delta,gamma,theta,vega\n"
        let (call, put) = (max(100 - strike, 0) + 1, max(strike - 100, 0) + 1)
        let rows = [("C", call), ("P", put)].map { side, price in
            let own = side == right ? "0.2,0.5,0.05,-0.05,0.1" : ",,,,"
            return "2026-03-02,XYZ,100,2026-04-22,\(strike),\(side),\(price - 0.01),\(price + 0.01),1,1,\(own)\n"
        }
        let (quotes, _) = try ChainFile.read(CSVReader(text: header + rows.joined(), file: "XYZ.csv"))
        let calendar = try TradingCalendar(directory: ProjectData.calendars)
        let chain = try #require(try QuotedChain.chain(of: quotes, calendar: calendar, rate: 0).chain)
        #expect(Set(ChainComparison(chain, with: quotes).rows.map(\.moneyness)) == [bucket])
    }
}
