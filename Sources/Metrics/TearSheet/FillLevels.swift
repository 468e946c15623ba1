internal import Dates
internal import Ledger

/// The same trades at three levels of fills: at mid, as booked, and at the side of the market that has to be paid.
///
/// Decisions do not depend on the level of fills (limits are held at the marketable side), so the trades are the same;
/// only their prices are computed anew, from the bid and ask of every leg.
struct FillLevels {
    /// A level of fills.
    enum Level: String, CaseIterable {
        case mid
        case booked = "as booked"
        case marketable
    }

    /// One level's trades.
    struct Row {
        let level: Level
        /// P&L of each trade, ascending by its number.
        let pnl: [Money]
        /// What crossing the spread cost: Σ of mid's P&L less this one's.
        let spread: Money
    }

    /// One row a level, mid first.
    let rows: [Row]
    /// Closed trades without executions to price anew, as imports have them.
    let missing: Int

    init(_ trades: [Trade], _ fills: [Fill]) {
        let legs = Dictionary(grouping: fills, by: \.tradeID)
        var levels: [Level: [Money]] = [:]
        var missing = 0
        for trade in trades {
            guard let exit = trade.exit, let booked = trade.realizedPnL else { continue }
            let own = legs[trade.id] ?? []
            let opening = own.filter(\.isOpening)
            let closing = own.filter { !$0.isOpening }
            guard !opening.isEmpty, let opened = Self.prices(opening) else {
                missing += 1
                continue
            }
            // What was settled at expiration has no closing execution, and costs the same at every level.
            let settled = -exit.cost.total(contracts: trade.contracts)
            let closed = closing.isEmpty ? (mid: settled, marketable: settled) : Self.prices(closing)
            guard let closed else {
                missing += 1
                continue
            }
            levels[.mid, default: []].append(opened.mid + closed.mid - trade.fees)
            levels[.booked, default: []].append(booked)
            levels[.marketable, default: []].append(opened.marketable + closed.marketable - trade.fees)
        }
        self.missing = missing
        let best = (levels[.mid] ?? []).reduce(.zero, +)
        rows = Level.allCases.map { level in
            let pnl = levels[level] ?? []
            return Row(level: level, pnl: pnl, spread: best - pnl.reduce(.zero, +))
        }
    }

    /// What an execution brings in at mid and at the marketable side, before fees; nil where a leg has no two-sided
    /// market to price it by.
    private static func prices(_ legs: [Fill]) -> (mid: Money, marketable: Money)? {
        var (mid, marketable) = (0.0, 0.0)
        for leg in legs {
            guard leg.bid.isFinite, leg.ask.isFinite, leg.ask >= leg.bid else { return nil }
            let shares = Double(leg.quantity) * 100
            mid -= shares * (leg.bid + leg.ask) / 2
            marketable -= shares * (leg.quantity > 0 ? leg.ask : leg.bid)
        }
        guard let mid = Money(dollars: mid), let marketable = Money(dollars: marketable) else { return nil }
        return (mid, marketable)
    }

    static let definition = DatasetDefinition(
        "fill_levels",
        "The closed trades with capital, hedges apart, whose executions are recorded, at three levels of fills",
        [
            .init("level", .text, "mid, as booked, or marketable: bids and asks paid in full"),
            .init("trades", .count, "Closed trades with recorded executions"),
            .init("wins", .count, "Trades with a P&L above zero at this level"),
            .init("win_rate", .percent, "Wins ÷ trades"),
            .init("realized_pnl", .usd, "Sum of P&L at this level, fees included"),
            .init("mean_pnl", .usd, "Mean P&L a trade"),
            .init("profit_factor", .ratio, "Sum of gains ÷ |sum of losses|; undefined without losses"),
            .init("spread_cost", .usd, "What crossing the spread cost: the sum at mid less this one"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            rows.map { row in
                let wins = row.pnl.count { $0 > .zero }
                let total = row.pnl.reduce(.zero, +)
                let gains = row.pnl.filter { $0 > .zero }.reduce(.zero, +)
                let losses = row.pnl.filter { $0 < .zero }.reduce(.zero, +)
                let count = row.pnl.count
                let mean: Value = count > 0 ? .number(total.dollars / Double(count)) : .undefined(.noData)
                let factor: Value =
                    count == 0
                    ? .undefined(.noData)
                    : losses < .zero ? .number(gains.dollars / -losses.dollars) : .undefined(.noLosses)
                return [
                    .text(row.level.rawValue), .integer(count), .integer(wins),
                    Value(Proportion(wins, of: count).share), .money(total), mean, factor, .money(row.spread),
                ]
            })
    }
}
