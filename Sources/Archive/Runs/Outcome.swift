/// What a run came to, as the index shows it.
public struct Outcome: Hashable, Sendable, Codable {
    /// The report's title, as in `Weekly review 2026-W31`.
    public var title: String
    /// What it says, in one line.
    public var headline: String
    /// The rollout gate's decision in a word, such as `HOLD`; nil for a report without one.
    public var decision: String?
    /// The report's verdict in a word, such as `met`; nil for a report without one.
    public var verdict: String?
    /// MULTIBOOK's share of capital in force, 0–1; nil for a report that does not state it.
    public var share: Double?
    /// How many checks failed.
    public var failed: Int
    /// How many checks could not be evaluated.
    public var unknown: Int

    /// What a run came to.
    public init(
        title: String, headline: String, decision: String? = nil, verdict: String? = nil, share: Double? = nil,
        failed: Int = 0, unknown: Int = 0
    ) {
        self.title = title
        self.headline = headline
        self.decision = decision
        self.verdict = verdict
        self.share = share
        self.failed = failed
        self.unknown = unknown
    }
}
