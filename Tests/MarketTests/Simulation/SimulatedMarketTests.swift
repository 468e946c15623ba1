import Dates
import Foundation
import Options
import Testing

@testable import Market

@Suite("A simulated market")
struct SimulatedMarketTests {
    private func market(
        from: String = "2024-06-20", to: String = "2024-07-12", seed: UInt64 = 7,
        settings: SimulationSettings = SimulationSettings()
    ) throws -> SimulatedMarket {
        try SimulatedMarket(
            settings: settings, calendar: sampleCalendar(), from: day(from), to: day(to), seed: seed)
    }

    /// Made once: 12 sessions around an early close and a holiday.
    private static let fortnight = Result {
        var market = try SimulatedMarket(
            calendar: sampleCalendar(), from: day("2024-06-20"), to: day("2024-07-08"), seed: 7)
        var shown: [MarketSnapshot] = []
        while let snapshot = try market.next() { shown.append(snapshot) }
        return (market: market, snapshots: shown)
    }

    private func snapshots(_ market: SimulatedMarket) throws -> [MarketSnapshot] {
        var market = market
        var shown: [MarketSnapshot] = []
        while let snapshot = try market.next() { shown.append(snapshot) }
        return shown
    }

    /// FNV-1a over the bits of every number that a decision can see.
    private func digest(_ snapshots: some Sequence<MarketSnapshot>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ value: Double?) {
            var bits = (value ?? -1).bitPattern
            for _ in 0..<8 {
                hash = (hash ^ (bits & 255)) &* 0x0000_0100_0000_01b3
                bits >>= 8
            }
        }
        func add(_ chain: OptionChain) {
            for slice in chain.slices {
                add(Double(slice.expiration.daysSince1970))
                add(slice.forward)
                for side in [slice.calls, slice.puts] {
                    for index in slice.strikes.indices {
                        add(Double(slice.strikes[index]))
                        add(side.bid[index])
                        add(side.ask[index])
                        add(side.impliedVolatility[index])
                        add(side.delta[index])
                        add(side.theta[index])
                        add(side.vega[index])
                    }
                }
            }
        }
        for snapshot in snapshots {
            add(snapshot.vix)
            for underlying in snapshot.underlyings {
                for value in [underlying.bar.open, underlying.bar.high, underlying.bar.low, underlying.bar.close] {
                    add(value)
                }
                add(underlying.bar.volume)
                add(underlying.indicators.ivRank)
                add(underlying.indicators.rsi14)
                add(underlying.nextDividend?.amount)
                add(underlying.chain)
            }
            if let chain = snapshot.vixChain { add(chain) }
        }
        return hash
    }

    /// The digest of the first three sessions of seed 7, pinned: another machine or another build must give the same.
    @Test("the same seed gives the same bits everywhere")
    func pinned() throws {
        #expect(digest(try Self.fortnight.get().snapshots.prefix(3)) == 0)
    }

    @Test("what a session shows does not depend on how long the market goes on")
    func prefix() throws {
        let short = try snapshots(market(to: "2024-06-24"))
        let long = try Self.fortnight.get().snapshots
        #expect(short.count == 3)
        #expect(digest(short) == digest(long.prefix(3)))
    }

    @Test("another seed is another market")
    func seeds() throws {
        let first = try Self.fortnight.get().snapshots
        let second = try snapshots(market(to: "2024-06-20", seed: 8))
        #expect(first[0].underlyings[0].bar != second[0].underlyings[0].bar)
    }

    @Test("snapshots come 15 minutes before the close, early closes included, with every indicator ready")
    func snapshots() throws {
        let (market, shown) = try Self.fortnight.get()
        #expect(shown.map(\.day) == market.sessions)
        #expect(market.sessions.count == 12)
        for snapshot in shown {
            let early = snapshot.day.iso == "2024-07-03"
            #expect(NewYork.wallTime(snapshot.time) == "\(snapshot.day) \(early ? "12:45" : "15:45")")
            #expect(snapshot.isSynthetic)
            #expect(snapshot.underlyings.map(\.symbol) == ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"])
            for underlying in snapshot.underlyings {
                let indicators = underlying.indicators
                #expect(indicators.ivObservations == 252)
                #expect(indicators.ivRank != nil && indicators.sma20 != nil && indicators.rsi14 != nil)
                #expect(underlying.isTradable && underlying.chain.isSynthetic)
                #expect(underlying.chain.spot == underlying.bar.close && underlying.chain.time == snapshot.time)
            }
        }
    }

    @Test("VIX is the strip of the SPY chain, in hundredths of a point, and its options are listed on it")
    func volatilityIndex() throws {
        for snapshot in try Self.fortnight.get().snapshots {
            let chain = try #require(snapshot["SPY"]).chain
            let level = try #require(VolatilityIndex.level(of: chain, rate: 0.04))
            let shown = try #require(snapshot.vix)
            #expect(isClose(shown, level, within: 0.00501))
            #expect(snapshot.vixChain?.spot == shown)
            // The strip shows more than the at-the-money volatility, by the smile.
            let atTheMoney = try #require(ConstantMaturityVolatility.thirtyDay(of: chain))
            #expect((1.1...1.16).contains(shown / 100 / atTheMoney))
        }
    }

    @Test("implied volatility in the indicators is that of the chain")
    func impliedVolatility() throws {
        for underlying in try #require(try Self.fortnight.get().snapshots.first).underlyings {
            let chain = try #require(ConstantMaturityVolatility.thirtyDay(of: underlying.chain))
            let shown = try #require(underlying.indicators.impliedVolatility)
            #expect(isClose(shown, chain, within: 0.01 * shown))
        }
    }

    @Test("a contract once listed is quoted every session until it expires")
    func staysListed() throws {
        var known: Set<OptionContract> = []
        for snapshot in try Self.fortnight.get().snapshots {
            let chain = try #require(snapshot["XLE"]).chain
            var listed: Set<OptionContract> = []
            for slice in chain.slices {
                for strike in slice.strikes {
                    listed.insert(
                        OptionContract(
                            underlying: "XLE", expiration: slice.expiration, right: .put, strikeThousandths: strike))
                }
            }
            #expect(known.filter { $0.expiration >= snapshot.day }.isSubset(of: listed))
            known.formUnion(listed)
        }
    }

    @Test("a dividend is known ten sessions ahead, and takes effect on its ex-date")
    func dividends() throws {
        // The third Friday of September 2024 is the 20th; the QQQ's ex-date is the Monday after.
        let market = try market(from: "2024-08-26", to: "2024-09-25")
        var walk = market
        var announced: [String: [Day]] = [:]
        var amounts: [String: Double] = [:]
        var paid: [String: (Day, Double)] = [:]
        while let snapshot = try walk.next() {
            for underlying in snapshot.underlyings {
                guard let dividend = underlying.nextDividend else { continue }
                #expect(dividend.exDate > snapshot.day)
                announced[underlying.symbol, default: []].append(snapshot.day)
                amounts[underlying.symbol] = amounts[underlying.symbol] ?? dividend.amount
            }
            for action in walk.corporateActions(on: snapshot.day) {
                guard case .dividend(let symbol, let amount) = action else { continue }
                paid[symbol] = (snapshot.day, amount)
            }
        }
        #expect(paid["SPY"]?.0 == (try day("2024-09-20")))
        #expect(paid["QQQ"]?.0 == (try day("2024-09-23")))
        #expect(announced["SPY"]?.first == (try day("2024-09-06")))
        #expect(announced["SPY"]?.count == 10)
        #expect(paid["SPY"]?.1 == amounts["SPY"])
        // A quarter of 1.5 % of a price in the hundreds.
        #expect((0.5...5).contains(try #require(amounts["SPY"])))
    }

    @Test("forwards carry the rate and the dividends on the way")
    func forwards() throws {
        let xle = try #require(try Self.fortnight.get().snapshots.first?["XLE"])
        for slice in xle.chain.slices.suffix(2) {
            // Beyond 40 days one dividend at most lies on the way: 4 % of interest less 0.83 % of the price.
            let carry = slice.forward / xle.spot - 1
            #expect(carry < 0.041 * slice.years && carry > 0.04 * slice.years - 0.0085)
        }
    }

    @Test("what is wrong is refused by name, before anything is simulated")
    func refusals() throws {
        #expect(throws: SimulationError.noSessions(from: try day("2024-06-22"), to: try day("2024-06-23"))) {
            try market(from: "2024-06-22", to: "2024-06-23")
        }
        let error = #expect(throws: SimulationError.self) { try market(from: "2020-06-01", to: "2020-06-05") }
        #expect(error?.description.contains("needs 273 sessions before 2020-06-01") == true)
        #expect(throws: CalendarError.self) { try market(from: "2026-12-01", to: "2026-12-02") }
    }

    /// A setting and a way to spoil it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let spoil: @Sendable (inout SimulationSettings) -> Void
        var testDescription: String { name }
    }

    private static let faults = [
        Fault(name: "market.jumpRate") { $0.market.jumpRate = 300 },
        Fault(name: "rate") { $0.rate = .nan },
        Fault(name: "market.slowCorrelation") { $0.market.slowCorrelation = -1.2 },
        Fault(name: "overnightShare") { $0.overnightShare = 1 },
        Fault(name: "warmUpSessions") { $0.warmUpSessions = 100 },
        Fault(name: "market.variancePremium") { $0.market.variancePremium = 0 },
        Fault(name: "market.logLevel") { $0.market.logLevel = 2 },
        Fault(name: "funds.SPY.initialPrice") { $0.funds[0].initialPrice = -1 },
        Fault(name: "ownVolatilityReversion") { $0.ownVolatilityReversion = 0 },
    ]

    @Test("settings out of range are refused", arguments: faults)
    func invalidSettings(fault: Fault) throws {
        var settings = SimulationSettings()
        fault.spoil(&settings)
        let error = #expect(throws: SimulationError.self) { try market(settings: settings) }
        #expect(error?.description.hasPrefix("simulation.\(fault.name) is ") == true)
    }

    @Test("correlations must fit the funds")
    func correlations() throws {
        var settings = SimulationSettings()
        settings.ownCorrelations.removeLast()
        let error = #expect(throws: SimulationError.self) { try market(settings: settings) }
        #expect(error?.description.contains("has 4 rows for 6 funds") == true)
    }

    @Test("it says what it is, and its settings survive JSON")
    func provenance() throws {
        let market = try market()
        #expect(market.isSynthetic && market.findings.isEmpty)
        #expect(market.provenance.contains("seed 7"))
        #expect(try roundTrip(SimulationSettings()) == SimulationSettings())
    }
}
