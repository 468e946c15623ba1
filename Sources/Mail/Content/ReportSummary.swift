/// What a mail says about a report: values that were computed and formatted elsewhere.
public struct ReportSummary: Hashable, Sendable {
    /// One of the headline figures.
    public struct Figure: Hashable, Sendable {
        /// What it is, `Net P&L`.
        public let label: String
        /// The number as the report shows it, `$1,234.56`.
        public let text: String
        /// How it stands against its target; nil where it has none.
        public let verdict: Verdict?

        /// A headline figure.
        public init(label: String, text: String, verdict: Verdict? = nil) {
            self.label = label
            self.text = text
            self.verdict = verdict
        }
    }

    /// A judgement in a word, with its colour.
    public struct Verdict: Hashable, Sendable {
        /// What the judgement means for the reader.
        public enum Tone: Hashable, Sendable, CaseIterable {
            /// As it should be.
            case good
            /// Not as it should be.
            case bad
            /// Not decided, or worth a look.
            case open
        }

        /// The word, `met`, with the target where it helps: `missed, target 85%`.
        public let word: String
        /// The colour.
        public let tone: Tone

        /// A judgement.
        public init(_ word: String, _ tone: Tone) {
            self.word = word
            self.tone = tone
        }
    }

    /// A check that failed or could not be made.
    public struct FailedCheck: Hashable, Sendable {
        /// Which check.
        public let title: String
        /// The value seen and the limit.
        public let detail: String

        /// A check that failed.
        public init(title: String, detail: String) {
            self.title = title
            self.detail = detail
        }
    }

    /// Where the archive's log stood when the report was entered. A reader's mailbox is out of the writer's reach, so this is
    /// a witness to what the archive then held.
    public struct Witness: Hashable, Sendable {
        /// The number of entries in the log.
        public let size: Int
        /// The digest of its last entry.
        public let head: String

        /// A state of the archive's log.
        public init(size: Int, head: String) {
            self.size = size
            self.head = head
        }
    }

    /// The report's title, `Weekly review`.
    public var title: String
    /// What the subject begins with, `Weekly`.
    public var label: String
    /// What the report covers, `2025-W47`.
    public var period: String
    /// The decision in a few words, `HOLD at 25 %`; nil for a report that takes none.
    public var decision: String?
    /// What the report comes to, `Gain, 4 of 5 KPIs missed`; nil where the decision says it.
    public var headline: String?
    /// What happened, in a sentence or two of plain text.
    public var lead: String?
    /// The headline figures.
    public var figures: [Figure] = []
    /// The checks that failed.
    public var failedChecks: [FailedCheck] = []
    /// Why the report is not whole; nil for one that is. Said first, in the subject too.
    public var failure: String?
    /// What a reader must know before the figures, such as that prices are synthetic.
    public var notice: String?
    /// The report's page: an address, or a path in the archive.
    public var page: String?
    /// The digest of what the report was made from, or the beginning of it.
    public var inputID: String
    /// Where the archive's log stood; nil for a report outside of it.
    public var witness: Witness?

    /// A summary of a report; what it has besides is set afterwards.
    public init(title: String, label: String, period: String, inputID: String) {
        self.title = title
        self.label = label
        self.period = period
        self.inputID = inputID
    }
}
