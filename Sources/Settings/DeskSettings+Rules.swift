internal import Backtesting
internal import Foundation
internal import Input
internal import Rollout
internal import Strategy

extension DeskSettings {
    /// What every number of the file may be, and the texts that have a form. Wide enough for any desk; what lies outside
    /// is a slip of the hand, and would end in an answer that means nothing.
    public static let rules = SettingRules(
        numbers: numbers,
        texts: [
            "mail.server": server, "reports.address": address,
            "strategy.*.universe.*": symbol,
            "recorded.symbols.*": symbol,
        ], words: words)

    private static let words: [String: [String]] = [
        "gate.evidence": names(GateSettings.EvidenceRole.self), "gate.claim": names(EvidenceClaim.self),
        "backtest.fills.level": names(FillSettings.Level.self),
        "strategy.credit.policy": names(CreditSettings.Policy.self),
        "strategy.limits.whenOverLimit": names(LimitSettings.Policy.self),
    ]

    private static func names<Name: RawRepresentable & CaseIterable>(_ type: Name.Type) -> [String]
    where Name.RawValue == String { Name.allCases.map(\.rawValue) }

    @Sendable private static func symbol(_ text: String) -> String? {
        let isSymbol = (1...6).contains(text.utf8.count) && text.utf8.allSatisfy { (65...90).contains($0) || $0 == 46 }
        return isSymbol ? nil : "must be a symbol such as SPY, not '\(Excerpt.of(text))'"
    }

    private static let numbers = [desk, strategy, simulation, surface, review, operations]
        .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

    private static let fraction = 0.0...1.0
    /// A fraction that leaves something of the rest.
    private static let part = 0.0...0.999
    private static let rank = 0.0...100.0
    private static let days = 0.0...366.0
    private static let sessions = 1.0...1_260.0
    private static let multiple = 0.0...100.0
    private static let points = -100.0...100.0

    private static let desk: [String: ClosedRange<Double>] = [
        "desk.equity": 1...1e9, "desk.share": fraction, "backtest.fills.*": 0...5,
    ]

    private static let strategy: [String: ClosedRange<Double>] = [
        "strategy.blackoutHours": 0...720, "strategy.condorFromIVRank": rank,
        "strategy.maximumQuoteAge": 1...86_400, "strategy.maximumQuoteWidth": 0...2,
        "strategy.fees.*": 0...100,
        "strategy.*.minimumIVRank": rank, "strategy.*.shortDelta.*": fraction, "strategy.*.size.*": fraction,
        "strategy.*.daysToExpiration.*": days, "strategy.*.exits.profitTarget": fraction,
        "strategy.*.exits.stopLoss": multiple, "strategy.*.exits.timeStop": days,
        "strategy.*.exits.deltaBreach": fraction,
        "strategy.legacy.minimumDayMove": fraction, "strategy.legacy.strikeDistance": fraction,
        "strategy.legacy.width": 0.5...1_000, "strategy.legacy.contracts": 1...10_000,
        "strategy.legacy.contractsFromConfidence80": 1...10_000,
        "strategy.credit.target": fraction, "strategy.credit.verticalFloor": fraction,
        "strategy.credit.condorFloor": fraction,
        "strategy.credit.minimumWidth": 0.5...1_000, "strategy.credit.maximumWidth": 0.5...1_000,
        "strategy.limits.maximumDayRisk": fraction, "strategy.limits.maximumOpenRisk": fraction,
        "strategy.limits.maximumSymbolRisk": fraction, "strategy.limits.maximumDelta": multiple,
        "strategy.limits.maximumIncomePopPositions": 0...1_000,
        "strategy.hedge.vegaBelow": -1e9...0, "strategy.hedge.meanIVRankAbove": rank,
        "strategy.hedge.calmVIX": 0...1_000, "strategy.hedge.highVIX": 0...1_000,
        "strategy.hedge.calmNotional": fraction, "strategy.hedge.usualNotional": fraction,
        "strategy.hedge.highNotional": fraction, "strategy.hedge.delta": fraction,
        "strategy.hedge.strikeOverVIX": 0.1...10, "strategy.hedge.minimumDays": days,
        "strategy.hedge.maximumDays": days, "strategy.hedge.rollDays": days, "strategy.hedge.idleSessions": sessions,
        "strategy.confidence.*": points, "strategy.confidence.*.*.points": points,
        "strategy.confidence.ivRank.*.from": rank, "strategy.confidence.dayMove.*.from": fraction,
        "strategy.confidence.momentumRSI": 50...100, "strategy.confidence.momentumDistance": fraction,
        "strategy.confidence.targetDays": days, "strategy.confidence.eventDays": days,
        "strategy.confidence.highVIX": 0...1_000,
    ]

    private static let simulation: [String: ClosedRange<Double>] = [
        "simulation.warmUpSessions": 252...2_520, "simulation.rate": -0.1...0.5,
        "simulation.overnightShare": part, "simulation.ownOutlierChance": part,
        "simulation.ownVolatilityReversion": 0.001...250, "simulation.ownVolatilityOfVolatility": 0...20,
        "simulation.volumePersistence": part, "simulation.volumeElasticity": -10...10,
        "simulation.ownCorrelations.*.*": -1...1,
        "simulation.market.drift": -1...1, "simulation.market.logLevel": -6...1,
        "simulation.market.slowReversion": 0.001...250, "simulation.market.fastReversion": 0.001...250,
        "simulation.market.slowVolatility": 0...20, "simulation.market.fastVolatility": 0...20,
        "simulation.market.slowCorrelation": -1...1, "simulation.market.fastCorrelation": -1...1,
        "simulation.market.stressLevel": -5...5, "simulation.market.calmToStress": 0.001...250,
        "simulation.market.stressToCalm": 0.001...250, "simulation.market.jumpRate": 0...251,
        "simulation.market.jumpMean": -20...20, "simulation.market.jumpDeviation": 0...20,
        "simulation.market.jumpLift": 0...10, "simulation.market.variancePremium": 0.001...10,
        "simulation.funds.*.initialPrice": 0.01...10_000, "simulation.funds.*.beta": -10...10,
        "simulation.funds.*.ownVolatility": 0...5, "simulation.funds.*.ownElasticity": -10...10,
        "simulation.funds.*.ownDrift": -1...1, "simulation.funds.*.dividendYield": part,
        "simulation.funds.*.dividendsPerYear": 4...12, "simulation.funds.*.exDateOffset": -31...31,
        "simulation.funds.*.volume": 1...1e12, "simulation.funds.*.volumeNoise": 0...5,
        "recorded.realizedSessions": 2...1_260, "recorded.leastRatio": 0.001...1, "recorded.greatestRatio": 1...10,
        "recorded.distantVolatility": 0.001...5, "recorded.termReversion": 0.001...250,
        "recorded.ratesByYear.*": -0.1...0.5,
        "recorded.otherRate": -0.1...0.5, "recorded.dividendNotice": 0...60,
    ]

    /// The chains of both markets, simulated and recorded.
    private static let surface: [String: ClosedRange<Double>] = [
        "*.surface.otherSkew": multiple, "*.surface.skews.*": multiple,
        "*.surface.otherSmallestIncrement": 0.01...100, "*.surface.smallestIncrements.*": 0.01...100,
        "*.surface.smile.*": -100...100, "*.surface.spread.floor": fraction,
        "*.surface.spread.intrinsicShare": fraction, "*.surface.spread.rootCoefficient": fraction,
        "*.surface.spread.otherMultiple": multiple, "*.surface.spread.multiples.*": multiple,
        "*.surface.volatilityIndexOptions.fastVariance": 0...10,
        "*.surface.volatilityIndexOptions.fastYears": 0...10, "*.surface.volatilityIndexOptions.meanLevel": 1...200,
        "*.surface.volatilityIndexOptions.premium": 0...10, "*.surface.volatilityIndexOptions.slowRate": 0...250,
        "*.surface.volatilityIndexOptions.slowVariance": 0...10,
        "*.surface.volatilityIndexOptions.smallestIncrement": 0.01...100,
        "*.surface.volatilityIndexOptions.weeklyDays": days, "*.surface.volatilityIndexOptions.smile.*": -100...100,
    ]

    private static let review: [String: ClosedRange<Double>] = [
        "review.checklist.snapshotMinutes": 1...10_080, "review.checklist.warningShare": fraction,
        "review.creditToWidth": fraction, "review.riskFreeRate": -0.1...0.5,
        "review.minimumGrowthDays": 1...3_660, "review.minimumReturns": 2...100_000,
        "review.minimumTailReturns": 2...100_000, "review.minimumTrades": 1...100_000,
        "review.sessionsPerMonth": 1...31, "review.sessionsPerYear": 1...366,
        "review.targets.maxDrawdown": fraction, "review.targets.winRate": fraction,
        "review.targets.sharpe": -100...100, "review.targets.meanPnLFrom": -1e9...1e9,
        "review.targets.meanPnLTo": -1e9...1e9, "review.targets.tradesPerMonthFrom": 0...100_000,
        "review.targets.tradesPerMonthTo": 0...100_000,
    ]

    private static let operations: [String: ClosedRange<Double>] = [
        "gate.alpha": 0.001...0.249, "gate.margin": fraction, "gate.firstLook": 2...1_000, "gate.tunedFor": 2...1_000,
        "gate.resamples": 0...100_000, "gate.maximumDrawdown": 0.001...0.999, "gate.unhealthySessions": sessions,
        "gate.dwell.largestFactor": 1...1_000, "gate.dwell.*": 0...1_260, "gate.paperHaircut": 0...10,
        "gate.maximumOverrideDays": 1...366,
        "mail.connectSeconds": 1...3_600, "mail.totalSeconds": 1...86_400, "mail.retrySeconds.*": 1...31_536_000,
        "mail.retryEverySeconds": 1...31_536_000, "mail.attempts": 1...1_000, "reports.mailDays": 0...3_660,
    ]

    /// The whole form is checked where mail goes out; another scheme is a slip that shows at once. An address with a
    /// name in it is left to that check, which does not repeat a password.
    @Sendable private static func server(_ text: String) -> String? {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard !text.isEmpty, !text.contains("@"), !["smtp", "smtps"].contains(scheme) else { return nil }
        // What follows a question mark may be a secret.
        return
            "must read smtp://HOST:PORT or smtps://HOST:PORT, not '\(Excerpt.of(text.prefix { !"?#".contains($0) }))'"
    }

    @Sendable private static func address(_ text: String) -> String? {
        let parts = URLComponents(string: text)
        let isWeb = ["http", "https"].contains(parts?.scheme?.lowercased() ?? "") && parts?.host?.isEmpty == false
        guard parts?.user == nil, parts?.password == nil, !(parts == nil && text.contains("@")) else {
            return "must not hold a name or a password: every mail shows it"
        }
        return text.isEmpty || isWeb
            ? nil : "must read https://HOST/ or be left empty, not '\(Excerpt.of(text.prefix { !"?#".contains($0) }))'"
    }
}
