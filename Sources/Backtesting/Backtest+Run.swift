public import Ledger
import Market

extension Backtest {
    /// What the history keeps of the run: `simulate` on a simulated market, `run` on recorded prices, with all
    /// settings. Parameters of the market itself come from whoever made it, as `key=value` lines.
    public func runRecord(seed: UInt64? = nil, marketParameters: [String] = []) throws -> RunRecord {
        let settings =
            try settingsText(strategy, prefix: "strategy") + settingsText(self.settings, prefix: "backtest")
        return RunRecord(
            kind: mode == .simulated ? "simulate" : "run", from: sessions.lowerBound, to: sessions.upperBound,
            initialEquity: initialEquity, share: initialShare, seed: seed, isSynthetic: market.isSynthetic,
            provenance: market.provenance,
            parameters: (settings + marketParameters).sorted().joined(separator: "\n"))
    }
}
