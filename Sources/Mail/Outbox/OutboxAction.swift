/// What is to be done after an event.
public enum OutboxAction: Hashable, Sendable {
    /// Send it, under the number of this attempt.
    case send(attempt: Int)
    /// The end of the message may leave.
    case goOn
    /// The attempt has lost its right to the mail: its end must not leave.
    case withdraw
    /// Nothing; the entry's state says what is known and what is due.
    case rest
}
