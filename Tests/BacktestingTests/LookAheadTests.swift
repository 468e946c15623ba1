import Dates
import Ledger
import Mathematics
import Testing

@testable import Backtesting

@Suite("No decision knows the future")
struct LookAheadTests {
    static let markets = Result {
        (try Script.randomMarket(seed: 3, sessions: 60), try Script.randomMarket(seed: 4, sessions: 60))
    }

    @Test("another future changes nothing before it", arguments: [1, 20, 45, 59])
    func prefixStays(cut: Int) throws {
        let (past, other) = try Self.markets.get()
        let changed = ScriptedMarket(Array(past.snapshots[..<cut]) + Array(other.snapshots[cut...]))
        let first = try Script.records(Script.backtest(past, strategy: MoneyTests.strategy))
        let second = try Script.records(Script.backtest(changed, strategy: MoneyTests.strategy))
        #expect(first[..<cut] == second[..<cut])
        #expect(first[cut...] != second[cut...], "the future must differ for the test to mean anything")
    }

    @Test("the same market gives the same records, and a copy walks on its own")
    func isDeterministic() throws {
        let market = try Self.markets.get().0
        let backtest = try Script.backtest(market)
        #expect(try Script.records(backtest) == Script.records(backtest))
    }
}
