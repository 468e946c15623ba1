/// A rung of the ladder: the share of the desk's capital that MULTIBOOK has. Raw values are per cent.
public enum RolloutStage: Int, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// Nothing: MULTIBOOK is followed in shadow.
    case none = 0
    /// 10 %.
    case tenth = 10
    /// 25 %.
    case quarter = 25
    /// 50 %.
    case half = 50
    /// All of it.
    case whole = 100

    /// The rung of exactly this share, 0–1; nil where there is none.
    public init?(share: Double) {
        guard let stage = Self.allCases.first(where: { abs($0.share - share) < 1e-9 }) else { return nil }
        self = stage
    }

    /// The highest rung that is not above a share.
    public init(atMost share: Double) {
        self = Self.allCases.last { $0.share <= share + 1e-9 } ?? .none
    }

    /// The share, 0–1.
    public var share: Double { Double(rawValue) / 100 }
    /// The rung above; nil at the top.
    public var next: RolloutStage? { Self.allCases.first { $0 > self } }
    /// The rung below; the lowest has itself.
    public var below: RolloutStage { Self.allCases.last { $0 < self } ?? .none }

    /// Whether the first share is less than the second.
    public static func < (first: RolloutStage, second: RolloutStage) -> Bool { first.rawValue < second.rawValue }
}

extension RolloutStage: CustomStringConvertible {
    /// `25 %`.
    public var description: String { "\(rawValue) %" }
}
