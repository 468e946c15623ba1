internal import Dates
internal import Foundation
internal import Input
internal import Ledger

/// Judges one row of `backtest_trades` (docs/history.md, "Legacy files", lists every rule).
struct LegacyTrade {
    /// What a row's run says that concerns its trades.
    struct Frame {
        let from: Day?
        let to: Day?
        let maximumRisk: Money?
    }

    let trade: Trade
    let statedPnL: Money
    let isDateOnly: Bool

    /// The trade, numbered 0 for now; nil when the row is refused, with the reasons in the row's findings.
    init?(_ row: inout LegacyRow, in frame: Frame) {
        let structure = row.text("spread_type").flatMap { Structure(rawValue: $0.lowercasedASCII) }
        if structure == nil || structure == .hedge {
            row.find(.error, "spread-type", "spread_type '\(row.shown("spread_type"))' is none that the desk trades")
        }
        let contracts = row.integer("contracts").flatMap { LedgerBounds.contracts.contains($0) ? $0 : nil }
        if contracts == nil {
            row.find(.error, "contracts", "contracts '\(row.shown("contracts"))' is not a count of at least one")
        }
        let credit = row.money("entry_credit")
        if credit == nil {
            row.find(.error, "amount", "entry_credit '\(row.shown("entry_credit"))' is no amount of dollars")
        }
        let symbol = LegacyTrade.symbol(&row)
        guard let entry = row.time("entry_time"), let exit = row.time("exit_time") else {
            row.find(
                .error, "time",
                "entry_time '\(row.shown("entry_time"))' or exit_time '\(row.shown("exit_time"))' is no time")
            return nil
        }
        let days = (entry: NewYork.day(at: entry.time), exit: NewYork.day(at: exit.time))
        if exit.time < entry.time {
            row.find(.error, "exit-before-entry", "the exit on \(days.exit) lies before the entry on \(days.entry)")
        }
        guard let structure, let contracts, let credit, let symbol, let pnl = LegacyTrade.pnl(&row, credit, days.exit),
            !row.isRefused
        else { return nil }

        // Over all contracts, credit and P&L need not divide into whole ten-thousandths of a dollar a share.
        let creditPrice = Price(tenThousandths: LegacyTrade.quotient(credit.cents, contracts))
        let gain = Price(tenThousandths: LegacyTrade.quotient(pnl.cents, contracts))
        guard LedgerBounds.holds(creditPrice, contracts: contracts),
            LedgerBounds.holds(creditPrice - gain, contracts: contracts)
        else {
            row.find(
                .error, "amount",
                "entry_credit '\(row.shown("entry_credit"))' or realized_pnl '\(row.shown("realized_pnl"))' over "
                    + "\(contracts) contracts lies beyond \(LedgerBounds.trade) dollars", day: days.exit)
            return nil
        }
        let width = LegacyTrade.width(&row, structure, contracts)
        trade = Trade(
            id: 0, book: .legacy, mode: .backtest, symbol: symbol, structure: structure, contracts: contracts,
            entryTime: entry.time, entryCredit: creditPrice, entryFees: .zero, width: width,
            confidence: LegacyTrade.confidence(&row), entryIVRank: LegacyTrade.ivRank(&row), isSynthetic: true,
            exit: TradeExit(
                time: exit.time, cost: creditPrice - gain, fees: .zero, reason: LegacyTrade.reason(&row, credit, pnl)))
        statedPnL = pnl
        isDateOnly = entry.isDateOnly || exit.isDateOnly
        if let derived = trade.realizedPnL, derived != pnl {
            row.find(
                .note, "rounding", "P&L \(pnl) over \(contracts) contracts becomes \(derived)", day: days.exit)
        }
        checkDates(&row, days, frame)
        checkLimits(&row, credit, pnl, frame)
    }

    /// The P&L that the row states, which its run's totals rest on. Where credit − cost says otherwise, the cost is
    /// what was not recorded: it is taken as credit − P&L.
    private static func pnl(_ row: inout LegacyRow, _ credit: Money, _ day: Day) -> Money? {
        let cost = row.money("exit_cost")
        guard let stated = row.money("realized_pnl") else {
            guard row.shown("realized_pnl") == "NULL", let cost else {
                row.find(.error, "amount", "realized_pnl '\(row.shown("realized_pnl"))' is no amount of dollars")
                return nil
            }
            row.find(.warning, "pnl-missing", "realized_pnl is missing; taken as credit \(credit) - cost \(cost)")
            return credit - cost
        }
        if cost != credit - stated {
            row.find(
                .warning, "pnl-mismatch",
                "realized_pnl \(stated) is not entry_credit \(credit) - exit_cost \(cost?.description ?? "NULL"); "
                    + "the cost is taken as \(credit - stated)", day: day)
        }
        return stated
    }

    private static func symbol(_ row: inout LegacyRow) -> String? {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard let symbol = row.text("symbol")?.uppercasedASCII, (1...6).contains(symbol.utf8.count),
            symbol.utf8.allSatisfy({ letters.contains($0) })
        else {
            row.find(.error, "symbol", "symbol '\(row.shown("symbol"))' is no symbol")
            return nil
        }
        if !TradeRow.universe.contains(symbol) {
            row.find(.warning, "unknown-symbol", "\(symbol) is not among the symbols that the desk trades")
        }
        return symbol
    }

    /// The distance of the strikes; nil where they are missing, on the wrong side of one another or beyond any trade.
    private static func width(_ row: inout LegacyRow, _ structure: Structure, _ contracts: Int) -> Price? {
        guard structure != .ironCondor else { return nil }
        guard let short = row.number("short_strike"), let long = row.number("long_strike"),
            let width = Price(structure == .putCredit ? short - long : long - short), width > .zero,
            LedgerBounds.holds(width, contracts: contracts)
        else {
            row.find(
                .warning, "strikes",
                "short_strike \(row.shown("short_strike")) and long_strike \(row.shown("long_strike")) make no "
                    + "\(structure.rawValue); the width is not known")
            return nil
        }
        return width
    }

    private static func confidence(_ row: inout LegacyRow) -> Int? {
        guard let score = row.integer("confidence_score"), (0...100).contains(score) else {
            row.find(.warning, "confidence", "confidence_score '\(row.shown("confidence_score"))' is not within 0-100")
            return nil
        }
        if let stated = LegacyTrade.breakdown(row)["score"] as? Double, stated != Double(score) {
            row.find(.warning, "confidence-breakdown", "confidence_score \(score) is not the breakdown's \(stated)")
        }
        return score
    }

    /// Where it had no IV rank, the old backtester wrote exactly 50 or 60; a rank that was computed is never round.
    private static func ivRank(_ row: inout LegacyRow) -> Double? {
        guard let rank = LegacyTrade.breakdown(row)["iv_rank"] as? Double else { return nil }
        guard (0...100).contains(rank), rank != 50, rank != 60 else {
            row.find(.warning, "iv-rank", "IV rank \(rank) is a placeholder or out of range; taken as not known")
            return nil
        }
        return rank
    }

    private static func breakdown(_ row: LegacyRow) -> [String: Any] {
        guard let text = row.text("confidence_breakdown"),
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        else { return [:] }
        return object.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }

    private static func reason(_ row: inout LegacyRow, _ credit: Money, _ pnl: Money) -> ExitReason {
        let stated = row.text("exit_reason") ?? ""
        let wanted = stated.drop { $0 != "(" }.split { !$0.isNumber }.first.flatMap { Double($0) }
        let share = credit > .zero ? pnl.dollars / credit.dollars * 100 : 0
        func contradicted(_ limit: String = "") {
            row.find(
                .warning, "exit-reason",
                "exit_reason '\(row.shown("exit_reason"))', but the P&L is \((share * 10).rounded() / 10) % of the credit\(limit)"
            )
        }
        switch stated.lowercasedASCII {
        case let text where text.hasPrefix("profit"):
            if share < (wanted ?? 0) || pnl <= .zero { contradicted() }
            return .profit
        case let text where text.hasPrefix("stop"):
            if pnl >= .zero { contradicted() }
            return .stop
        case let text where text.hasPrefix("time"):
            // The old strategy stopped out at 150 % of the credit.
            if share < -150 { contradicted(", beyond the stop at 150 %") }
            return .time
        default:
            row.find(.note, "exit-other", "exit_reason '\(row.shown("exit_reason"))' is no rule; kept as other")
            return .other
        }
    }

    private func checkDates(_ row: inout LegacyRow, _ days: (entry: Day, exit: Day), _ frame: Frame) {
        for day in [days.entry, days.exit] where day.weekday.rawValue > 5 {
            row.find(.warning, "weekend", "\(day) is no weekday", day: day)
        }
        let held = days.entry.days(to: days.exit)
        if row.integer("days_in_trade") != held {
            row.find(
                .warning, "days", "days_in_trade \(row.shown("days_in_trade")) is not the \(held) between the dates",
                day: days.exit)
        }
        if let from = frame.from, let to = frame.to, days.entry < from || days.exit > to {
            row.find(.warning, "outside-run", "\(days.entry) to \(days.exit) is not within \(from) to \(to)")
        }
    }

    private func checkLimits(_ row: inout LegacyRow, _ credit: Money, _ pnl: Money, _ frame: Frame) {
        let cent = Money(cents: 1)
        if let stated = row.money("max_profit"), abs((stated - credit).cents) > cent.cents {
            row.find(.warning, "max-profit", "max_profit \(stated) is not the credit \(credit)")
        }
        let worst = trade.width.map { $0.total(contracts: trade.contracts) - credit }
        if let worst, let stated = row.money("max_loss"), abs((stated - worst).cents) > cent.cents {
            row.find(.warning, "max-loss", "max_loss \(stated) is not width - credit, \(worst)")
        }
        if pnl > credit || worst.map({ -pnl > $0 + cent }) ?? false {
            row.find(.warning, "beyond-limits", "P&L \(pnl) lies beyond the most that the spread can gain or lose")
        }
        if let worst, let limit = frame.maximumRisk, worst > limit {
            row.find(.warning, "risk", "maximum loss \(worst) is above the run's own limit of \(limit) a trade")
        }
    }

    /// The nearest whole number, halves away from zero.
    private static func quotient(_ cents: Int64, _ contracts: Int) -> Int64 {
        let count = Int64(contracts)
        let (whole, rest) = cents.quotientAndRemainder(dividingBy: count)
        return whole + (2 * abs(rest) >= count ? (cents < 0 ? -1 : 1) : 0)
    }
}
