/// How wide a spread may be, and how much of its width it must bring in.
public struct CreditSettings: Hashable, Sendable, Codable {
    /// What becomes of a credit below the target.
    public enum Policy: String, CaseIterable, Sendable, Codable {
        /// The width whose credit comes nearest to the target is taken; only the floor refuses.
        case nearest
        /// The target is a floor itself.
        case require
    }

    /// What becomes of a credit below the target; `nearest` by default.
    public var policy = Policy.nearest
    /// Credit ÷ width that the plan wants; 0.20 by default.
    public var target = 0.20
    /// The least credit ÷ width of a vertical; 0.08 by default.
    public var verticalFloor = 0.08
    /// The least credit ÷ width of a condor; 0.16 by default.
    public var condorFloor = 0.16
    /// The least width in dollars; 2 by default. At a width of one dollar the fees of opening and closing eat a
    /// quarter of a usual credit.
    public var minimumWidth = 2.0
    /// The greatest width in dollars; 10 by default.
    public var maximumWidth = 10.0

    /// The desk's policy.
    public init() {}
}
