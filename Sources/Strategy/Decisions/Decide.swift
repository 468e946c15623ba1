import Dates
import Ledger
public import Market

/// What the desk does now: one pure function for backtest, paper and live.
///
/// The order of work: exits of every sleeve, then hedges, then candidates of both strategies, ranked by confidence
/// and sized one after another against the limits that are left. A position that is to be closed and can be (all
/// its legs have a market) no longer counts; one that cannot goes on counting. Exits and hedges are never blocked by
/// an event; nothing is opened while the desk is halted.
public func decide(
    _ snapshot: MarketSnapshot, portfolio: PortfolioState, settings: StrategySettings, calendar: CalendarView
) -> Decisions {
    let meanRank = meanIVRank(snapshot, universe: settings.primary.universe)
    var works = portfolio.sleeves.map { SleeveWork($0, snapshot: snapshot) }
    for index in works.indices { works[index].decideExits(snapshot: snapshot, view: calendar, settings: settings) }
    let desk = works.filter { $0.sleeve.allotment == .allotted }.map(\.vega)
    for index in works.indices where works[index].sleeve.strategy == .multibook {
        // The desk's hedge answers for the desk's vega, as the daily checklist does; a shadow's for its own.
        let vegas = works[index].sleeve.allotment == .allotted ? desk : [works[index].vega]
        works[index].decideHedge(
            vega: vegas.reduce(0) { sum, vega in sum.flatMap { sum in vega.map { sum + $0 } } }, meanIVRank: meanRank,
            snapshot: snapshot, isHalted: portfolio.isHalted, settings: settings)
    }
    let strategies = Set(portfolio.sleeves.map(\.strategy))
    let multibook =
        strategies.contains(.multibook) ? multibookProposals(snapshot, view: calendar, settings: settings) : []
    let legacy = strategies.contains(.legacy) ? legacyProposals(snapshot, view: calendar, settings: settings) : []
    for index in works.indices {
        works[index].decideEntries(
            works[index].sleeve.strategy == .multibook ? multibook : legacy, snapshot: snapshot,
            isHalted: portfolio.isHalted, settings: settings)
    }
    return Decisions(sleeves: works.map(\.decisions), meanIVRank: meanRank)
}

/// Every symbol of both books of MULTIBOOK that the snapshot shows: PRIMARY first, each in its universe's order.
private func multibookProposals(
    _ snapshot: MarketSnapshot, view: CalendarView, settings: StrategySettings
) -> [Proposal] {
    [(Book.primary, settings.primary), (.incomePop, settings.incomePop)].flatMap { book, rules in
        rules.universe.compactMap { symbol in
            snapshot[symbol].map {
                .multibook(book, rules: rules, underlying: $0, snapshot: snapshot, view: view, settings: settings)
            }
        }
    }
}

/// Every symbol of LEGACY that the snapshot shows, in its universe's order.
private func legacyProposals(
    _ snapshot: MarketSnapshot, view: CalendarView, settings: StrategySettings
) -> [Proposal] {
    settings.legacy.universe.compactMap { symbol in
        snapshot[symbol].map { .legacy(underlying: $0, snapshot: snapshot, view: view, settings: settings) }
    }
}
