import Dates
import Input
import Ledger
import Market
import Strategy
import Testing

@testable import Backtesting

@Suite("What a backtest says of days on which the market is not whole")
struct FindingTextTests {
    /// All that is found on each day, severity, rule, place and message, where one put spread on SPY and its shadow are opened on
    /// the first.
    private func said(
        days count: Int, patient: Bool = false, _ change: (Int, inout ScriptedSymbol) -> Void,
        without missing: Int? = nil
    ) throws -> [[String]] {
        let days = Script.weekdays(from: try Script.day("2024-01-02"), count: count)
        let snapshots = days.enumerated().map { index, day in
            var script = ScriptedSymbol()
            script.rank = index == 0 ? 50 : 10
            change(index, &script)
            return Script.snapshot(day, index == missing ? [] : [script])
        }
        var settings = StrategySettings()
        settings.confidence.base = 60
        settings.primary.universe = ["SPY"]
        settings.incomePop.universe = []
        settings.legacy.universe = []
        if patient { settings.primary.exits.profitTarget = 2 }
        return try Script.records(Script.backtest(ScriptedMarket(snapshots), strategy: settings)).map { record in
            record.findings.map { "\($0.severity.rawValue) \($0.rule): \($0.place): \($0.message)" }
        }
    }

    @Test("A position without quotes keeps its last mark, and the leg is named")
    func marks() throws {
        let said = try self.said(days: 2) { index, script in script.hasQuotes = index == 0 }
        #expect(
            said == [
                [],
                ["1", "2"].map {
                    "warning marks.no-quote: trade \($0): no two-sided market for SPY240216P00093000; the last mark is carried on"
                },
            ])
    }

    @Test("An exit without quotes waits, and the rule that fired is named")
    func exits() throws {
        // 21 days before 2024-02-16 lies the nineteenth day, 2024-01-26: the time stop fires then.
        let said = try self.said(days: 19, patient: true) { index, script in script.hasQuotes = index != 18 }
        #expect(said.dropLast().joined().isEmpty)
        #expect(
            said.last?.filter { $0.contains("exit.") }
                == ["1", "2"].map {
                    "warning exit.no-quote: trade \($0): time fired (21 days to expiration, closed at 21), but a leg has no two-sided "
                        + "market; the position stays open"
                })
    }

    @Test("What expires on a day without a price waits for one")
    func expiry() throws {
        let said = try self.said(days: 34, { index, script in script.hasQuotes = index == 0 }, without: 33)
        #expect(
            said.last?.filter { $0.contains("expiry.") }
                == ["1", "2"].map {
                    "error expiry.no-price: trade \($0): expired, but the underlying has no price to settle at; it waits for one"
                })
    }
}
