public import Dates

/// One step of the nightly job for one session, as far as it has come.
public struct JobStep: Hashable, Sendable {
    /// How far a step has come. Raw values stand in the history.
    public enum State: String, CaseIterable, Sendable, Codable {
        /// Begun, and not yet ended: what a killed job leaves.
        case begun
        /// Done, and not to be done again.
        case done
        /// Ended with an error; the next run tries again.
        case failed
        /// There was nothing to do.
        case skipped
    }

    /// The session.
    public let day: Day
    /// The step's stable name, such as `gate`.
    public let step: String
    /// How far it has come.
    public let state: State
    /// When that was recorded.
    public let time: Instant
    /// What came out, in a line for a person.
    public let detail: String

    /// One step of a night.
    public init(day: Day, step: String, state: State, time: Instant, detail: String) {
        self.day = day
        self.step = step
        self.state = state
        self.time = time
        self.detail = detail
    }
}
