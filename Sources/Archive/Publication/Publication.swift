/// What became of a draft.
public enum Publication: Hashable, Sendable {
    /// It is in the archive.
    case published(Run)
    /// The run that counts was made from the same inputs: nothing was added.
    case unchanged(Run)

    /// The run in the archive.
    public var run: Run {
        switch self {
        case .published(let run), .unchanged(let run): run
        }
    }
}
