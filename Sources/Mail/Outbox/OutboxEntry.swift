public import Dates

/// One mail in the outbox: what became of it until now.
public struct OutboxEntry: Hashable, Sendable, Codable {
    /// Where a mail stands.
    public enum State: Hashable, Sendable, Codable {
        /// Waits for its first attempt, or for another that was asked for.
        case queued
        /// Somebody is sending it. `attempt` is theirs alone; `until` ends their right to it; `hasEnded` says that the end of
        /// the message may have left.
        case sending(attempt: Int, until: Instant, hasEnded: Bool)
        /// The server has it. The last state, unless somebody asks for another mail.
        case sent(at: Instant, reply: ServerReply)
        /// The server did not take it; the next attempt is due at a moment.
        case retry(at: Instant, reply: ServerReply)
        /// The server refuses it, or all attempts are used up.
        case failed(at: Instant, reply: ServerReply)
        /// Nobody knows whether the server has it. It is never sent again by itself.
        case unknown(at: Instant, reason: String)
        /// The settings or the environment must be corrected first.
        case stopped(at: Instant, reason: String)
    }

    /// A person's wish that a mail be sent again.
    public struct Resend: Hashable, Sendable, Codable {
        /// Who wishes it.
        public let person: String
        /// Why.
        public let reason: String
        /// When.
        public let at: Instant

        /// A wish to send again, with the name behind it.
        /// - Throws: ``MailError`` where nobody or nothing is named.
        public init(person: String, reason: String, at: Instant) throws(MailError) {
            for (what, text) in [("person", person), ("reason", reason)]
            where !text.contains(where: { !$0.isWhitespace }) {
                throw .invalid(what: "resend's \(what)", value: text, rule: "must be named, because it is recorded")
            }
            self.person = person
            self.reason = reason
            self.at = at
        }
    }

    /// Which mail.
    public let key: OutboxKey
    /// The name that the mail bears, whenever it is sent.
    public let messageID: String
    /// When it was first asked for.
    public let requestedAt: Instant
    /// Where it stands.
    public var state = State.queued
    /// Attempts ever made; the number of the last one.
    public var attempts = 0
    /// Attempts that failed for now since it was queued.
    public var failures = 0
    /// Who asked for it again, oldest first.
    public var resends: [Resend] = []

    /// A mail that is asked for the first time.
    public init(key: OutboxKey, messageID: MessageID, requestedAt: Instant) {
        self.key = key
        self.messageID = messageID.text
        self.requestedAt = requestedAt
    }
}

extension OutboxEntry: CustomStringConvertible {
    /// `weekly 2025-W47 r1 to desk@example.com: sent 2025-11-21 17:00 New York (250 2.0.0 queued)`.
    public var description: String { "\(key): \(state)" }
}

extension OutboxEntry.State: CustomStringConvertible {
    /// The state in words, with its moment in New York time.
    public var description: String {
        func time(_ instant: Instant) -> String { "\(NewYork.wallTime(instant)) New York" }
        return switch self {
        case .queued: "waits to be sent"
        case .sending(let attempt, let until, _): "being sent (attempt \(attempt), until \(time(until)) at the latest)"
        case .sent(let at, let reply): "sent \(time(at)) (\(reply))"
        case .retry(let at, let reply): "not sent yet (\(reply)); next attempt from \(time(at))"
        case .failed(let at, let reply): "failed \(time(at)) (\(reply))"
        case .unknown(let at, let reason): "unknown since \(time(at)): \(reason)"
        case .stopped(let at, let reason): "stopped \(time(at)): \(reason)"
        }
    }
}
