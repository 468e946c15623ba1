internal import Dates
public import Ledger

/// A position that is open at the week's end.
public struct OpenPosition: Hashable, Sendable {
    /// The trade.
    public let trade: Trade
    /// Its last mark; nil where there is none.
    public let mark: PositionMark?
    /// Calendar days since the entry.
    public let days: Int

    /// What it can still lose from here: its maximum loss and what the mark has earned so far; nil where either is not
    /// known.
    public var furtherLoss: Money? {
        trade.maxLoss.flatMap { most in mark.map { most + $0.unrealizedPnL } }
    }

    static func all(_ facts: ReviewFacts) -> [OpenPosition] {
        facts.open.map {
            OpenPosition(trade: $0, mark: facts.closingMark($0), days: $0.entryDay.days(to: facts.end))
        }
    }

    static let definition = DatasetDefinition(
        "open_at_week_end", "Positions with capital open at the week's end, hedges included, by trade number",
        [
            .init("trade_id", .count, "The number in the history"),
            .init("book", .text, "The book"),
            .init("symbol", .text, "The underlying"),
            .init("structure", .text, "How it is built"),
            .init("contracts", .count, "Units of the structure"),
            .init("entry_day", .date, "The exchange date of the entry"),
            .init("days_so_far", .days, "Calendar days since the entry"),
            .init("credit", .usd, "Received at entry, before fees"),
            .init("unrealized_pnl", .usd, "Credit − mark − fees paid, at the last mark"),
            .init("short_delta", .ratio, "Delta of the short leg at the last mark, per share; null for a hedge"),
            .init("theta", .usdPerDay, "Theta of the position at the last mark"),
            .init("max_loss", .usd, "The most that the position can lose, entry fees included"),
            .init("further_loss", .usd, "What it can still lose from its last mark"),
            .init("expiration", .date, "The last day of the options"),
            .init("stop_rule", .text, "The rules under which it is watched; null for none"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        let noMark = Value.undefined(.notRecorded)
        func money(_ amount: Money?) -> Value { amount.map(Value.money) ?? noMark }
        return [
            .integer(Int(trade.id)), .text(trade.book.rawValue), .text(trade.symbol), .text(trade.structure.rawValue),
            .integer(trade.contracts), .day(trade.entryDay), .integer(days), .money(trade.credit),
            money(mark?.unrealizedPnL), shortDelta,
            Value(optional: mark?.theta, .notRecorded), money(trade.maxLoss), money(furtherLoss),
            trade.expiration.map(Value.day) ?? noMark, trade.stopRule.map(Value.text) ?? .null,
        ]
    }

    /// Null for a hedge, which has no short leg.
    private var shortDelta: Value {
        trade.structure == .hedge ? .null : Value(optional: mark?.shortDelta, .notRecorded)
    }
}
