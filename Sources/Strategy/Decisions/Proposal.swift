import Dates
import Ledger
import Market
import Options

/// What the market's side of a book's rules makes of a symbol: the same for every sleeve of the strategy.
struct Proposal: Sendable {
    let book: Book
    let underlying: MarketSnapshot.Underlying
    /// Nil when the rules stopped before.
    var structure: Structure?
    /// The results of the rules that look at the market.
    var results: [RuleResult]
    /// Nil where there is none to be had.
    var spread: Spread?
    /// The summands of the confidence score; empty without a spread.
    var confidence: [(name: String, points: Int)] = []
    /// Nil where the book has no such filter.
    var directionalFilterPassed: Bool?

    /// Whether no rule of the market's side refuses.
    var isPassed: Bool { spread != nil && results.allSatisfy { $0.passed == true } }

    private init(
        book: Book, underlying: MarketSnapshot.Underlying, needsDirection: Bool, minimumIVRank: Double,
        view: CalendarView, settings: StrategySettings
    ) {
        self.book = book
        self.underlying = underlying
        results = [
            dataRule(underlying),
            readyRule(underlying.indicators, needsDirection: needsDirection),
            blackoutRule(view, hours: settings.blackoutHours),
            ivRankRule(underlying.indicators, minimum: minimumIVRank),
        ]
    }

    /// A book of MULTIBOOK on a symbol.
    static func multibook(
        _ book: Book, rules: SpreadBookSettings, underlying: MarketSnapshot.Underlying, snapshot: MarketSnapshot,
        view: CalendarView, settings: StrategySettings
    ) -> Proposal {
        var proposal = Proposal(
            book: book, underlying: underlying, needsDirection: true, minimumIVRank: rules.minimumIVRank, view: view,
            settings: settings)
        let (side, direction) = directionRule(underlying.indicators, price: underlying.spot, settings: settings)
        let (structure, structured) = structureRule(
            ivRank: underlying.indicators.ivRank, side: side, settings: settings)
        let (index, expiration) = expirationRule(
            underlying.chain, today: snapshot.day, range: rules.daysToExpiration)
        proposal.results += [direction, structured, expiration]
        proposal.directionalFilterPassed = direction.passed.map { $0 && side != nil }
        proposal.structure = structure
        guard let structure, let index else { return proposal }
        let slice = underlying.chain.slices[index]
        let (shorts, strikes) = deltaStrikeRule(slice, sides: structure.soldSides, delta: rules.shortDelta)
        proposal.results.append(strikes)
        guard let shorts else { return proposal }
        let choice = WidthChoice(
            underlying: underlying.symbol, slice: slice, days: snapshot.day.days(to: slice.expiration),
            structure: structure, shorts: shorts)
        guard let spread = chooseWidth(choice, settings: settings) else {
            let range = "\(decimal(settings.credit.minimumWidth, 2))–\(decimal(settings.credit.maximumWidth, 2))"
            proposal.results.append(RuleResult(.quote, false, "no quoted long strike at a width of \(range)"))
            return proposal
        }
        proposal.spread = spread
        proposal.results.append(
            quoteRule(spread, age: underlying.chain.time.seconds(to: snapshot.time), settings: settings))
        proposal.results.append(creditRule(spread, settings: settings.credit))
        proposal.confidence = marketConfidence(
            spread, side: side, underlying: underlying, vix: snapshot.vix, eventAhead: view.eventAhead,
            targetDays: rules.daysToExpiration.target, settings: settings)
        return proposal
    }

    /// LEGACY on a symbol.
    static func legacy(
        underlying: MarketSnapshot.Underlying, snapshot: MarketSnapshot, view: CalendarView,
        settings: StrategySettings
    ) -> Proposal {
        let rules = settings.legacy
        var proposal = Proposal(
            book: .legacy, underlying: underlying, needsDirection: false, minimumIVRank: rules.minimumIVRank,
            view: view, settings: settings)
        let (side, trigger) = dayMoveRule(underlying.indicators, minimum: rules.minimumDayMove)
        let (structure, structured) = legacyStructureRule(side: side)
        let (index, expiration) = expirationRule(
            underlying.chain, today: snapshot.day, range: rules.daysToExpiration)
        proposal.results += [trigger, structured, expiration]
        proposal.structure = structure
        guard let structure, let side, let index else { return proposal }
        let slice = underlying.chain.slices[index]
        let (shorts, strikes) = distanceStrikeRule(
            slice, right: side, spot: underlying.spot, distance: rules.strikeDistance)
        proposal.results.append(strikes)
        guard let shorts else { return proposal }
        let choice = WidthChoice(
            underlying: underlying.symbol, slice: slice, days: snapshot.day.days(to: slice.expiration),
            structure: structure, shorts: shorts)
        guard let spread = chooseLegacyWidth(choice, settings: rules) else {
            proposal.results.append(
                RuleResult(.quote, false, "no quoted long strike near a width of \(decimal(rules.width, 2))"))
            return proposal
        }
        proposal.spread = spread
        proposal.results.append(
            quoteRule(spread, age: underlying.chain.time.seconds(to: snapshot.time), settings: settings))
        proposal.results.append(legacyCreditRule(spread))
        proposal.confidence = marketConfidence(
            spread, side: side, underlying: underlying, vix: snapshot.vix, eventAhead: view.eventAhead,
            targetDays: rules.daysToExpiration.target, settings: settings)
        return proposal
    }
}
