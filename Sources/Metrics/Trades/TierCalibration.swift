public import Ledger

/// What the confidence score promised against what happened, tier by tier.
///
/// The prediction is the score ÷ 100, read as the probability of a win. A score need not be a probability; this shows how
/// far it is one.
public struct TierCalibration: Hashable, Sendable {
    /// One tier.
    public struct Tier: Hashable, Sendable {
        /// The tier.
        public let tier: ConfidenceTier
        /// Wins among its closed trades.
        public let realized: Proportion
        /// Mean of score ÷ 100.
        public let predicted: Figure
        /// Mean of (score ÷ 100 − outcome)², the outcome 1 for a win: 0 is perfect, 0.25 is what a coin earns.
        public let brier: Figure
    }

    /// The tiers, from the lowest; those without trades have undefined figures.
    public let tiers: [Tier]
    /// The Brier score of all scored trades. Source: Brier, "Verification of Forecasts", Monthly Weather Review 78
    /// (1950).
    public let brier: Figure
    /// What always predicting the overall win rate would score: p(1 − p).
    public let reference: Figure
    /// One-sided p-value of the Cochran–Armitage test that higher tiers win more.
    public let trend: Figure
    /// Whether each tier with enough trades won at least as often as the one below; nil with fewer than two such tiers.
    public let isMonotone: Bool?
    /// Trades that a tier needs to be compared.
    public let minimum: Int

    /// Calibration over closed trades; those without a score are left out.
    public init(_ trades: some Sequence<ClosedTrade>, minimum: Int = 20) {
        let tiersInOrder = ConfidenceTier.allCases
        var sums = [Sums](repeating: Sums(), count: tiersInOrder.count)
        for trade in trades {
            guard let score = trade.confidence else { continue }
            let prediction = Double(score) / 100
            let outcome = trade.pnl > .zero ? 1.0 : 0
            guard let index = tiersInOrder.firstIndex(of: ConfidenceTier(score: score)) else { continue }
            sums[index].trades += 1
            sums[index].wins += Int(outcome)
            sums[index].predicted += prediction
            sums[index].squared += (prediction - outcome) * (prediction - outcome)
        }
        self.minimum = minimum
        func mean(_ sum: Double, _ n: Int) -> Figure {
            n > 0 ? .value(sum / Double(n), n: n) : .undefined(.noData, n: 0)
        }
        tiers = zip(tiersInOrder, sums).map { tier, sum in
            Tier(
                tier: tier, realized: Proportion(sum.wins, of: sum.trades), predicted: mean(sum.predicted, sum.trades),
                brier: mean(sum.squared, sum.trades))
        }
        let count = sums.reduce(0) { $0 + $1.trades }
        brier = mean(sums.reduce(0) { $0 + $1.squared }, count)
        reference = Proportion(sums.reduce(0) { $0 + $1.wins }, of: count).share.map { $0 * (1 - $0) }
        trend = TrendTest.risingShare(tiers.map(\.realized))
        let shares = tiers.filter { $0.realized.trials >= minimum }.compactMap(\.realized.share.value)
        isMonotone = shares.count < 2 ? nil : zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }
    }
}

/// What the trades of one tier add up to.
private struct Sums {
    var trades = 0
    var wins = 0
    var predicted = 0.0
    var squared = 0.0
}
