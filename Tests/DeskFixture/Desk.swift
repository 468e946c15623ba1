internal import Dates
public import Foundation
public import History
internal import Ledger
public import Market

/// For tests: a small desk: two weeks of July 2026, one trade won in the first and one still open.
public enum Desk {
    /// The project's own folder.
    public static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The exchange's sessions; nil where the project's calendars cannot be read.
    public static let calendar = try? TradingCalendar(directory: project.appendingPathComponent("data/calendars"))

    /// Economic events; nil where the project's calendars cannot be read.
    public static let events = try? EconomicCalendar(directory: project.appendingPathComponent("data/calendars"))

    /// A path for a history of a test's own.
    public static func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UInt64.random(in: 0 ... .max)).sqlite")
            .path
    }

    /// A new history with the small desk in it, open for writing.
    /// - Parameter sessions: how many of its ten sessions it has; the others come by ``addSession(_:to:)``.
    public static func store(at path: String = path(), sessions: Int = 10) throws -> HistoryStore {
        let store = try HistoryStore(writing: path)
        guard let first else { return store }
        try store.write(
            run: RunRecord(
                kind: "run", from: first, to: first.adding(11), initialEquity: Money(cents: 50_000_000), share: 0.5,
                seed: nil, isSynthetic: true, provenance: "a hand-made desk", parameters: ""))
        for index in 0..<sessions { try addSession(index, to: store) }
        return store
    }

    /// Writes one of the ten sessions, by its place from 0.
    public static func addSession(_ index: Int, to store: HistoryStore) throws {
        guard let first, let expiration = Day("2026-09-04") else { return }
        func time(_ day: Day) -> Instant { NewYork.instant(day, hour: 15, minute: 45) }
        func trade(_ id: Int64, _ day: Day) -> Trade {
            Trade(
                id: id, book: .primary, mode: .backtest, symbol: "SPY", structure: .putCredit, contracts: 2,
                entryTime: time(day), entryCredit: Price(tenThousandths: 6_000), entryFees: Money(cents: 280),
                expiration: expiration, width: Price(tenThousandths: 50_000), confidence: 82, isSynthetic: true)
        }
        let offset = index < 5 ? index : index + 2
        let day = first.adding(offset)
        var record = SessionRecord(day: day)
        if offset == 0 { record.opened = [trade(1, day)] }
        if offset == 4 {
            var won = trade(1, first)
            won.exit = TradeExit(
                time: time(day), cost: Price(tenThousandths: 3_000), fees: Money(cents: 280), reason: .profit)
            record.closed = [won]
        }
        if offset == 7 { record.opened = [trade(2, day)] }
        let isOpen = offset < 4 || offset >= 7
        if isOpen {
            record.marks = [
                PositionMark(
                    tradeID: offset < 4 ? 1 : 2, time: time(day), mark: Price(tenThousandths: 6_000),
                    unrealizedPnL: Money(cents: -280), delta: 5, gamma: -0.2, theta: 3, vega: -8, shortDelta: -0.15,
                    spot: 620, impliedVolatility: 0.17)
            ]
        }
        let pnl: Int64 = offset == 0 || offset == 7 ? -280 : offset == 4 ? 6_000 + 280 - 280 - 280 : 0
        let before: Int64 = 50_000_000 + (offset == 0 ? 0 : offset <= 4 ? -280 : 5_440) + (offset > 7 ? -280 : 0)
        record.snapshots = [
            PortfolioSnapshot(
                time: time(day), totalDelta: 0.01, totalTheta: isOpen ? 3 : 0, totalVega: -8, totalGamma: 0,
                dayAtRisk: 0.002, vix: 17, hedgeActive: false, openRisk: 0.002,
                equity: Money(cents: before + pnl), meanIVRank: 45, hedgeRequired: false)
        ]
        record.results = [
            DailyResult(
                day: day, strategy: .multibook, capital: Money(cents: before - 25_000_000), pnl: Money(cents: pnl),
                share: 0.5),
            DailyResult(day: day, strategy: .legacy, capital: Money(cents: 25_000_000), pnl: .zero, share: 0.5),
        ]
        try store.write(record)
    }

    /// Monday of the first week.
    private static let first = Day("2026-07-20")
}
