internal import Dates
internal import Ledger

/// The review's input, sorted out once: what is closed, what is open, and what each position was marked at.
struct ReviewFacts {
    let input: ReviewInput
    let settings: ReviewSettings
    /// The last session of the week that the review covers.
    let end: Day
    /// Sessions of the week up to ``end``.
    let weekSessions: [Day]
    /// The days of the week that the review covers.
    let weekDays: ClosedRange<Day>
    /// Closed trades with capital, without hedges, in ascending order of P&L (which makes medians cheap).
    let closed: [ClosedTrade]
    /// The entries of trades with capital, without hedges, up to the week's end.
    let entries: [OpenedTrade]
    /// Of the closed trades, those that were closed in the week.
    let closedInWeek: [ClosedTrade]
    /// Trades with capital, hedges included, that were open at the end of the week or at its beginning, or came and
    /// went within it; ascending by number.
    let active: [Trade]
    /// Marks of each active trade up to the week's end, ascending by time.
    let marks: [Int64: [PositionMark]]
    /// The last snapshot of each day up to the week's end, ascending.
    let lastSnapshots: [PortfolioSnapshot]
    /// Both strategies' daily results.
    let sleeves: [Sleeve]
    /// The windows of the review.
    let windows: [ReviewWindow]

    init(_ input: ReviewInput) {
        self.input = input
        settings = input.settings
        let week = input.week
        let horizon = max(min(week.sunday, input.asOf), week.monday)
        let sessions = input.sessions.filter { $0 >= week.monday && $0 <= horizon }
        let end = sessions.last ?? horizon
        self.end = end
        weekSessions = sessions
        weekDays = week.monday...end

        var closed: [ClosedTrade] = []
        var active: [Trade] = []
        var entries: [OpenedTrade] = []
        closed.reserveCapacity(input.trades.count)
        for trade in input.trades where trade.allotment == .allotted {
            // Days of exchange time cost more than everything else here: ask for each once.
            let summary = ClosedTrade(trade)
            let entry = summary?.entryDay ?? trade.entryDay
            guard entry <= end else { continue }
            if trade.structure != .hedge {
                entries.append(OpenedTrade(strategy: trade.strategy, day: entry, creditToWidth: trade.creditToWidth))
            }
            if let summary, summary.exitDay <= end {
                if trade.structure != .hedge { closed.append(summary) }
                if summary.exitDay < week.monday { continue }
            }
            active.append(trade)
        }
        closed.sort { ($0.pnl, $0.id) < ($1.pnl, $1.id) }
        self.closed = closed
        self.entries = entries
        closedInWeek = closed.filter { [weekDays] in weekDays.contains($0.exitDay) }
        self.active = active.sorted { $0.id < $1.id }
        let ids = Set(active.map(\.id))
        marks = Dictionary(
            grouping: input.marks.filter { ids.contains($0.tradeID) && $0.day <= end }, by: \.tradeID
        ).mapValues { $0.sorted { $0.time < $1.time } }
        lastSnapshots = lastOfEachDay(input.snapshots, upTo: end)
        sleeves = StrategyName.allCases.map { Sleeve($0, of: input.dailyResults, upTo: end) }
        windows = ReviewWindow.all(input, end: end)
    }

    /// The session after a day; nil where the sessions end before.
    func session(after day: Day) -> Day? { input.sessions.first { $0 > day } }

    /// Trades with capital, without hedges, that were opened from a day to the week's end.
    func opened(since first: Day) -> [OpenedTrade] { entries.filter { $0.day >= first } }

    /// A strategy's series.
    func sleeve(_ strategy: StrategyName) -> Sleeve {
        sleeves.first { $0.strategy == strategy } ?? Sleeve(strategy, of: [], upTo: end)
    }

    /// Trades with capital that were open at the end of the week.
    var open: [Trade] { active.filter { isOpenAtEnd($0) } }

    /// Whether a trade was open at the end of the week.
    func isOpenAtEnd(_ trade: Trade) -> Bool { trade.isOpen(atEndOf: end) }

    /// Whether a trade was open when the week began.
    func wasOpenBefore(_ trade: Trade) -> Bool { trade.isOpen(atEndOf: input.week.monday.adding(-1)) }

    /// The last mark before the week.
    func openingMark(_ trade: Trade) -> PositionMark? {
        marks[trade.id]?.last { $0.day < input.week.monday }
    }

    /// The last mark up to the week's end.
    func closingMark(_ trade: Trade) -> PositionMark? { marks[trade.id]?.last }
}

/// What reviews count of an entry.
struct OpenedTrade {
    let strategy: StrategyName
    let day: Day
    /// Entry credit ÷ width; nil where the width is not known.
    let creditToWidth: Double?
}

/// The last snapshot of each exchange day up to the week's end, ascending. Of several of the same moment the later in the
/// input counts.
private func lastOfEachDay(_ snapshots: [PortfolioSnapshot], upTo end: Day) -> [PortfolioSnapshot] {
    var last: [Day: PortfolioSnapshot] = [:]
    for snapshot in snapshots {
        let day = snapshot.day
        guard day <= end else { continue }
        if let known = last[day], known.time > snapshot.time { continue }
        last[day] = snapshot
    }
    return last.values.sorted { $0.time < $1.time }
}
