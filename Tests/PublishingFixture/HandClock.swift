public import Dates
internal import Synchronization

/// For tests: a clock that stands until it is set.
public final class HandClock: Sendable {
    private let moment: Mutex<Instant>

    /// A clock that shows a moment.
    public init(_ moment: Instant) { self.moment = Mutex(moment) }

    /// What it shows.
    public var now: Instant {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }

    /// Turns it on.
    public func advance(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
