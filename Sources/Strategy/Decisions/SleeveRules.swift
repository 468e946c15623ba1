import Dates
import Ledger
import Market
import Options

/// The candidates of one sleeve, ranked and sized one after another against what is left of its limits.
func sleeveCandidates(
    _ proposals: [Proposal], use: inout RiskUse, snapshot: MarketSnapshot, isHalted: Bool, settings: StrategySettings
) -> [Candidate] {
    let scored = proposals.map { proposal -> (proposal: Proposal, confidence: Confidence?) in
        guard proposal.spread != nil else { return (proposal, nil) }
        let held = use.holds(proposal.underlying.symbol) ? settings.confidence.held : 0
        return (proposal, Confidence(proposal.confidence + [("held", held)], base: settings.confidence.base))
    }
    // What the market's side refuses comes last: it must not stand in the way of what can be traded.
    let order = scored.indices.sorted { first, second in
        let (a, b) = (scored[first], scored[second])
        let (passedA, passedB) = (a.proposal.isPassed, b.proposal.isPassed)
        if passedA != passedB { return passedA }
        let (scoreA, scoreB) = (a.confidence?.score ?? -1, b.confidence?.score ?? -1)
        return scoreA != scoreB ? scoreA > scoreB : first < second
    }
    return order.map { index in
        let candidate = candidate(
            scored[index].proposal, confidence: scored[index].confidence, use: use, snapshot: snapshot,
            isHalted: isHalted, settings: settings)
        if let entry = candidate.entry { use.open(entry) }
        return candidate
    }
}

/// One proposal under a sleeve's own rules: tier, size and limits.
private func candidate(
    _ proposal: Proposal, confidence: Confidence?, use: RiskUse, snapshot: MarketSnapshot, isHalted: Bool,
    settings: StrategySettings
) -> Candidate {
    var results = isHalted ? [RuleResult(.halt, false, "openings halted by the kill switch")] : []
    results += proposal.results
    let (symbol, spot) = (proposal.underlying.symbol, proposal.underlying.spot)
    func refused() -> Candidate {
        Candidate(
            book: proposal.book, symbol: symbol, structure: proposal.structure, results: results, entry: nil)
    }
    guard let spread = proposal.spread, let confidence else { return refused() }
    let trade = SizedTrade(
        book: proposal.book, symbol: symbol, expiration: spread.expiration,
        dollarDelta: spread.quote.delta * 100 * spot, maxLoss: spread.maxLossPerContract(settings.fees))
    let (contracts, own) =
        proposal.book == .legacy
        ? legacySize(trade, confidence: confidence, use: use, settings: settings.legacy)
        : multibookSize(trade, confidence: confidence, use: use, settings: settings)
    results += own
    guard results.allSatisfy({ $0.passed == true }) else { return refused() }
    let entry = EntryIntent(
        book: proposal.book, symbol: symbol, structure: spread.structure, quote: spread.quote, contracts: contracts,
        limit: spread.credit, expiration: spread.expiration, width: spread.width,
        maxLoss: trade.maxLoss * contracts, confidence: confidence.score,
        confidenceComponents: confidence.components, ivRank: proposal.underlying.indicators.ivRank,
        directionalFilterPassed: proposal.directionalFilterPassed, spot: spot, vix: snapshot.vix,
        stopRule: settings.exits(of: proposal.book)?.summary ?? "")
    return Candidate(
        book: proposal.book, symbol: symbol, structure: spread.structure, results: results, entry: entry)
}

/// LEGACY's size: fixed contracts, no caps.
private func legacySize(
    _ trade: SizedTrade, confidence: Confidence, use: RiskUse, settings: LegacySettings
) -> (contracts: Int, results: [RuleResult]) {
    let (contracts, size) = legacySizeRule(
        capital: use.capital, confidence: confidence, maxLoss: trade.maxLoss, settings: settings)
    return (contracts, [size, legacyConcentrationRule(trade, use: use)])
}

/// MULTIBOOK's size by tier, then the limits; cut down to the limits where the settings say so.
private func multibookSize(
    _ trade: SizedTrade, confidence: Confidence, use: RiskUse, settings: StrategySettings
) -> (contracts: Int, results: [RuleResult]) {
    let book = trade.book == .primary ? settings.primary : settings.incomePop
    let (fraction, tier) = tierRule(confidence, fractions: book.size)
    guard let fraction else { return (0, [tier]) }
    let (contracts, size) = sizeRule(capital: use.capital, fraction: fraction, maxLoss: trade.maxLoss)
    let limits = limitRules(trade, contracts: max(contracts, 1), use: use, limits: settings.limits)
    let isOver = contracts >= 1 && !limits.allSatisfy { $0.passed == true }
    if isOver, settings.limits.whenOverLimit == .cut {
        for fewer in stride(from: contracts - 1, through: 1, by: -1) {
            let fitting = limitRules(trade, contracts: fewer, use: use, limits: settings.limits)
            guard fitting.allSatisfy({ $0.passed == true }) else { continue }
            let cut = RuleResult(
                .size, true, value: Double(fewer), limit: 1, "\(size.detail), cut to \(fewer) by the limits")
            return (fewer, [tier, cut] + fitting)
        }
    }
    return (contracts, [tier, size] + limits)
}

extension StrategySettings {
    /// The exits of a book; nil for the hedge, which has rules of its own.
    func exits(of book: Book) -> ExitSettings? {
        switch book {
        case .primary: primary.exits
        case .incomePop: incomePop.exits
        case .legacy: legacy.exits
        case .hedge: nil
        }
    }
}
