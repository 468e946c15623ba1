/// How a desk's mail goes out. Names and passwords are no settings; the environment holds them
/// (``Credentials/userVariable``, ``Webhook/variable``).
public struct MailSettings: Codable, Hashable, Sendable {
    /// `smtp://HOST:PORT` (STARTTLS) or `smtps://HOST:PORT`; empty for a desk without mail.
    public var server = ""
    /// Whether a relay on this machine may be spoken to without encryption.
    public var plainText = false
    /// A PEM file with the authorities that certificates may rest on; empty for those of the system.
    public var authorities = ""
    /// Seconds until a connection must stand.
    public var connectSeconds = 10
    /// Seconds until a transfer must be over.
    public var totalSeconds = 120
    /// The sender, `ThetaDesk <desk@example.com>`.
    public var from = ""
    /// Where answers go; empty for the sender.
    public var replyTo = ""
    /// Who gets the reports.
    public var recipients: [String] = []
    /// Who gets alerts; empty for those who get the reports.
    public var alertRecipients: [String] = []
    /// Seconds after the first, the second, … failed attempt.
    public var retrySeconds = RetrySchedule.standard.delays
    /// Seconds after each later one.
    public var retryEverySeconds = RetrySchedule.standard.thenEvery
    /// Attempts until a mail is given up.
    public var attempts = RetrySchedule.standard.attempts

    /// A desk without mail.
    public init() {}

    /// The server.
    /// - Throws: ``MailError`` with the setting that is wrong.
    public func smtpServer() throws(MailError) -> SMTPServer {
        try SMTPServer(
            server, plainText: plainText, authorities: authorities, connectSeconds: connectSeconds,
            totalSeconds: totalSeconds)
    }

    /// The rules of the outbox. An attempt's lease outlasts the transfer and what is written down around it.
    /// - Throws: ``MailError`` with the setting that is wrong.
    public func outbox() throws(MailError) -> Outbox {
        let schedule = try RetrySchedule(delays: retrySeconds, thenEvery: retryEverySeconds, attempts: attempts)
        return Outbox(schedule: schedule, leaseSeconds: totalSeconds + 300)
    }
}
