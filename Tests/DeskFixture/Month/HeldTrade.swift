internal import Dates
internal import Ledger
internal import Options

/// A trade of the month in a line: what it was opened at, and what it was closed or last marked at.
struct HeldTrade {
    let id: Int64
    let book: Book
    var allotment = Allotment.allotted
    let symbol: String
    let structure: Structure
    let contracts: Int
    /// Day of July of the entry.
    let entry: Int
    /// Dollars per share received, in ten-thousandths; negative for a debit.
    let credit: Int64
    /// Dollars of width; nought for a hedge.
    let width: Int
    let expiration: Day?
    let confidence: Int?
    /// Day of July of the exit; nil while open.
    var exit: Int?
    /// Dollars per share at which it was closed, or at which it stands at the month's end, in ten-thousandths.
    let last: Int64
    var reason: ExitReason?
    var stopRule: String? = "profit 50%, stop 150%, time 21, delta 0.30"
    /// Whether its executions are recorded.
    var hasFills = false

    var entryDay: Day { Month.july(entry) }
    var exitDay: Day? { exit.map(Month.july) }
    var strategy: StrategyName { book.strategy }
    var isHedge: Bool { structure == .hedge }

    /// Seventy cents a leg and contract; nothing where the options expire.
    var fees: Money { Money(cents: Int64(70 * structure.legCount * contracts)) }

    /// As it stood after its opening fill.
    var opened: Trade {
        Trade(
            id: id, book: book, allotment: allotment, mode: .paper, symbol: symbol, structure: structure, legs: legs,
            contracts: contracts, entryTime: Month.look(on: entryDay), entryCredit: Price(tenThousandths: credit),
            entryFees: fees, expiration: expiration,
            width: isHedge ? nil : Price(tenThousandths: Int64(width) * 10_000),
            confidence: confidence, entryIVRank: isHedge ? nil : 48.5, entryDelta: entryDelta,
            directionalFilterPassed: structure == .ironCondor || isHedge ? nil : true,
            entrySpot: Month.price(symbol, on: entryDay), entryVIX: Month.price("VIX", on: entryDay),
            stopRule: isHedge ? "roll 7" : stopRule, isSynthetic: true)
    }

    /// With its exit; nil while open.
    var closed: Trade? {
        guard let exitDay, let reason else { return nil }
        var trade = opened
        let isExpired = reason == .expired
        trade.exit = TradeExit(
            time: isExpired ? NewYork.instant(exitDay, hour: 16) : Month.look(on: exitDay),
            cost: Price(tenThousandths: last), fees: isExpired ? .zero : fees, reason: reason)
        return trade
    }

    func isOpen(atEndOf day: Day) -> Bool { entryDay <= day && exitDay.map { $0 > day } ?? true }

    /// What it costs to close at a session's end, on the straight line from entry to end.
    func mark(on day: Day) -> Price {
        let days = Month.sessions.filter { $0 >= entryDay && $0 <= exitDay ?? Month.end }
        let passed = days.count { $0 <= day } - 1
        guard days.count > 1 else { return Price(tenThousandths: credit) }
        return Price(tenThousandths: credit + (last - credit) * Int64(passed) / Int64(days.count - 1))
    }

    /// Realised or unrealised P&L at a session's end, fees paid until then included.
    func value(atEndOf day: Day) -> Money {
        if entryDay > day { return .zero }
        if let closed, let exitDay, exitDay <= day { return closed.realizedPnL ?? .zero }
        return opened.unrealizedPnL(mark: mark(on: day))
    }
}
