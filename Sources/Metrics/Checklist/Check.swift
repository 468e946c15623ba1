/// One thing that was held against its limit: what was looked at, what was found, and what that rests on.
public struct Check: Hashable, Sendable {
    /// The stable identifier, such as `portfolio-delta`.
    public let key: String
    /// What a reader calls it.
    public let title: String
    /// What was found.
    public let verdict: CheckVerdict
    /// The value seen, or why there is none.
    public let value: Value
    /// What the value is measured in.
    public let unit: Unit
    /// What it may be, in words.
    public let limit: String
    /// What the verdict rests on, in a sentence without a full stop.
    public let evidence: String
    /// Where the evidence stands in the report, such as `#exposure`; empty for nowhere.
    public let link: String

    /// One check.
    public init(
        key: String, title: String, verdict: CheckVerdict, value: Value, unit: Unit, limit: String, evidence: String,
        link: String = ""
    ) {
        self.key = key
        self.title = title
        self.verdict = verdict
        self.value = value
        self.unit = unit
        self.limit = limit
        self.evidence = evidence
        self.link = link
    }

    /// The columns of a dataset of checks.
    static let columns: [DatasetDefinition.Column] = [
        .init("check", .text, "What was looked at"),
        .init("verdict", .text, "pass, warn, fail or unknown; unknown is never a pass"),
        .init("value", .ratio, "The value seen, in the row's own unit"),
        .init("limit", .text, "What it may be"),
        .init("evidence", .text, "What the verdict rests on"),
        .init("unit", .text, "What the row's value is measured in"),
        .init("link", .text, "Where the evidence stands in the report"),
        .init("key", .text, "A stable identifier of the check"),
    ]

    /// One cell a column of ``columns``.
    var cells: [Value] {
        [
            .text(title), .text(verdict.rawValue), value, .text(limit), .text(evidence), .text(unit.rawValue),
            .text(link), .text(key),
        ]
    }
}
