import Ledger
import Market

/// [hedge]: required when vega is below its limit and the mean IV rank of the universe above its own. Not known where
/// a missing value could decide.
func hedgeRequirement(vega: Double?, meanIVRank: Double?, settings: HedgeSettings) -> RuleResult {
    let required = settings.isRequired(vega: vega, meanIVRank: meanIVRank)
    let seen =
        "vega \(vega.map { decimal($0, 0) } ?? "not known"), mean IV rank "
        + (meanIVRank.map { decimal($0, 1) } ?? "not known")
    return RuleResult(
        .hedge, required, value: vega, limit: settings.vegaBelow,
        "\(seen); required below \(decimal(settings.vegaBelow, 0)) and above \(decimal(settings.meanIVRankAbove, 0))")
}

extension HedgeSettings {
    /// Whether a portfolio of this vega, in dollars per volatility point, has to be hedged at this mean IV rank of the
    /// universe, 0–100; nil where a missing value could decide.
    public func isRequired(vega: Double?, meanIVRank: Double?) -> Bool? {
        switch (vega.map { $0 < vegaBelow }, meanIVRank.map { $0 > meanIVRankAbove }) {
        case (false, _), (_, false): false
        case (true, true): true
        default: nil
        }
    }
}

/// The mean IV rank of the symbols of a universe whose rank is known; nil when none is.
func meanIVRank(_ snapshot: MarketSnapshot, universe: [String]) -> Double? {
    let ranks = universe.compactMap { snapshot[$0]?.indicators.ivRank }
    return ranks.isEmpty ? nil : ranks.reduce(0, +) / Double(ranks.count)
}
