internal import Dates
internal import History
internal import Ledger
internal import Market
internal import Metrics
internal import Rollout

/// The history as the weekly review reads it, whole and up to a session.
extension GateLoader {
    /// Far enough ahead for the longest dwell.
    private static let daysAhead = 120

    static func reviewInput(
        _ session: Day, _ store: HistoryStore, _ calendar: TradingCalendar, _ conditions: GateConditions
    ) throws -> ReviewInput {
        let span = try HistorySpan(of: store)
        let week = ISOWeek(containing: session)
        let results = try store.dailyResults(through: session)
        let coverage = calendar.coverage
        return ReviewInput(
            week: week, asOf: session, trades: try store.trades(through: session),
            marks: try store.marks(from: week.monday.adding(-14), through: session),
            snapshots: try store.snapshots(through: session), dailyResults: results,
            sessions: try calendar.sessions(
                from: min(max(span.first, coverage.lowerBound), week.monday),
                through: min(session.adding(daysAhead), coverage.upperBound)),
            initialEquity: try ReviewLoader.initialEquity(store, results), settings: conditions.review)
    }

    /// By how much the credits of trades on paper count for less: a share of the half-spread that they were quoted in, or,
    /// without quotes, of the widest one in which they may have been opened.
    static func haircuts(
        _ input: ReviewInput, _ store: HistoryStore, _ conditions: GateConditions
    ) throws -> [Trade.ID: Money] {
        let share = conditions.gate.paperHaircut
        let paper = input.trades.filter { $0.mode == .paper && $0.structure != .hedge }
        guard share > 0, !paper.isEmpty else { return [:] }
        var amounts: [Trade.ID: Money] = [:]
        for trade in paper {
            let quoted = halfSpread(try store.fills(ofTrade: trade.id))
            let widest = trade.width.map {
                conditions.maximumQuoteWidth / 2 * $0.total(contracts: trade.contracts).dollars
            }
            guard let half = quoted ?? widest, let amount = Money(dollars: share * half) else { continue }
            amounts[trade.id] = amount
        }
        return amounts
    }

    /// Half the market's width at the opening, in dollars for all contracts: over the legs, contracts × 100 × (ask − bid) ÷ 2;
    /// nil without fills.
    private static func halfSpread(_ fills: [Fill]) -> Double? {
        let opening = fills.filter(\.isOpening)
        guard !opening.isEmpty else { return nil }
        return opening.reduce(0) { $0 + Double($1.quantity.magnitude) * 100 * ($1.ask - $1.bid) / 2 }
    }

    /// Whether MULTIBOOK will have this share in the next session, should nothing be decided.
    static func stands(at stage: RolloutStage, _ input: GateInput) -> Bool {
        let next = input.nextSession ?? input.session.adding(1)
        let inForce = ShareInForce(in: next, records: input.records, overrides: input.overrides)
        return RolloutStage(atMost: inForce.share ?? input.traded.last?.share ?? 0) == stage
    }

    /// The points of production readiness that did not pass, as they are called.
    static func openPoints(
        _ session: Day, _ store: HistoryStore, _ calendar: TradingCalendar, _ events: EconomicCalendar,
        _ standing: Standing, _ conditions: GateConditions
    ) throws -> [String] {
        let limits = conditions.limits
        let review = try SessionLoader.review(
            of: session, from: store, calendar: calendar, events: events, limits: limits)
        return try ReadinessLoader.readiness(
            asOf: session, from: store, calendar: calendar, events: events, session: review,
            difference: standing.reconciliation.difference, limits: limits
        ).points.filter { $0.verdict != .pass }.map(\.title)
    }

    /// MULTIBOOK's share of the capital in each session that has results.
    ///
    /// Where a result does not say it, the capitals do; a share within two points of a rung is that rung, as capital
    /// drifts from it between two changes.
    static func tradedShares(_ results: [DailyResult]) -> [TradedShare] {
        var shares: [TradedShare] = []
        var start = results.startIndex
        let ordered = results.sorted { $0.day < $1.day }
        while start < ordered.endIndex {
            let day = ordered[start].day
            let end = ordered[start...].firstIndex { $0.day != day } ?? ordered.endIndex
            shares.append(TradedShare(day: day, share: share(of: ordered[start..<end])))
            start = end
        }
        return shares
    }

    private static func share(of results: ArraySlice<DailyResult>) -> Double {
        let allotted = results.filter { $0.allotment == .allotted && $0.capital > .zero }
        guard let multibook = allotted.first(where: { $0.strategy == .multibook }) else { return 0 }
        if let share = multibook.share { return share }
        let all = allotted.reduce(.zero) { $0 + $1.capital }
        let share = multibook.capital.dollars / all.dollars
        return RolloutStage.allCases.map(\.share).first { abs($0 - share) <= 0.02 } ?? share
    }
}
