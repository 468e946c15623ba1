public import Dates

/// One scalar of one week's review, as it was reported or as it is now.
public struct ReportedFigure: Hashable, Sendable {
    /// The week of the review.
    public let week: ISOWeek
    /// The scalar's stable name.
    public let name: String
    /// The value, in the scalar's unit; nil for an undefined one.
    public let value: Double?

    /// One scalar of one week's review.
    public init(week: ISOWeek, name: String, value: Double?) {
        self.week = week
        self.name = name
        self.value = value
    }
}
