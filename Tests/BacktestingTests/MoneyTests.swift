import Dates
import Ledger
import Mathematics
import Strategy
import Testing

@testable import Backtesting

@Suite("Money adds up to the cent")
struct MoneyTests {
    /// Hedge from the first short vega on, so that hedges are bought, rolled and closed.
    static var strategy: StrategySettings {
        var settings = StrategySettings()
        settings.hedge.vegaBelow = -50
        settings.hedge.meanIVRankAbove = 55
        settings.confidence.base = 60
        return settings
    }

    static let records: [SessionRecord] = {
        guard let market = try? Script.randomMarket(seed: 7, sessions: 180),
            let backtest = try? Script.backtest(market, strategy: strategy),
            let records = try? Script.records(backtest)
        else { return [] }
        return records
    }()

    @Test("the random market makes the desk do everything it can do")
    func isRich() {
        let closed = Self.records.flatMap(\.closed)
        #expect(closed.count > 60)
        #expect(Set(closed.map(\.book)) == Set(Book.allCases))
        #expect(Set(closed.map(\.structure)) == Set(Structure.allCases))
        #expect(Set(closed.compactMap(\.exit?.reason)).count >= 6)
        #expect(Set(closed.map(\.allotment)) == Set(Allotment.allCases))
    }

    @Test("each day a sleeve's P&L is the change of its realised and unrealised P&L")
    func sleevesReconcile() throws {
        var realized: [[String]: Money] = [:]
        var before: [[String]: Money] = [:]
        var trades: [Int64: Trade] = [:]
        for record in Self.records {
            for trade in record.opened { trades[trade.id] = trade }
            func key(_ trade: Trade) -> [String] { [trade.strategy.rawValue, trade.allotment.rawValue] }
            for trade in record.closed { realized[key(trade), default: .zero] += try #require(trade.realizedPnL) }
            var unrealized: [[String]: Money] = [:]
            for mark in record.marks {
                let trade = try #require(trades[mark.tradeID])
                #expect(mark.unrealizedPnL == trade.unrealizedPnL(mark: mark.mark))
                unrealized[key(trade), default: .zero] += mark.unrealizedPnL
            }
            for result in record.results {
                let sleeve = [result.strategy.rawValue, result.allotment.rawValue]
                let value = (realized[sleeve] ?? .zero) + (unrealized[sleeve] ?? .zero)
                #expect(result.pnl == value - (before[sleeve] ?? .zero), "\(record.day) \(sleeve)")
                before[sleeve] = value
            }
        }
    }

    @Test("the hedge's part of P&L is its own realised and unrealised P&L")
    func hedgeReconciles() throws {
        let opened = Self.records.flatMap(\.opened)
        let hedges = Set(opened.filter { $0.book == .hedge }.map(\.id))
        #expect(!hedges.isEmpty)
        let total = Self.records.flatMap(\.results).reduce(Money.zero) { $0 + $1.hedgePnL }
        let realized = Self.records.flatMap(\.closed).filter { hedges.contains($0.id) }
            .reduce(Money.zero) { $0 + ($1.realizedPnL ?? .zero) }
        let open = try #require(Self.records.last).marks.filter { hedges.contains($0.tradeID) }
            .reduce(Money.zero) { $0 + $1.unrealizedPnL }
        #expect(total == realized + open)
    }

    @Test("the allotted sleeves' P&L is the change of the desk's equity, and their capital is the whole of it")
    func equityReconciles() {
        var equity = Money(cents: 50_000_000)
        for record in Self.records {
            let allotted = record.results.filter { $0.allotment == .allotted }
            #expect(allotted.reduce(.zero) { $0 + $1.capital } == equity)
            #expect(allotted.reduce(.zero) { $0 + $1.flow } == .zero)
            equity += allotted.reduce(.zero) { $0 + $1.pnl }
            #expect(record.snapshots.map(\.equity) == [equity])
        }
    }

    @Test("capital, P&L and flow of a day give the capital of the next")
    func capitalIsContinuous() {
        for (today, tomorrow) in zip(Self.records, Self.records.dropFirst()) {
            for (result, next) in zip(today.results, tomorrow.results) {
                #expect(result.capital + result.pnl + result.flow == next.capital)
            }
        }
    }

    @Test("the cash of all fills and fees is the realised P&L of what is closed")
    func fillsReconcile() throws {
        let fills = Dictionary(grouping: Self.records.flatMap(\.fills), by: \.tradeID)
        for trade in Self.records.flatMap(\.closed) {
            let legs = try #require(fills[trade.id])
            #expect(legs.count == 2 * trade.legs.count)
            let cash = legs.reduce(Money.zero) { $0 - $1.price.total(contracts: $1.quantity) }
            #expect(cash - trade.fees == trade.realizedPnL)
            #expect(legs.reduce(0) { $0 + $1.quantity } == 0, "what is opened is closed")
        }
    }

    @Test("no spread costs more than its maximum loss, fees of closing apart")
    func lossesAreBounded() throws {
        for trade in Self.records.flatMap(\.closed) where trade.book != .hedge {
            let loss = -(try #require(trade.realizedPnL))
            #expect(loss <= (try #require(trade.maxLoss)) + (try #require(trade.exit)).fees)
        }
    }

    @Test("trade numbers run from 1 without a gap, in the order of opening")
    func numbersAreSequential() {
        let ids = Self.records.flatMap(\.opened).map(\.id)
        #expect(ids == Array(1...Int64(ids.count)))
    }

    @Test("each opening stands among the candidates, and each candidate that passed every rule was opened")
    func candidatesMatchTrades() {
        for record in Self.records {
            #expect(record.candidates.compactMap(\.tradeID) == record.opened.map(\.id))
            for candidate in record.candidates { #expect((candidate.refusedBy == nil) == (candidate.tradeID != nil)) }
        }
    }

    @Test("MULTIBOOK's sleeves stay within the risk limits of the moment of opening")
    func limitsHold() {
        for record in Self.records {
            for result in record.results where result.strategy == .multibook {
                let opened = record.opened.filter {
                    $0.strategy == .multibook && $0.allotment == result.allotment && $0.book != .hedge
                }
                let risk = opened.reduce(Money.zero) { $0 + ($1.maxLoss ?? .zero) }
                #expect(risk.dollars <= 0.10 * result.capital.dollars)
            }
        }
    }
}
