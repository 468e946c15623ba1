import Dates
import Ledger
import Market
import Options

/// The hedge that is to be bought, with what the rules said of it: [hedge], [data], [dte], [strike], [quote], [size].
func hedgeCandidate(
    requirement: RuleResult, capital: Money, snapshot: MarketSnapshot, settings: StrategySettings
) -> Candidate {
    var results = [requirement]
    func refused() -> Candidate {
        Candidate(book: .hedge, symbol: "VIX", structure: .hedge, results: results, entry: nil)
    }
    guard let vix = snapshot.vix, let chain = snapshot.vixChain else {
        results.append(RuleResult(.data, false, "VIX or its options not shown"))
        return refused()
    }
    results.append(RuleResult(.data, true, "VIX \(decimal(vix, 2)) and its options shown"))
    let (slice, expiration) = hedgeExpiration(chain, today: snapshot.day, settings: settings.hedge)
    results.append(expiration)
    guard let slice else { return refused() }
    let (index, strike) = hedgeStrike(slice, vix: vix, settings: settings.hedge)
    results.append(strike)
    guard let index else { return refused() }
    let contract = OptionContract(
        underlying: "VIX", expiration: slice.expiration, right: .call, strikeThousandths: slice.strikes[index])
    guard let leg = slice.calls.quote(of: Leg(contract: contract, quantity: 1), at: index), leg.bid > 0,
        let ask = Price(leg.ask)
    else {
        results.append(RuleResult(.quote, false, "call \(strikeText(slice.strikes[index])) has no two-sided market"))
        return refused()
    }
    results.append(RuleResult(.quote, true, "bid \(decimal(leg.bid, 2)), ask \(decimal(leg.ask, 2))"))
    let (contracts, size) = hedgeSize(capital: capital, vix: vix, strike: contract.strike, settings: settings.hedge)
    results.append(size)
    guard results.allSatisfy({ $0.passed == true }) else { return refused() }
    let entry = EntryIntent(
        book: .hedge, symbol: "VIX", structure: .hedge, quote: ComboQuote(legs: [leg]), contracts: contracts,
        limit: -ask, expiration: slice.expiration, width: nil,
        maxLoss: ask.total(contracts: contracts) + settings.fees.fees(legs: 1, contracts: contracts),
        confidence: nil, confidenceComponents: [], ivRank: nil, directionalFilterPassed: nil, spot: vix, vix: vix,
        stopRule: "roll at \(settings.hedge.rollDays), closed after \(settings.hedge.idleSessions) idle sessions")
    return Candidate(book: .hedge, symbol: "VIX", structure: .hedge, results: results, entry: entry)
}

/// [dte]: the last listed expiration within the range, so that it is rolled as seldom as may be.
private func hedgeExpiration(
    _ chain: OptionChain, today: Day, settings: HedgeSettings
) -> (slice: OptionChain.Slice?, result: RuleResult) {
    let range = "\(settings.minimumDays)–\(settings.maximumDays)"
    let slice = chain.slices.last {
        (settings.minimumDays...max(settings.minimumDays, settings.maximumDays)).contains(today.days(to: $0.expiration))
    }
    guard let slice else {
        return (nil, RuleResult(.dte, false, limit: Double(settings.maximumDays), "no expiration in \(range) days"))
    }
    let days = today.days(to: slice.expiration)
    return (
        slice,
        RuleResult(
            .dte, true, value: Double(days), limit: Double(settings.maximumDays),
            "\(days) days to \(slice.expiration) (\(range))")
    )
}

/// [strike]: the call nearest to the delta; where none has a delta, the strike nearest to VIX × 1.20.
private func hedgeStrike(
    _ slice: OptionChain.Slice, vix: Double, settings: HedgeSettings
) -> (index: Int?, result: RuleResult) {
    var best: Int?
    for index in slice.strikes.indices where slice.calls.delta[index].isFinite {
        let distance = abs(slice.calls.delta[index] - settings.delta)
        if best.map({ distance < abs(slice.calls.delta[$0] - settings.delta) }) ?? true { best = index }
    }
    if let best {
        let delta = slice.calls.delta[best]
        return (
            best,
            RuleResult(
                .strike, true, value: delta, limit: settings.delta,
                "call \(strikeText(slice.strikes[best])) at Δ \(decimal(delta, 3))")
        )
    }
    let wanted = (vix * settings.strikeOverVIX).rounded()
    guard let index = slice.strikes.index(nearest: wanted * 1000) else {
        return (nil, RuleResult(.strike, false, "no strike listed"))
    }
    let detail = "call \(strikeText(slice.strikes[index])) nearest to \(decimal(wanted, 0)), no delta known"
    return (index, RuleResult(.strike, true, value: Double(slice.strikes[index]) / 1000, limit: wanted, detail))
}

/// [size]: notional ÷ (strike × 100), rounded down but never to nothing: a required hedge of one contract is nearer to
/// the rule than none.
private func hedgeSize(
    capital: Money, vix: Double, strike: Double, settings: HedgeSettings
) -> (contracts: Int, result: RuleResult) {
    let fraction =
        vix < settings.calmVIX
        ? settings.calmNotional : vix > settings.highVIX ? settings.highNotional : settings.usualNotional
    let notional = max(0, capital.dollars * fraction)
    let contracts = capital > .zero ? max(1, Int(notional / (strike * 100))) : 0
    return (
        contracts,
        RuleResult(
            .size, contracts >= 1, value: Double(contracts), limit: 1,
            "notional \(decimal(notional, 2)), \(percent(fraction)) of capital: \(contracts)")
    )
}
