import Mail
import Synchronization

/// A mail server that keeps what it takes, and ends each attempt as it is told; once it was told nothing more, it takes all.
final class Postbox: MailTransport {
    /// How an attempt ends.
    enum Ending: Sendable {
        case accepted, greylisted, refused, wrongPassword
        /// The line broke after the end of the mail had left.
        case broken
    }

    private let endings: Mutex<[Ending]>
    private let kept = Mutex<[MailMessage]>([])
    private let made = Mutex(0)

    init(_ endings: Ending...) { self.endings = Mutex(endings) }

    /// The mails that it has, in the order of their coming.
    var messages: [MailMessage] { kept.withLock { $0 } }
    /// Attempts made.
    var attempts: Int { made.withLock { $0 } }

    func send(_ message: MailMessage, mayEnd: () -> Bool) -> Delivery {
        made.withLock { $0 += 1 }
        switch endings.withLock({ $0.isEmpty ? .accepted : $0.removeFirst() }) {
        case .wrongPassword: return .misconfigured("535 wrong password")
        case .refused: return .permanent(ServerReply(code: 550, text: "no such user"))
        case .greylisted: return .retry(ServerReply(code: 451, text: "later"))
        case .accepted:
            guard mayEnd() else { return .retry(ServerReply(code: 0, text: "withdrawn")) }
            kept.withLock { $0.append(message) }
            return .accepted(ServerReply(code: 250, text: "queued"))
        case .broken:
            guard mayEnd() else { return .retry(ServerReply(code: 0, text: "withdrawn")) }
            return .unknown("the connection broke")
        }
    }
}
