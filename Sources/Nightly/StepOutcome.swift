/// What came of a step.
public struct StepOutcome: Hashable, Sendable {
    /// How it ended.
    public enum State: Hashable, Sendable {
        /// Done, and all is well.
        case done
        /// Done, and somebody should look at what it found.
        case attention
        /// Not at its end, such as a mail that waits: the next run goes on with it.
        case unfinished
        /// There was nothing to do.
        case skipped
    }

    /// How it ended.
    public let state: State
    /// What came out, in a line for a person.
    public let detail: String

    /// What came of a step.
    public init(_ state: State, _ detail: String) {
        self.state = state
        self.detail = detail
    }
}
