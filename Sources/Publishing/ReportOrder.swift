public import Archive
public import Dates
public import Notebooks

/// A report that somebody wants in the archive.
public struct ReportOrder: Sendable {
    /// The notebook.
    public var template: Template
    /// What the report is about.
    public var period: Period
    /// The date that it takes for today. A report about a week that has passed is made as of its last session.
    public var asOf: Day
    /// Parameters by name, as text; those with a default may be left out.
    public var parameters: [String: String]
    /// Why it is made anew, in a person's words; nil where nobody says. What changed is said in any case.
    public var reason: String?

    /// A report of a notebook about a period.
    public init(
        _ template: Template, about period: Period, asOf: Day, parameters: [String: String] = [:],
        reason: String? = nil
    ) {
        self.template = template
        self.period = period
        self.asOf = asOf
        self.parameters = parameters
        self.reason = reason
    }
}
