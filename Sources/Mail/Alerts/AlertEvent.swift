/// What happens to a condition.
public enum AlertEvent: Hashable, Sendable {
    /// It was found to be the case, for the first time or again, and these are to know.
    case raised(Alert, channels: [AlertChannel])
    /// It was found not to be the case.
    case recovered
    /// Somebody has been told what is the case.
    case told(AlertChannel)
}
