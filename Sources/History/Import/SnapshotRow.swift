internal import Input
internal import Ledger

/// Reads one row of a snapshots file.
enum SnapshotRow {
    static let needed = [
        "timestamp", "total_delta", "total_theta", "total_vega", "total_gamma", "day_at_risk", "vix_level",
        "hedge_active",
    ]
    static let optional = ["open_risk", "equity", "mean_iv_rank"]

    /// The snapshot; nil when the row is refused.
    static func read(_ row: inout ImportRow) -> PortfolioSnapshot? {
        let time = row.instant("timestamp", row.required("timestamp"))
        let delta = row.number("total_delta", row.required("total_delta"))
        let theta = row.number("total_theta", row.required("total_theta"))
        let vega = row.number("total_vega", row.required("total_vega"))
        let gamma = row.number("total_gamma", row.required("total_gamma"))
        let dayAtRisk = row.number("day_at_risk", row.required("day_at_risk"))
        if let dayAtRisk, dayAtRisk < 0 {
            row.find(.error, "import.out-of-range", at: "day_at_risk", "is negative")
        }
        // The column must be there, but VIX is not always known.
        let vix = row.number("vix_level", row.optional("vix_level"), in: 0...1000)
        let hedge = row.flag("hedge_active", row.required("hedge_active"))
        let openRisk = row.number("open_risk", row.optional("open_risk"))
        if let openRisk, openRisk < 0 { row.find(.error, "import.out-of-range", at: "open_risk", "is negative") }
        let equity = row.money("equity", row.optional("equity"))
        let ivRank = row.number("mean_iv_rank", row.optional("mean_iv_rank"), in: 0...100)
        guard !row.isRefused, let time, let delta, let theta, let vega, let gamma, let dayAtRisk, let hedge else {
            return nil
        }
        return PortfolioSnapshot(
            time: time, totalDelta: delta, totalTheta: theta, totalVega: vega, totalGamma: gamma,
            dayAtRisk: dayAtRisk, vix: vix, hedgeActive: hedge, openRisk: openRisk, equity: equity,
            meanIVRank: ivRank)
    }
}
