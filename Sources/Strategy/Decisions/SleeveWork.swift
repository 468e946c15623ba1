import Dates
import Ledger
import Market

/// One sleeve in the course of a tick.
struct SleeveWork {
    let sleeve: Sleeve
    private var held: [HeldPosition]
    private var exits: [ExitIntent] = []
    private var hedgeRequired: Bool?
    private var hedgeIdleSessions: Int
    private var hedge: Candidate?
    private var candidates: [Candidate] = []

    /// A sleeve with the markets of what it holds.
    init(_ sleeve: Sleeve, snapshot: MarketSnapshot) {
        self.sleeve = sleeve
        held = sleeve.positions.map { HeldPosition($0, in: snapshot) }
        hedgeIdleSessions = sleeve.hedgeIdleSessions
    }

    /// What the sleeve does.
    var decisions: Decisions.OfSleeve {
        Decisions.OfSleeve(
            strategy: sleeve.strategy, allotment: sleeve.allotment, exits: exits, hedgeRequired: hedgeRequired,
            hedgeIdleSessions: hedgeIdleSessions, candidates: (hedge.map { [$0] } ?? []) + candidates)
    }

    /// Vega of what is kept in dollars per volatility point, hedge excluded, as its volatility is VIX's own; nil when
    /// a position's is not known.
    var vega: Double? {
        held.reduce(0) { sum, held in
            held.position.isHedge ? sum : sum.flatMap { sum in held.vega.map { sum + $0 } }
        }
    }

    /// Exits of spreads; what can be closed is no longer held.
    mutating func decideExits(snapshot: MarketSnapshot, view: CalendarView, settings: StrategySettings) {
        close { held in
            guard let rules = settings.exits(of: held.position.trade.book) else { return nil }
            return exitCheck(held, snapshot: snapshot, view: view, exits: rules, fees: settings.fees)
        }
    }

    /// The hedge: whether it is required, whether the one held is closed, whether one is bought.
    mutating func decideHedge(
        vega: Double?, meanIVRank: Double?, snapshot: MarketSnapshot, isHalted: Bool, settings: StrategySettings
    ) {
        let requirement = hedgeRequirement(vega: vega, meanIVRank: meanIVRank, settings: settings.hedge)
        hedgeRequired = requirement.passed
        switch requirement.passed {
        case true: hedgeIdleSessions = 0
        case false: hedgeIdleSessions += 1
        default: break
        }
        let idle = hedgeIdleSessions
        close { held in
            guard held.position.isHedge else { return nil }
            return hedgeExit(
                held.position, today: snapshot.day, required: requirement.passed, idleSessions: idle,
                settings: settings.hedge)
        }
        guard requirement.passed != false, !held.contains(where: \.position.isHedge), !isHalted else { return }
        hedge = hedgeCandidate(
            requirement: requirement, capital: sleeve.capital, snapshot: snapshot, settings: settings)
    }

    /// The openings, sized against what the kept positions and the new hedge leave of the limits.
    mutating func decideEntries(
        _ proposals: [Proposal], snapshot: MarketSnapshot, isHalted: Bool, settings: StrategySettings
    ) {
        var use = RiskUse(sleeve, keeping: held, today: snapshot.day)
        if let entry = hedge?.entry { use.open(entry) }
        candidates = sleeveCandidates(
            proposals, use: &use, snapshot: snapshot, isHalted: isHalted, settings: settings)
    }

    private mutating func close(_ check: (HeldPosition) -> ExitCheck?) {
        held.removeAll { held in
            guard let check = check(held) else { return false }
            exits.append(
                ExitIntent(
                    tradeID: held.position.trade.id, reason: check.reason, detail: check.detail, quote: held.quote))
            return held.quote != nil
        }
    }
}
