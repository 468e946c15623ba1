import Dates
import Foundation
import Ledger
import Metrics
import Testing

@Suite("Where the desk stands")
struct StandingTests {
    private let input = NewYearWeek.input

    @Test("It says what the weekly review says")
    func same() {
        let standing = Standing(input)
        let review = WeeklyReview(input)
        #expect(standing.kpis == review.kpis)
        #expect(standing.reconciliation == review.reconciliation)
        // One snapshot a day, and of 3 January the one at 23:59 New York time.
        #expect(standing.snapshots.map(\.totalTheta) == [15, 20, 25, 30, 40])
    }

    @Test("A strategy's session has the maximum losses of what was open on it")
    func atRisk() throws {
        let standing = Standing(input)
        #expect(standing.multibook.map(\.day) == NewYearWeek.results.filter { $0.strategy == .multibook }.map(\.day))
        // Trade 1: (5 − 1.20)·200 + 2.60 = 762.60; trade 4: (5 − 1.50)·100 + 2.60 = 352.60; trade 2: 320 + 1.30.
        let cents: [Int64] = [76_260, 76_260, 35_260, 67_390, 67_390]
        #expect(standing.multibook.map(\.atRisk) == cents.map { Money(cents: $0) })
        let pairs = DayPair.pairs(standing.multibook, standing.legacy)
        #expect(pairs.count == 5 && pairs.allSatisfy { $0.multibook.day == $0.legacy.day })
        #expect(DayPair.pairs(standing.multibook, Array(standing.legacy.dropFirst(2))).count == 3)
        #expect(DayPair.pairs([], standing.legacy).isEmpty)
    }

    @Test("A dollar at risk that was not there has no return")
    func noRisk() throws {
        let day = StrategyDay(result: try #require(NewYearWeek.results.first), atRisk: .zero)
        #expect(StrategyDay.returnOnRisk([day]) == .undefined(.noCapital, n: 1))
        #expect(StrategyDay.returnOnRisk([]) == .undefined(.noData, n: 0))
    }

    @Test("After the maximum losses everything open is closed at them, and the day has lost as much")
    func losses() throws {
        let day = try #require(Day("2025-01-03"))
        // Trade 4 loses 352.60, the hedge its debit of 100 and its fee of 0.65.
        let loss = Money(cents: 45_325)
        #expect(input.maximumLosses(on: day, of: .multibook, .allotted) == loss)
        #expect(input.maximumLosses(on: day, of: .legacy, .allotted) == .zero)
        let lost = input.afterMaximumLosses(on: day)
        for trade in input.trades where trade.isOpen(atEndOf: day) {
            let after = try #require(lost.trades.first { $0.id == trade.id })
            #expect(after.realizedPnL == trade.maxLoss.map { -$0 })
        }
        func result(_ input: ReviewInput) -> DailyResult? {
            input.dailyResults.first { $0.day == day && $0.strategy == .multibook }
        }
        let (before, after) = (try #require(result(input)), try #require(result(lost)))
        #expect(after.pnl == before.pnl - loss)
        let old = { (input: ReviewInput) in input.dailyResults.filter { $0.strategy == .legacy } }
        #expect(old(lost) == old(input))
    }

    @Test("A loss on a day without a result falls on the last one before; one that is not known falls nowhere")
    func lossEdges() throws {
        let later = try #require(Day("2025-01-06"))
        let lost = input.afterMaximumLosses(on: later)
        let before = try #require(input.dailyResults.last { $0.strategy == .multibook })
        let after = try #require(lost.dailyResults.last { $0.strategy == .multibook })
        #expect(after.day == before.day && after.pnl == before.pnl - Money(cents: 45_325))
        var unknown = input
        unknown.trades = [TestTrade.make(1, entry: "2025-01-02", credit: "1", width: nil)]
        #expect(unknown.afterMaximumLosses(on: later).dailyResults == input.dailyResults)
        #expect(unknown.afterMaximumLosses(on: later).trades == unknown.trades)
    }

    @Test("A haircut is a fee of the entry and goes off the entry's day")
    func haircut() throws {
        let cut = input.lessHaircut([4: Money(cents: 500), 7: Money(cents: 300), 6: Money(cents: 900)])
        #expect(try #require(cut.trades.first { $0.id == 4 }).entryFees == Money(cents: 760))
        func changes(_ strategy: StrategyName, _ allotment: Allotment) -> [String: Money] {
            var changes: [String: Money] = [:]
            for (before, after) in zip(input.dailyResults, cut.dailyResults)
            where before.pnl != after.pnl && before.strategy == strategy && before.allotment == allotment {
                changes[before.day.iso] = after.pnl - before.pnl
            }
            return changes
        }
        // Trade 4 was opened on 31 December; 7 on the 12th and 6 on the 16th, before the first results.
        #expect(
            changes(.multibook, .allotted) == ["2024-12-31": Money(cents: -500), "2024-12-27": Money(cents: -300)])
        #expect(changes(.legacy, .shadow) == ["2024-12-27": Money(cents: -900)])
        #expect(changes(.legacy, .allotted).isEmpty)
        #expect(input.lessHaircut([:]).trades == input.trades)
        var late = input
        late.trades = [TestTrade.make(9, entry: "2025-01-07", credit: "1")]
        #expect(late.lessHaircut([9: Money(cents: 100)]).dailyResults == input.dailyResults)
    }

    @Test("A figure goes through JSON and comes back", arguments: [Figure.value(0.1, n: 3), .undefined(.tooFew, n: 0)])
    func coding(figure: Figure) throws {
        let data = try JSONEncoder().encode([figure])
        #expect(try JSONDecoder().decode([Figure].self, from: data) == [figure])
    }
}
