/// The level of VIX at entry. The borders are those at which the hedge rule changes its size.
public enum VIXRegime: String, CaseIterable, Sendable, Codable {
    /// Below 15 points.
    case low = "<15"
    /// From 15 to 25 points, both included.
    case middle = "15-25"
    /// Above 25 points.
    case high = ">25"

    /// The regime of a level in points; nil for a level that is not a number.
    public init?(level: Double) {
        guard level.isFinite else { return nil }
        self = level < 15 ? .low : level <= 25 ? .middle : .high
    }
}
