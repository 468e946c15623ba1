public import Dates

extension Manifest {
    /// Something that a run read, with the counts and sums by which an auditor recognises it in the source.
    public struct Input: Hashable, Sendable, Codable {
        /// What it is, as in `closed_trades`.
        public var name: String
        /// The SHA-256 of what was read.
        public var sha256: String
        /// Its size; nil where it is no file.
        public var bytes: Int?
        /// How many rows were read.
        public var rows: Int
        /// Sums over the rows, as label and text.
        public var totals: [Fact]
        /// The first day that it speaks of; nil where it speaks of none.
        public var firstDay: Day?
        /// The last day that it speaks of.
        public var lastDay: Day?

        enum CodingKeys: String, CodingKey {
            case name, sha256, bytes, rows, totals
            case firstDay = "first_day"
            case lastDay = "last_day"
        }

        /// Something that a run read.
        public init(
            name: String, sha256: String, bytes: Int? = nil, rows: Int, totals: [Fact] = [], firstDay: Day? = nil,
            lastDay: Day? = nil
        ) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
            self.rows = rows
            self.totals = totals
            self.firstDay = firstDay
            self.lastDay = lastDay
        }
    }

    /// When, where and by whom a run was made.
    public struct Circumstances: Hashable, Sendable {
        /// When the work began.
        public var started: Instant
        /// When the report's files were written.
        public var finished: Instant
        /// The machine.
        public var host: String
        /// The user.
        public var user: String
        /// The command line.
        public var command: String

        /// When, where and by whom.
        public init(started: Instant, finished: Instant, host: String, user: String, command: String) {
            self.started = started
            self.finished = finished
            self.host = host
            self.user = user
            self.command = command
        }
    }
}
