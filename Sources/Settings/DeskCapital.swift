/// What the desk begins a backtest with.
public struct DeskCapital: Codable, Hashable, Sendable {
    /// The desk's equity before the first session, dollars; 500,000 by default.
    public var equity = 500_000.0
    /// MULTIBOOK's share of it, 0–1; one half by default. LEGACY has the rest.
    public var share = 0.5

    /// The defaults.
    public init() {}
}
