import Dates
import Input
import Ledger
import Market
import Options
import Strategy
import Testing

@testable import Backtesting

/// Rules under which a quiet day opens one PRIMARY put spread on SPY: confidence 60 + 5 (IV rank 50) + 5 (volume)
/// + 10 (momentum) + … ≥ 70.
private var settings: StrategySettings {
    var settings = StrategySettings()
    settings.confidence.base = 60
    settings.primary.universe = ["SPY"]
    settings.incomePop.universe = []
    settings.legacy.universe = []
    return settings
}

/// 2024-01-02, a Tuesday, and the weekdays after it.
private func days(_ count: Int) throws -> [Day] {
    Script.weekdays(from: try Script.day("2024-01-02"), count: count)
}

private func quiet(_ days: [Day], _ change: (Int, inout ScriptedSymbol) -> Void = { _, _ in }) -> [MarketSnapshot] {
    days.enumerated().map { index, day in
        var script = ScriptedSymbol()
        change(index, &script)
        return Script.snapshot(day, [script])
    }
}

@Suite("A session of the backtest")
struct SessionTests {
    @Test("opens what the rules propose, with everything that a trade must say of itself")
    func opens() throws {
        let records = try Script.records(
            Script.backtest(ScriptedMarket(quiet(try days(1))), strategy: settings))
        let trades = try #require(records.first).opened
        #expect(trades.map(\.allotment) == [.allotted, .shadow])
        let trade = try #require(trades.first)
        #expect(trade.id == 1)
        #expect(trade.structure == .putCredit)
        #expect(trade.symbol == "SPY")
        #expect(trade.expiration == (try Script.day("2024-02-16")))
        #expect(trade.dteAtEntry == 45)
        #expect(trade.mode == .simulated)
        #expect(trade.isSynthetic)
        #expect(trade.entryDay == (try Script.day("2024-01-02")))
        #expect(trade.stopRule == "profit 50%, stop 150%, time 21, delta 0.30")
        #expect(trade.entryVIX == 20)
        #expect(trade.entrySpot == 100)
        #expect(trade.directionalFilterPassed == true)
        #expect(trade.confidenceComponents.reduce(0) { $0 + $1.points } == trade.confidence)
        // 0.65 commission and 0.05 fees on each of two legs.
        #expect(trade.entryFees == Money(cents: 140) * trade.contracts)
        #expect(try #require(trade.entryDelta) > 0)
        #expect(records.first?.fills.map(\.isOpening) == [true, true, true, true])
    }

    @Test("without a closing quote a position stays, its mark is carried on and findings say so")
    func missingQuote() throws {
        // The price falls on the second day, but there are no quotes before the third.
        let market = ScriptedMarket(
            quiet(try days(3)) { index, script in
                if index > 0 { script.spot = 88 }
                script.hasQuotes = index != 1
                script.rank = index == 0 ? 50 : 10
            })
        let records = try Script.records(Script.backtest(market, strategy: settings))
        #expect(records[1].closed.isEmpty)
        #expect(records[1].marks.map(\.mark) == records[0].marks.map(\.mark))
        #expect(Set(records[1].findings.map(\.rule)) == ["marks.no-quote"])
        let finding = try #require(records[1].findings.first)
        #expect(finding.message.contains("SPY240216P000"))
        #expect(records[1].results.allSatisfy { $0.pnl == .zero })
        #expect(records[2].closed.map(\.exit?.reason) == [.stop, .stop])
        #expect(records[2].marks.isEmpty)
    }

    @Test("an exit that fires without a market waits, and a finding says so")
    func exitWaits() throws {
        // 21 days before 2024-02-16 lies Friday 2024-01-26: the time stop fires then, without quotes for two days.
        let all = try days(21)
        let stop = try #require(all.firstIndex(of: try Script.day("2024-01-26")))
        let market = ScriptedMarket(
            quiet(all) { index, script in
                script.hasQuotes = index != stop && index != stop + 1
                script.rank = index == 0 ? 50 : 10
            })
        var patient = settings
        patient.primary.exits.profitTarget = 2
        let records = try Script.records(Script.backtest(market, strategy: patient))
        for index in [stop, stop + 1] {
            #expect(records[index].closed.isEmpty)
            #expect(records[index].findings.contains { $0.rule == "exit.no-quote" && $0.message.contains("time") })
        }
        #expect(records[stop + 2].closed.map(\.exit?.reason) == [.time, .time])
    }

    @Test("what cannot be closed before its expiration is settled in cash at intrinsic value")
    func settlement() throws {
        let all = try days(34)
        #expect(all.last == (try Script.day("2024-02-16")))
        let market = ScriptedMarket(
            quiet(all) { index, script in
                script.hasQuotes = index == 0
                script.rank = index == 0 ? 50 : 10
                if index == 33 { script.spot = 80 }
            })
        let records = try Script.records(Script.backtest(market, strategy: settings))
        let trade = try #require(records.last?.closed.first)
        #expect(trade.exit?.reason == .expired)
        #expect(trade.exit?.fees == .zero)
        // Both strikes lie above 80: the spread is worth its whole width.
        #expect(trade.exit?.cost == trade.width)
        #expect(trade.realizedPnL == -(try #require(trade.maxLoss)))
        #expect(records.last?.marks.isEmpty == true)
    }

    @Test("what has expired on a day without a price waits for one")
    func settlementWaits() throws {
        let all = try days(35)
        var snapshots = quiet(all) { index, script in
            script.hasQuotes = index == 0
            script.rank = index == 0 ? 50 : 10
        }
        snapshots[33] = Script.snapshot(all[33], [])
        let records = try Script.records(Script.backtest(ScriptedMarket(snapshots), strategy: settings))
        #expect(records[33].findings.contains { $0.rule == "expiry.no-price" && $0.severity == .error })
        #expect(records[33].closed.isEmpty)
        #expect(records[34].closed.map(\.exit?.reason) == [.expired, .expired])
    }

    @Test("a two-for-one split doubles the contracts, halves the strikes and moves no money")
    func split() throws {
        let all = try days(3)
        let market = ScriptedMarket(
            quiet(all) { index, script in
                script.rank = index == 0 ? 50 : 10
                if index > 0 { script.spot = 50 }
            }, actions: [all[1]: [.split(symbol: "SPY", ratio: 2)]])
        var patient = settings
        patient.primary.exits = ExitSettings(profitTarget: 2, stopLoss: 9, timeStop: 44)
        let records = try Script.records(Script.backtest(market, strategy: patient))
        let opened = try #require(records[0].opened.first)
        let closed = try #require(records[1].closed.first)
        #expect(closed.exit?.reason == .time)
        #expect(closed.legs == opened.legs && closed.contracts == opened.contracts, "a trade keeps its own terms")
        let closing = records[1].fills.filter { $0.tradeID == opened.id }
        #expect(closing.map(\.quantity) == opened.legs.map { -2 * $0.quantity * opened.contracts })
        #expect(closing.map(\.contract.strikeThousandths) == opened.legs.map { $0.contract.strikeThousandths / 2 })
        let cash = closing.reduce(Money.zero) { $0 - $1.price.total(contracts: $1.quantity) }
        #expect(-(try #require(closed.costToClose)) == cash)
        // At half the price and half the strikes the spread is worth half, so the position is worth the same but
        // for a day and the rounding of quotes to cents: 0.05 a share of the trade is generous.
        #expect(abs((try #require(closed.exit)).cost.dollars - opened.entryCredit.dollars) < 0.15)
    }

    @Test("a split that does not give whole shares for one stops a run that holds the symbol", arguments: [1.5, 0.25])
    func oddSplit(ratio: Double) throws {
        let all = try days(2)
        let market = ScriptedMarket(quiet(all), actions: [all[1]: [.split(symbol: "SPY", ratio: ratio)]])
        var backtest = try Script.backtest(market, strategy: settings)
        _ = try backtest.step()
        #expect(throws: BacktestError.splitNotWhole(symbol: "SPY", day: all[1], ratio: ratio)) { try backtest.step() }
    }

    @Test("dividends and splits of what is not held change nothing but the record of the market")
    func otherActions() throws {
        let all = try days(2)
        let market = ScriptedMarket(
            quiet(all), actions: [all[1]: [.dividend(symbol: "SPY", amount: 1), .split(symbol: "XLE", ratio: 1.5)]])
        var records = try Script.records(Script.backtest(market, strategy: settings))
        var quiet = try Script.records(Script.backtest(ScriptedMarket(quiet(all)), strategy: settings))
        #expect(records[1].market.first { $0.symbol == "SPY" }?.dividend == 1)
        for index in records.indices {
            records[index].market = []
            quiet[index].market = []
        }
        #expect(records == quiet)
    }

    @Test("a session keeps what the market showed: price, volatility and rank of each symbol, and VIX last")
    func market() throws {
        let all = try days(2)
        let market = ScriptedMarket(quiet(all), actions: [all[1]: [.split(symbol: "SPY", ratio: 2)]])
        let records = try Script.records(Script.backtest(market, strategy: settings))
        let snapshot = try #require(
            try {
                var walk = market; return try walk.next()
            }())
        let days = records[0].market
        #expect(days.map(\.symbol) == snapshot.underlyings.map(\.symbol) + ["VIX"])
        for (day, shown) in zip(days, snapshot.underlyings) {
            #expect(day.day == all[0] && day.price == shown.bar.close)
            #expect(
                day.impliedVolatility == shown.indicators.impliedVolatility && day.ivRank == shown.indicators.ivRank)
            #expect(day.splitRatio == 1 && day.dividend == 0)
        }
        #expect(days.last?.price == snapshot.vix)
        #expect(records[1].market.first { $0.symbol == "SPY" }?.splitRatio == 2)
    }

    @Test("a symbol's findings stand in its session; those of the market as a whole belong to the run")
    func findings() throws {
        let fault = Finding(severity: .error, rule: "bars.gap", subject: "SPY", message: "a session is missing")
        let market = ScriptedMarket(
            quiet(try days(2)) { index, script in if index == 1 { script.findings = [fault] } },
            findings: [Finding(severity: .note, rule: "bars.zero-volume", subject: "VIX", message: "no volume")])
        let records = try Script.records(Script.backtest(market, strategy: settings))
        #expect(records[0].findings.isEmpty)
        #expect(records[1].findings.first == fault)
        #expect(records[1].candidates.allSatisfy { $0.refusedBy == "data" })
    }

    @Test("nothing is opened near an event or beyond the calendar, and exits go on")
    func blackout() throws {
        let all = try days(2)
        let near = try Script.records(
            Script.backtest(ScriptedMarket(quiet(all)), strategy: settings, cpi: [all[1]]))
        #expect(near.flatMap(\.opened).isEmpty)
        #expect(near.flatMap(\.candidates).allSatisfy { $0.refusedBy == "blackout" })
        let beyond = Script.weekdays(from: try Script.day("2026-01-05"), count: 1)
        let unknown = try Script.records(Script.backtest(ScriptedMarket(quiet(beyond)), strategy: settings))
        #expect(unknown.flatMap(\.opened).isEmpty)
        let result = try #require(unknown[0].candidates.first?.results.first { $0.rule == "blackout" })
        #expect(result.passed == nil)
    }

    @Test("a leg with a price but no Greeks is marked, with a finding")
    func noGreeks() throws {
        var snapshots = quiet(try days(2)) { _, script in script.rank = 50 }
        let underlying = snapshots[1].underlyings[0]
        let slices = underlying.chain.slices.map { slice in
            var puts = slice.puts
            puts.delta = puts.delta.map { _ in .nan }
            return OptionChain.Slice(
                expiration: slice.expiration, years: slice.years, forward: slice.forward, strikes: slice.strikes,
                calls: slice.calls, puts: puts)
        }
        snapshots[1] = MarketSnapshot(
            time: snapshots[1].time, day: snapshots[1].day, vix: 20,
            underlyings: [
                MarketSnapshot.Underlying(
                    symbol: "SPY", bar: underlying.bar, indicators: underlying.indicators,
                    chain: OptionChain(
                        underlying: "SPY", time: snapshots[1].time, spot: 100, isSynthetic: true, slices: slices))
            ], vixChain: nil, isSynthetic: true)
        let records = try Script.records(Script.backtest(ScriptedMarket(snapshots), strategy: settings))
        #expect(records[1].findings.map(\.rule) == ["marks.no-greeks", "marks.no-greeks"])
        #expect(records[1].marks.map(\.delta) == records[0].marks.map(\.delta))
        #expect(records[1].marks.allSatisfy { $0.shortDelta == nil })
    }
}
