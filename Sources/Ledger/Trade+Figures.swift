public import Dates

/// What follows from a trade's facts.
extension Trade {
    /// The strategy to which the trade's book belongs.
    public var strategy: StrategyName { book.strategy }
    /// The view of the market that its structure expresses.
    public var direction: Direction { structure.direction }
    /// The exchange date of the entry.
    public var entryDay: Day { NewYork.day(at: entryTime) }
    /// The exchange date of the exit; nil while open.
    public var exitDay: Day? { exit?.day }
    /// The tier of its confidence; nil without a score.
    public var tier: ConfidenceTier? { confidence.map(ConfidenceTier.init(score:)) }

    /// Dollars received at entry before fees; negative for a debit.
    public var credit: Money { entryCredit.total(contracts: contracts) }
    /// Dollars paid to close before fees; nil while open.
    public var costToClose: Money? { exit?.cost.total(contracts: contracts) }
    /// All fees paid so far.
    public var fees: Money { entryFees + (exit?.fees ?? .zero) }
    /// Credit − cost to close − all fees, exact; nil while open.
    public var realizedPnL: Money? { costToClose.map { credit - $0 - fees } }

    /// P&L so far of an open position whose closing cost at mid is `mark`: credit − mark − fees paid.
    public func unrealizedPnL(mark: Price) -> Money {
        credit - mark.total(contracts: contracts) - entryFees
    }

    /// The most that the position can lose, fees paid at entry included: (width − credit) × 100 × contracts + fees;
    /// for a hedge the debit and fees. Nil where the width is not known.
    public var maxLoss: Money? {
        if structure == .hedge { return entryFees - credit }
        return width.map { ($0 - entryCredit).total(contracts: contracts) + entryFees }
    }

    /// Entry credit ÷ width, as a fraction; nil where the width is not known or zero.
    public var creditToWidth: Double? {
        guard let width, width > .zero else { return nil }
        return Double(entryCredit.tenThousandths) / Double(width.tenThousandths)
    }

    /// Calendar days from entry to expiration; nil where the expiration is not known.
    public var dteAtEntry: Int? { expiration.map { entryDay.days(to: $0) } }
    /// Calendar days from entry to exit, 0 on the same day; nil while open.
    public var daysInTrade: Int? { exitDay.map { entryDay.days(to: $0) } }
    /// Whether the position is open at the end of a day.
    public func isOpen(atEndOf day: Day) -> Bool {
        entryDay <= day && exitDay.map { $0 > day } ?? true
    }
}
