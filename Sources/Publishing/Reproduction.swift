public import Archive

/// A report that was made again, held against what its manifest says that it was.
public struct Reproduction: Hashable, Sendable {
    /// How a file came out.
    public enum Finding: String, Hashable, Sendable {
        /// To the byte.
        case same
        /// To the byte as it was published; what lies in the archive has been changed since, or is gone.
        case altered = "as published, and changed in the archive"
        /// With other bytes.
        case different
        /// It was not written this time.
        case missing
        /// It was not written then.
        case new
    }

    /// One of its files.
    public struct File: Hashable, Sendable {
        /// Its name within the run's folder.
        public let name: String
        /// How it came out.
        public let finding: Finding
    }

    /// The run.
    public let run: Run
    /// Its files, by name.
    public let files: [File]
    /// What of all that it depends on is otherwise than it was then, in words; empty where everything is the same.
    public let causes: [String]

    /// Whether every file came out to the byte.
    public var isSame: Bool { files.allSatisfy { $0.finding == .same } }
}
