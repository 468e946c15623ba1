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
        let quoted = try store.openingHalfSpreads(mode: .paper)
        var amounts: [Trade.ID: Money] = [:]
        for trade in paper {
            let widest = trade.width.map {
                conditions.maximumQuoteWidth / 2 * $0.total(contracts: trade.contracts).dollars
            }
            guard let half = quoted[trade.id] ?? widest, let amount = Money(dollars: share * half) else { continue }
            amounts[trade.id] = amount
        }
        return amounts
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
