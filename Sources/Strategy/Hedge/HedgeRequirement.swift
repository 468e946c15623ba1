import Ledger
import Market

/// [hedge]: required when vega is below its limit and the mean IV rank of the universe above its own. Not known where
/// a missing value could decide.
func hedgeRequirement(vega: Double?, meanIVRank: Double?, settings: HedgeSettings) -> RuleResult {
    let isShort = vega.map { $0 < settings.vegaBelow }
    let isHigh = meanIVRank.map { $0 > settings.meanIVRankAbove }
    let required: Bool? =
        switch (isShort, isHigh) {
        case (false, _), (_, false): false
        case (true, true): true
        default: nil
        }
    let seen =
        "vega \(vega.map { decimal($0, 0) } ?? "not known"), mean IV rank "
        + (meanIVRank.map { decimal($0, 1) } ?? "not known")
    return RuleResult(
        .hedge, required, value: vega, limit: settings.vegaBelow,
        "\(seen); required below \(decimal(settings.vegaBelow, 0)) and above \(decimal(settings.meanIVRankAbove, 0))")
}

/// The mean IV rank of the symbols of a universe whose rank is known; nil when none is.
func meanIVRank(_ snapshot: MarketSnapshot, universe: [String]) -> Double? {
    let ranks = universe.compactMap { snapshot[$0]?.indicators.ivRank }
    return ranks.isEmpty ? nil : ranks.reduce(0, +) / Double(ranks.count)
}
