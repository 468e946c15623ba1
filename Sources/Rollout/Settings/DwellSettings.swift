/// The fewest sessions that MULTIBOOK spends at each stage before the next.
public struct DwellSettings: Hashable, Sendable, Codable {
    /// At 10 %; 3 by default.
    public var at10 = 3
    /// At 25 %; 4 by default.
    public var at25 = 4
    /// At 50 %; 3 by default.
    public var at50 = 3
    /// At 100 %, after which a fall from there is forgotten; 4 by default.
    public var at100 = 4
    /// How often roll-backs may double them: the largest factor; 8 by default.
    public var largestFactor = 8

    /// The plan's stages.
    public init() {}

    /// Sessions at a stage, before any doubling; none at 0 %, where approvals count and time does not.
    public func sessions(at stage: RolloutStage) -> Int {
        switch stage {
        case .none: 0
        case .tenth: at10
        case .quarter: at25
        case .half: at50
        case .whole: at100
        }
    }

    var isValid: Bool { [at10, at25, at50, at100].allSatisfy { $0 >= 0 } && largestFactor >= 1 }
}
