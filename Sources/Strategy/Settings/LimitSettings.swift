/// What a sleeve may risk, as fractions of its capital.
public struct LimitSettings: Hashable, Sendable, Codable {
    /// What becomes of a trade that does not fit a limit whole.
    public enum Policy: String, CaseIterable, Sendable, Codable {
        /// It is refused.
        case refuse
        /// It is sized down until it fits; refused when not one contract fits.
        case cut
    }

    /// What becomes of a trade that does not fit; `refuse` by default.
    public var whenOverLimit = Policy.refuse
    /// Maximum loss of everything opened on one trading day; 0.10 by default.
    public var maximumDayRisk = 0.10
    /// Maximum loss of everything open; 0.50 by default.
    public var maximumOpenRisk = 0.50
    /// Maximum loss of everything open in one symbol; 0.20 by default.
    public var maximumSymbolRisk = 0.20
    /// INCOME_POP positions held at once; 5 by default.
    public var maximumIncomePopPositions = 5
    /// Net dollar delta in magnitude; 0.30 by default.
    public var maximumDelta = 0.30

    /// The desk's limits.
    public init() {}
}
