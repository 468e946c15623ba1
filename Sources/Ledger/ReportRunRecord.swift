public import Dates

/// A report that was rendered and put into the archive: what the history remembers of it.
public struct ReportRunRecord: Hashable, Sendable {
    /// The kind of report, such as `weekly`.
    public let report: String
    /// The date that it took for today.
    public let asOf: Day
    /// Its parameters by name, as text.
    public let parameters: [String: String]
    /// The digest over everything that it rests on: the input id.
    public let digest: String
    /// Its place in the archive, such as `2026/W31/weekly/r1`.
    public let place: String
    /// Its single figures, as JSON.
    public let scalars: String
    /// When it was put there.
    public let recordedAt: Instant

    /// A report that was rendered.
    public init(
        report: String, asOf: Day, parameters: [String: String], digest: String, place: String, scalars: String,
        recordedAt: Instant
    ) {
        self.report = report
        self.asOf = asOf
        self.parameters = parameters
        self.digest = digest
        self.place = place
        self.scalars = scalars
        self.recordedAt = recordedAt
    }
}
