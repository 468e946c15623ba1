/// Everything about the desk that a decision may see.
public struct PortfolioState: Hashable, Sendable {
    /// The sleeves in the order in which they decide.
    public var sleeves: [Sleeve]
    /// Whether the kill switch bars openings. Exits go on.
    public var isHalted: Bool

    /// The desk's sleeves and its kill switch.
    public init(sleeves: [Sleeve], isHalted: Bool = false) {
        self.sleeves = sleeves
        self.isHalted = isHalted
    }
}
