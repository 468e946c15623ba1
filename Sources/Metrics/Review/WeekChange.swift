internal import Dates
public import Input
public import Ledger

/// How the desk's equity changed over the week, to the cent.
public struct WeekChange: Hashable, Sendable {
    /// Realised P&L of both strategies' trades closed in the week, net of all fees, hedges left out.
    public let realized: Money
    /// Unrealised P&L of positions at the week's last mark less that at the last mark before the week, hedges left out.
    public let unrealized: Money
    /// Realised P&L and change of unrealised P&L of hedges: negative when the hedge cost money.
    public let hedge: Money
    /// Fees of the trades closed in the week, hedges left out.
    public let fees: Money
    /// Positions whose mark is missing or older than the week's last session.
    public let findings: [Finding]

    init(_ facts: ReviewFacts) {
        var (realized, unrealized, hedge, fees) = (Money.zero, Money.zero, Money.zero, Money.zero)
        var findings: [Finding] = []
        for trade in facts.active {
            let before =
                facts.wasOpenBefore(trade)
                ? Self.unrealized(trade, facts.openingMark(trade), "before the week", nil, &findings) : .zero
            let change: Money
            if facts.isOpenAtEnd(trade) {
                let mark = facts.closingMark(trade)
                change = Self.unrealized(trade, mark, "at the week's end", facts.end, &findings) - before
            } else {
                change = -before
                if trade.structure != .hedge {
                    realized = realized + (trade.realizedPnL ?? .zero)
                    fees = fees + trade.fees
                }
            }
            if trade.structure == .hedge {
                let closed = facts.isOpenAtEnd(trade) ? .zero : trade.realizedPnL ?? .zero
                hedge = hedge + change + closed
            } else {
                unrealized = unrealized + change
            }
        }
        self.realized = realized
        self.unrealized = unrealized
        self.hedge = hedge
        self.fees = fees
        self.findings = findings
    }

    /// Realised + unrealised + hedge.
    public var net: Money { realized + unrealized + hedge }

    /// What a mark says, with a finding where there is none or it is old.
    private static func unrealized(
        _ trade: Trade, _ mark: PositionMark?, _ place: String, _ expected: Day?, _ findings: inout [Finding]
    ) -> Money {
        guard let mark else {
            findings.append(
                Finding(
                    severity: .error, rule: "review.mark-missing", subject: "trade \(trade.id)", day: expected,
                    message: "Trade \(trade.id) (\(trade.symbol)) has no mark \(place); its unrealised P&L counts as "
                        + "zero there. Record its mark and review the week again."))
            return .zero
        }
        if let expected, mark.day < expected {
            findings.append(
                Finding(
                    severity: .warning, rule: "review.mark-stale", subject: "trade \(trade.id)", day: expected,
                    message: "Trade \(trade.id) (\(trade.symbol)) was last marked on \(mark.day.iso), not on "
                        + "\(expected.iso); the older mark was used."))
        }
        return mark.unrealizedPnL
    }
}
