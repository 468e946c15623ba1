/// Takes notices to the channels that a desk has.
public struct AlertDispatcher {
    /// How mail about alerts goes out.
    public struct Mail: Sendable {
        let transport: any MailTransport
        let from: MailAddress
        let recipients: [MailAddress]

        /// Mail from a sender to some recipients.
        public init(transport: any MailTransport, from: MailAddress, recipients: [MailAddress]) {
            self.transport = transport
            self.from = from
            self.recipients = recipients
        }
    }

    private let log: (String) -> Void
    private let mail: Mail?
    private let webhook: Webhook?

    /// A dispatcher with the channels that there are; the log is always there.
    ///
    /// - Parameter log: Writes a line.
    public init(log: @escaping (String) -> Void, mail: Mail? = nil, webhook: Webhook? = nil) {
        self.log = log
        self.mail = mail
        self.webhook = webhook
    }

    /// The channels on which this desk can tell.
    public var channels: [AlertChannel] {
        AlertChannel.allCases.filter { channel in
            switch channel {
            case .log: true
            case .mail: mail.map { !$0.recipients.isEmpty } ?? false
            case .webhook: webhook != nil
            }
        }
    }

    /// Tells a notice on each of its channels, and how that ended. Blocks. Only what was accepted has been told
    /// (``AlertEvent/told(_:)``): an alert that comes twice is better than one that never comes.
    public func tell(_ notice: AlertNotice) -> [(channel: AlertChannel, delivery: Delivery)] {
        notice.channels.map { channel in
            switch channel {
            case .log:
                log(notice.logLine)
                return (channel, .accepted(ServerReply(code: 0, text: "written")))
            case .mail: return (channel, mail.map { send(notice, by: $0) } ?? .misconfigured("no mail is set up"))
            case .webhook: return (channel, webhook?.post(notice) ?? .misconfigured("no webhook is set up"))
            }
        }
    }

    /// Somebody knows as soon as one recipient's mail is accepted; otherwise the last failure is the outcome.
    private func send(_ notice: AlertNotice, by mail: Mail) -> Delivery {
        var outcome = Delivery.misconfigured("no mail is set up")
        for recipient in mail.recipients {
            do {
                let message = try notice.message(from: mail.from, to: recipient, host: mail.from.host)
                let delivery = mail.transport.send(message) { true }
                if case .accepted = outcome { continue }
                outcome = delivery
            } catch {
                outcome = .misconfigured(error.description)
            }
        }
        return outcome
    }
}
