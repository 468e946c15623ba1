public import Dates
import Input
public import Ledger
public import Market
import Options
public import Strategy

/// A walk through a market, session after session: both strategies, with capital and in shadow.
///
/// Each step is one session at its decision time: splits, exits, hedges, openings, expiry, marks, results. The same
/// ``decide(_:portfolio:settings:calendar:)`` works here and live; only the fills are modelled.
public struct Backtest: Sendable {
    /// The desk's equity at the last close, marked.
    public private(set) var equity: Money
    /// MULTIBOOK's share of capital from the next session on, 0–1.
    public private(set) var share: Double
    /// The first and the last session of the market.
    public let sessions: ClosedRange<Day>
    /// The number of sessions of the market.
    public let sessionCount: Int
    /// The last session walked; nil before the first.
    public private(set) var lastSession: Day?

    let initialEquity: Money
    let initialShare: Double
    let strategy: StrategySettings
    let settings: BacktestSettings
    let mode: TradeMode
    private(set) var market: any MarketData
    private let economics: EconomicCalendar
    private let calendar: TradingCalendar
    var accounts: [Account]
    var nextID: Int64 = 1

    /// A desk before its first session.
    ///
    /// - Parameters:
    ///   - market: where prices come from; it stands before its first session.
    ///   - strategy: the rules of both strategies.
    ///   - settings: the fills.
    ///   - economics: events near which nothing is opened; where it does not reach nothing is opened either.
    ///   - calendar: the exchange's sessions.
    ///   - initialEquity: the desk's equity before the first session.
    ///   - share: MULTIBOOK's share of it, 0–1; LEGACY has the rest.
    ///   - mode: what the trades are marked as.
    public init(
        market: any MarketData, strategy: StrategySettings = StrategySettings(),
        settings: BacktestSettings = BacktestSettings(), economics: EconomicCalendar, calendar: TradingCalendar,
        initialEquity: Money, share: Double, mode: TradeMode
    ) throws(BacktestError) {
        guard let first = market.sessions.first, let last = market.sessions.last, first <= last else {
            throw .noSessions
        }
        guard initialEquity > .zero else { throw .equityNotPositive(initialEquity.description) }
        guard (0...1).contains(share) else { throw .shareOutOfRange(share) }
        sessions = first...last
        sessionCount = market.sessions.count
        self.market = market
        self.strategy = strategy
        self.settings = settings
        self.economics = economics
        self.calendar = calendar
        self.mode = mode
        self.initialEquity = initialEquity
        self.share = share
        equity = initialEquity
        initialShare = share
        let allocation = Allocation(equity: initialEquity, share: share)
        accounts = Allotment.allCases.flatMap { allotment in
            StrategyName.allCases.map { Account($0, allotment, capital: allocation.capital($0, allotment)) }
        }
    }

    /// Walks the next session and returns all that it leaves; nil after the last. Findings are the session's own: those
    /// of the market as a whole belong to the run.
    public mutating func step() throws -> SessionRecord? {
        guard let snapshot = try market.next() else { return nil }
        if let lastSession, snapshot.day <= lastSession {
            throw BacktestError.sessionOutOfOrder(snapshot.day, after: lastSession)
        }
        lastSession = snapshot.day
        var record = SessionRecord(day: snapshot.day)
        record.findings += snapshot.underlyings.flatMap(\.findings)
        record.market = marketDays(snapshot, actions: market.corporateActions(on: snapshot.day))
        try applySplits(on: snapshot.day)
        let decisions = decide(
            snapshot, portfolio: PortfolioState(sleeves: accounts.map(\.sleeve)), settings: strategy,
            calendar: CalendarView(
                at: snapshot.time, day: snapshot.day, sessions: calendar, events: economics, settings: strategy))
        for (index, decided) in decisions.sleeves.enumerated() {
            for exit in decided.exits { close(exit, of: index, snapshot: snapshot, record: &record) }
            accounts[index].sleeve.hedgeIdleSessions = decided.hedgeIdleSessions
            for candidate in decided.candidates {
                open(candidate, of: index, snapshot: snapshot, record: &record)
            }
            settleExpired(of: index, snapshot: snapshot, record: &record)
        }
        record.comparisons.append(comparison(decisions, accounts: accounts, time: snapshot.time))
        closeDay(snapshot, decisions: decisions, record: &record)
        return record
    }

    /// Gives MULTIBOOK another share of capital from the next session on. Money moves at the close of the session just
    /// walked: the flows of its record are amended.
    public mutating func setShare(_ share: Double, amending record: inout SessionRecord) throws(BacktestError) {
        guard (0...1).contains(share) else { throw .shareOutOfRange(share) }
        self.share = share
        reallocate(&record)
    }

    /// Adjusts open positions for the splits that take effect on a session.
    private mutating func applySplits(on day: Day) throws(BacktestError) {
        for case .split(let symbol, let ratio) in market.corporateActions(on: day) {
            for account in accounts.indices {
                for index in accounts[account].sleeve.positions.indices
                where accounts[account].sleeve.positions[index].trade.symbol == symbol {
                    guard let whole = Int(exactly: ratio), whole >= 2 else {
                        throw .splitNotWhole(symbol: symbol, day: day, ratio: ratio)
                    }
                    accounts[account].sleeve.positions[index] =
                        accounts[account].sleeve.positions[index].split(ratio: whole)
                }
            }
        }
    }

    /// Marks everything, books the day's results and gives each sleeve its capital for the next session.
    private mutating func closeDay(
        _ snapshot: MarketSnapshot, decisions: Decisions, record: inout SessionRecord
    ) {
        var marks: [[PositionMark]] = []
        for account in accounts.indices {
            var ofSleeve: [PositionMark] = []
            for index in accounts[account].sleeve.positions.indices {
                let (mark, finding) = mark(accounts[account].sleeve.positions[index], snapshot: snapshot)
                accounts[account].sleeve.positions[index].lastMark = mark
                ofSleeve.append(mark)
                if let finding { record.findings.append(finding) }
            }
            record.results.append(accounts[account].closeDay(snapshot.day, marks: ofSleeve, share: share))
            marks.append(ofSleeve)
        }
        record.marks = marks.flatMap { $0 }.sorted { $0.tradeID < $1.tradeID }
        let before = equity
        equity += record.results.filter { $0.allotment == .allotted }.reduce(.zero) { $0 + $1.pnl }
        record.snapshots = [
            deskRisk(
                accounts, marks: marks, snapshot: snapshot, base: before, equity: equity,
                meanIVRank: decisions.meanIVRank, hedge: strategy.hedge)
        ]
        reallocate(&record)
    }

    /// Gives each sleeve its part of the equity; the difference to what it has is a flow at the day's end.
    private mutating func reallocate(_ record: inout SessionRecord) {
        let allocation = Allocation(equity: equity, share: share)
        record.results = zip(accounts.indices, record.results).map { index, result in
            let capital = allocation.capital(result.strategy, result.allotment)
            accounts[index].sleeve.capital = capital
            return DailyResult(
                day: result.day, strategy: result.strategy, allotment: result.allotment, capital: result.capital,
                pnl: result.pnl, hedgePnL: result.hedgePnL, flow: capital - result.capital - result.pnl,
                share: result.share)
        }
    }
}
