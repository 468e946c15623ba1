import Mail
import Synchronization

/// A transport that does as it is told, and counts.
final class ScriptedTransport: MailTransport {
    /// One attempt: what it ends with, and whether the end of the mail leaves before that.
    struct Step: Sendable {
        var delivery: Delivery
        var hasEnd = true

        static let accepted = Step(delivery: .accepted(ServerReply(code: 250, text: "queued")))
        static let greylisted = Step(delivery: .retry(ServerReply(code: 451, text: "later")))
        static let refused = Step(delivery: .permanent(ServerReply(code: 550, text: "no such user")), hasEnd: false)
        static let wrongPassword = Step(delivery: .misconfigured("wrong password"), hasEnd: false)
        static let broken = Step(delivery: .unknown("connection broke"))
    }

    private let steps: Mutex<[Step]>
    private let made = Mutex(0)

    init(_ steps: [Step]) { self.steps = Mutex(steps) }

    /// Attempts made.
    var attempts: Int { made.withLock { $0 } }

    func send(_ message: MailMessage, mayEnd: () -> Bool) -> Delivery {
        made.withLock { $0 += 1 }
        let step = steps.withLock { $0.isEmpty ? .accepted : $0.removeFirst() }
        if step.hasEnd, !mayEnd() { return .retry(ServerReply(code: 0, text: "withdrawn")) }
        return step.delivery
    }
}
