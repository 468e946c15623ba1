import Dates
import Ledger
import Market
import Strategy
import Testing

@testable import Backtesting

@Suite("The desk: capital, risk, comparison, run")
struct DeskTests {
    static func quiet(_ count: Int, _ change: (inout ScriptedSymbol) -> Void = { _ in }) throws -> ScriptedMarket {
        ScriptedMarket(
            Script.weekdays(from: try Script.day("2024-01-02"), count: count).map {
                var script = ScriptedSymbol()
                change(&script)
                return Script.snapshot($0, [script])
            })
    }

    // By hand: 10 % of 500,000.01 is 50,000.001, to the cent 50,000.00.
    @Test("equity is given out to the cent, and shadows have what the others have")
    func allocation() {
        let allocation = Allocation(equity: Money(cents: 50_000_001), share: 0.1)
        #expect(allocation.capital(.multibook, .allotted) == Money(cents: 5_000_000))
        #expect(allocation.capital(.legacy, .allotted) == Money(cents: 45_000_001))
        #expect(allocation.capital(.multibook, .shadow) == Money(cents: 45_000_001))
        #expect(allocation.capital(.legacy, .shadow) == Money(cents: 5_000_000))
    }

    @Test("a change of share moves money at the close of the session just walked")
    func changedShare() throws {
        var backtest = try Script.backtest(Self.quiet(3), share: 0.1)
        var record = try #require(try backtest.step())
        try backtest.setShare(0.25, amending: &record)
        let next = try #require(try backtest.step())
        for (result, after) in zip(record.results, next.results) {
            #expect(result.share == 0.1)
            #expect(after.share == 0.25)
            #expect(result.capital + result.pnl + result.flow == after.capital)
        }
        let allocation = Allocation(equity: Money(cents: 50_000_000) + record.results[0].pnl, share: 0.25)
        #expect(next.results.first?.capital == allocation.capital(.multibook, .allotted))
    }

    @Test("a share outside 0 to 1 is refused and changes nothing", arguments: [-0.1, 1.5, .nan])
    func wrongShare(share: Double) throws {
        var backtest = try Script.backtest(Self.quiet(1), share: 0.1)
        var record = try #require(try backtest.step())
        let before = record
        #expect(throws: BacktestError.self) { try backtest.setShare(share, amending: &record) }
        #expect(record == before)
        #expect(backtest.share == 0.1)
        #expect(throws: BacktestError.self) { try Script.backtest(Self.quiet(1), share: share) }
    }

    @Test("a strategy without capital opens nothing, and trades on in shadow")
    func noCapital() throws {
        var settings = MoneyTests.strategy
        settings.hedge.vegaBelow = -1e9
        let records = try Script.records(
            Script.backtest(Script.randomMarket(seed: 11, sessions: 60), strategy: settings, share: 0))
        let opened = records.flatMap(\.opened)
        #expect(opened.contains { $0.strategy == .multibook })
        #expect(opened.filter { $0.strategy == .multibook }.allSatisfy { $0.allotment == .shadow })
        #expect(opened.filter { $0.strategy == .legacy }.allSatisfy { $0.allotment == .allotted })
    }

    @Test("the snapshot is the sum of the allotted marks over the equity that limits were checked against")
    func deskRisk() throws {
        for record in MoneyTests.records {
            let snapshot = try #require(record.snapshots.first)
            let equity = record.results.filter { $0.allotment == .allotted }.reduce(Money.zero) { $0 + $1.capital }
                .dollars
            let allotted = Self.allotted(record)
            let spreads = record.marks.filter { allotted[$0.tradeID].map { $0.book != .hedge } ?? false }
            let delta = spreads.reduce(0) { $0 + $1.delta * $1.spot } / equity
            let gamma = spreads.reduce(0) { $0 + $1.gamma * $1.spot * $1.spot * 0.01 } / equity
            #expect(abs(snapshot.totalDelta - delta) < 1e-9)
            #expect(abs(snapshot.totalGamma - gamma) < 1e-9)
            #expect(abs(snapshot.totalVega - spreads.reduce(0) { $0 + $1.vega }) < 1e-6)
            let held = record.marks.compactMap { allotted[$0.tradeID] }
            let theta = record.marks.filter { allotted[$0.tradeID] != nil }.reduce(0) { $0 + $1.theta }
            #expect(abs(snapshot.totalTheta - theta) < 1e-6)
            let risk = held.reduce(Money.zero) { $0 + ($1.maxLoss ?? .zero) }
            #expect(abs((snapshot.openRisk ?? -1) - risk.dollars / equity) < 1e-12)
            let today = held.filter { $0.entryDay == record.day }.reduce(Money.zero) { $0 + ($1.maxLoss ?? .zero) }
            #expect(abs(snapshot.dayAtRisk - today.dollars / equity) < 1e-12)
            #expect(snapshot.hedgeActive == held.contains { $0.book == .hedge })
        }
    }

    /// Allotted trades open after a session, by number.
    static func allotted(_ record: SessionRecord) -> [Int64: Trade] {
        let opened = MoneyTests.records.flatMap(\.opened).filter { $0.allotment == .allotted }
        let marked = Set(record.marks.map(\.tradeID))
        return Dictionary(uniqueKeysWithValues: opened.filter { marked.contains($0.id) }.map { ($0.id, $0) })
    }

    @Test("the comparison names what each would trade, what only one would, and opposite views")
    func comparison() throws {
        // RSI and price are high in all three, so MULTIBOOK sells puts; LEGACY sells against the day's move.
        var settings = StrategySettings()
        settings.confidence.base = 60
        settings.condorFromIVRank = 90
        settings.limits.maximumDayRisk = 1
        settings.limits.maximumDelta = 10
        let day = try Script.day("2024-01-02")
        let risen = ScriptedSymbol(rank: 72, dayMove: 0.02)
        let fallen = ScriptedSymbol(symbol: "QQQ", rank: 72, dayMove: -0.02)
        let alone = ScriptedSymbol(symbol: "DIA", rank: 72)
        let record = try #require(
            try Script.records(
                Script.backtest(
                    ScriptedMarket([Script.snapshot(day, [risen, fallen, alone])]), strategy: settings)
            ).first)
        let comparison = try #require(record.comparisons.first)
        #expect(comparison.multibookProposed == ["DIA put_credit", "QQQ put_credit", "SPY put_credit"])
        #expect(comparison.legacyProposed == ["QQQ call_credit", "SPY put_credit"])
        #expect(comparison.onlyOne == ["DIA"])
        #expect(comparison.opposite == ["QQQ"])
        let legacy = record.opened.filter { $0.strategy == .legacy && $0.allotment == .allotted }.reduce(Money.zero) {
            $0 + ($1.maxLoss ?? .zero)
        }
        #expect(comparison.legacyExposure == legacy)
        #expect(try #require(comparison.sizeRatio) > 1)
    }

    @Test("a run says what it was asked for, in sorted lines")
    func runRecord() throws {
        let backtest = try Script.backtest(Self.quiet(3), share: 0.25)
        let run = try backtest.runRecord(seed: 9, marketParameters: ["market.regimes=2"])
        #expect(run.kind == "simulate")
        #expect(run.seed == 9)
        #expect(run.share == 0.25)
        #expect(run.isSynthetic)
        #expect(run.provenance == "a script")
        #expect(run.from == (try Script.day("2024-01-02")))
        #expect(run.to == (try Script.day("2024-01-04")))
        #expect(run.initialEquity == Money(cents: 50_000_000))
        let lines = run.parameters.split(separator: "\n").map(String.init)
        #expect(lines == lines.sorted())
        #expect(lines.contains("strategy.primary.exits.deltaBreach=0.3"))
        #expect(lines.contains("strategy.primary.universe.0=SPY"))
        #expect(lines.contains("strategy.condorNeedsDirection=true"))
        #expect(lines.contains("strategy.credit.policy=nearest"))
        #expect(lines.contains("backtest.fills.level=standard"))
        #expect(lines.contains("market.regimes=2"))
    }

    @Test("a desk without sessions, capital or order is refused, with the remedy")
    func errors() throws {
        #expect(throws: BacktestError.noSessions) { try Script.backtest(ScriptedMarket([])) }
        #expect(throws: BacktestError.equityNotPositive("0.00")) { try Script.backtest(Self.quiet(1), equity: 0) }
        let market = try Self.quiet(2)
        var twisted = try Script.backtest(
            ScriptedMarket([market.snapshots[0], market.snapshots[0]]))
        _ = try twisted.step()
        let day = try Script.day("2024-01-02")
        #expect(throws: BacktestError.sessionOutOfOrder(day, after: day)) { try twisted.step() }
        let errors: [(BacktestError, String)] = [
            (.noSessions, "widen the range"), (.equityNotPositive("-1.00"), "-1.00"),
            (.shareOutOfRange(10), "10 % is 0.1"), (.sessionOutOfOrder(day, after: day), "2024-01-02"),
            (.splitNotWhole(symbol: "XLE", day: day, ratio: 1.5), "XLE splits 1.5 for 1 on 2024-01-02"),
        ]
        for (error, words) in errors { #expect(error.description.contains(words)) }
    }
}
