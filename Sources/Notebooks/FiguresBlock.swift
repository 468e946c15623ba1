public import Metrics

/// Big numbers, each with its target and verdict.
public struct FiguresBlock: Hashable, Sendable {
    /// One big number.
    public struct Item: Hashable, Sendable {
        /// What it is, as in `Win rate`.
        public let label: String
        /// The value.
        public let value: Value
        /// How it is shown.
        public let format: ValueFormat
        /// A line below it: interval, n, comparison; empty for none.
        public let note: String
        /// What it should be, as in `> 85 %`; empty for none.
        public let target: String
        /// Met, missed or too early; nil when there is no target.
        public let verdict: Verdict?
        /// The value over time, oldest first, with gaps where there was none; empty for none.
        public let trend: [Double?]

        /// One big number.
        public init(
            label: String, value: Value, format: ValueFormat, note: String = "", target: String = "",
            verdict: Verdict? = nil, trend: [Double?] = []
        ) {
            self.label = label
            self.value = value
            self.format = format
            self.note = note
            self.target = target
            self.verdict = verdict
            self.trend = trend
        }
    }

    /// Page-wide unique anchor, from the cell's name.
    public let anchor: String
    /// Heading of the group; empty for none.
    public let title: String
    /// The numbers, in order.
    public let items: [Item]
    /// Where and how it is shown.
    public var placement: Placement

    /// Big numbers under a title.
    public init(anchor: String, title: String, items: [Item], placement: Placement = Placement()) {
        self.anchor = anchor
        self.title = title
        self.items = items
        self.placement = placement
    }
}
