public import Dates

/// What is to be told, and to whom.
public struct AlertNotice: Hashable, Sendable {
    /// The alert.
    public let alert: Alert
    /// When it was first raised.
    public let since: Instant
    /// When it was over; nil for an alert, a moment for its recovery.
    public let recoveredAt: Instant?
    /// To whom.
    public let channels: [AlertChannel]

    /// A notice.
    public init(alert: Alert, since: Instant, recoveredAt: Instant? = nil, channels: [AlertChannel]) {
        self.alert = alert
        self.since = since
        self.recoveredAt = recoveredAt
        self.channels = channels
    }

    /// `CRITICAL: Mail is not going out`, or `RECOVERED: Mail is not going out`.
    public var headline: String {
        "\(recoveredAt == nil ? alert.severity.rawValue.uppercased() : "RECOVERED"): \(alert.title)"
    }

    /// What is known, and since when.
    public var details: String {
        let first = NewYork.wallTime(since)
        let times = recoveredAt.map { "It lasted from \(first) to \(NewYork.wallTime($0))" } ?? "Since \(first)"
        return "\(alert.body)\n\n\(times) New York."
    }
}
