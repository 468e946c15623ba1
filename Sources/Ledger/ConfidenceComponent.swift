/// One summand of a confidence score.
public struct ConfidenceComponent: Hashable, Sendable, Codable {
    /// A stable name, such as `iv-rank` or `day-move`.
    public let name: String
    /// Points, negative for a deduction.
    public let points: Int

    /// A summand with a stable name and its points.
    public init(name: String, points: Int) {
        self.name = name
        self.points = points
    }
}
