internal import Dates
public import Input
public import Ledger

/// How the desk's equity changed over the week, to the cent.
public struct WeekChange: Hashable, Sendable {
    /// Realised P&L of both strategies' trades closed in the week, net of all fees, hedges left out.
    public let realized: Money
    /// Unrealised P&L of positions at the week's last mark less that at the last mark before the week, hedges left out;
    /// nil where positions were open and the history tells neither their marks nor the daily results.
    public let unrealized: Money?
    /// Realised P&L and change of unrealised P&L of hedges: negative when the hedge cost money.
    public let hedge: Money
    /// Fees of the trades closed in the week, hedges left out.
    public let fees: Money
    /// Whether ``unrealized`` was derived from the daily results, because the history keeps no marks.
    public let isDerived: Bool
    /// Positions whose mark is missing or older than the week's last session.
    public let findings: [Finding]

    init(_ facts: ReviewFacts) {
        let closed = facts.active.filter { !facts.isOpenAtEnd($0) }
        let own = closed.filter { $0.structure != .hedge }
        let hedges = closed.filter { $0.structure == .hedge }
        realized = Self.total(own, \.realizedPnL)
        fees = own.reduce(.zero) { $0 + $1.fees }
        let hedgeRealized = Self.total(hedges, \.realizedPnL)

        let needsMarks = facts.active.contains { facts.isOpenAtEnd($0) || facts.wasOpenBefore($0) }
        if needsMarks, facts.marks.isEmpty {
            let results = facts.input.dailyResults.filter {
                $0.allotment == .allotted && facts.weekDays.contains($0.day)
            }
            let recorded = results.reduce(.zero) { $0 + $1.hedgePnL }
            hedge = recorded == .zero ? hedgeRealized : recorded
            let whole = results.reduce(.zero) { $0 + $1.pnl }
            unrealized = results.isEmpty ? nil : whole - realized - hedge
            isDerived = true
            findings = [Self.noMarks(facts, isKnown: !results.isEmpty)]
            return
        }
        var findings: [Finding] = []
        var (change, hedgeChange) = (Money.zero, Money.zero)
        for trade in facts.active {
            var difference = Money.zero
            if facts.isOpenAtEnd(trade) {
                difference += Self.unrealized(
                    trade, facts.closingMark(trade), "at the week's end", facts.end, &findings)
            }
            if facts.wasOpenBefore(trade) {
                difference -= Self.unrealized(trade, facts.openingMark(trade), "before the week", nil, &findings)
            }
            if trade.structure == .hedge { hedgeChange += difference } else { change += difference }
        }
        unrealized = change
        hedge = hedgeRealized + hedgeChange
        isDerived = false
        self.findings = findings
    }

    /// Realised + unrealised + hedge; nil where the unrealised part is not known.
    public var net: Money? { unrealized.map { realized + $0 + hedge } }
    /// Realised + unrealised, without the hedge; nil where the unrealised part is not known.
    public var optionPnL: Money? { unrealized.map { realized + $0 } }

    private static func total(_ trades: [Trade], _ amount: (Trade) -> Money?) -> Money {
        trades.reduce(.zero) { $0 + (amount($1) ?? .zero) }
    }

    private static func noMarks(_ facts: ReviewFacts, isKnown: Bool) -> Finding {
        let remedy =
            isKnown
            ? "the change of unrealised P&L was derived: the week's daily results less realised P&L and hedge"
            : "the change of unrealised P&L is not known; import the daily results to derive it"
        return Finding(
            severity: isKnown ? .note : .warning, rule: "review.no-marks", subject: "position_marks", day: facts.end,
            message: "The history keeps no marks of positions for \(facts.input.week); \(remedy).")
    }

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
