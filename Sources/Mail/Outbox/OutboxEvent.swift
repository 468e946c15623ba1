/// What happens to a mail in the outbox.
public enum OutboxEvent: Hashable, Sendable {
    /// Somebody would send it now.
    case claim
    /// The end of the message is about to leave in this attempt.
    case ending(attempt: Int)
    /// This attempt is over.
    case finished(attempt: Int, Delivery)
    /// A person wants it sent again, whatever became of it.
    case resend(OutboxEntry.Resend)
    /// The settings or the environment were corrected.
    case resume
}
