/// A way for a mail to leave.
public protocol MailTransport: Sendable {
    /// Delivers a mail and waits for the answer. The call blocks; it does not belong on a thread of the concurrency pool.
    ///
    /// - Parameter mayEnd: Asked once, before the last bytes leave, whether they may. Once it has said yes, the mail may
    ///   have been accepted whatever happens next; where it says no, the mail is withdrawn and nobody gets it.
    func send(_ message: MailMessage, mayEnd: () -> Bool) -> Delivery
}
