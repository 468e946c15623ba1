/// The two strategies that the desk runs side by side. Raw values are the names in the history.
public enum StrategyName: String, CaseIterable, Sendable, Codable {
    /// The new, multi-book options-income strategy.
    case multibook = "MULTIBOOK"
    /// The old volatility-spike strategy.
    case legacy = "LEGACY"
}
