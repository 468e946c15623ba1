public import Metrics

/// Checks against limits: what was looked at, what was found, and whether that may be.
public struct ChecksBlock: Hashable, Sendable {
    /// One check.
    public struct Row: Hashable, Sendable {
        /// Page-wide unique anchor, as `check-drawdown`.
        public let anchor: String
        /// What is checked, as in `Portfolio delta`.
        public let title: String
        /// Pass, warn, fail or unknown; met, missed or too early for a target.
        public let verdict: Verdict
        /// The value seen.
        public let value: Value
        /// How it is shown.
        public let format: ValueFormat
        /// What it may be, as in `within ±0.30`; empty for none.
        public let limit: String
        /// What the verdict rests on, in words; empty for none.
        public let evidence: String
        /// Where the evidence can be read: an anchor of the page as `#exposure`, or a relative address; empty for none.
        public let link: String

        /// One check.
        public init(
            anchor: String, title: String, verdict: Verdict, value: Value, format: ValueFormat, limit: String = "",
            evidence: String = "", link: String = ""
        ) {
            self.anchor = anchor
            self.title = title
            self.verdict = verdict
            self.value = value
            self.format = format
            self.limit = limit
            self.evidence = evidence
            self.link = link
        }
    }

    /// Page-wide unique anchor, from the cell's name.
    public let anchor: String
    /// The caption.
    public let title: String
    /// Said below; empty for none.
    public let note: String
    /// The checks in the order of ``Verdict/urgency``, the gravest first; within one verdict as given.
    public let rows: [Row]
    /// Where and how it is shown.
    public var placement: Placement

    /// Checks in any order.
    public init(anchor: String, title: String, note: String = "", rows: [Row], placement: Placement = Placement()) {
        self.anchor = anchor
        self.title = title
        self.note = note
        self.rows = rows.enumerated()
            .sorted { ($0.element.verdict.urgency, $0.offset) < ($1.element.verdict.urgency, $1.offset) }
            .map(\.element)
        self.placement = placement
    }
}
