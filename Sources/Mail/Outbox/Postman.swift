public import Dates

/// Sends mails by the rules of the outbox: claims, hands over, records.
public struct Postman {
    /// What became of one mail in a round.
    public struct Outcome: Hashable, Sendable, CustomStringConvertible {
        /// The entry after the round.
        public let entry: OutboxEntry
        /// Whether it was tried in this round.
        public let wasTried: Bool

        /// The entry in words; `already` before what was done in an earlier round.
        public var description: String {
            if !wasTried, case .sent = entry.state { return "\(entry.key): already \(entry.state)" }
            return entry.description
        }
    }

    private let outbox: Outbox
    private let transport: any MailTransport
    private let now: () -> Instant

    /// A postman.
    ///
    /// - Parameter now: The clock: it is asked before each step is written down.
    public init(outbox: Outbox, transport: any MailTransport, now: @escaping () -> Instant) {
        self.outbox = outbox
        self.transport = transport
        self.now = now
    }

    /// Enters the mails that the outbox does not know and sends those that are due, each at most once however often this
    /// is called. A fault of the settings ends the round: the mails behind it stay queued, so that a wrong password is
    /// tried once and not once for each recipient.
    ///
    /// - Throws: What the store throws. The mails that were sent until then are recorded, or will be `unknown`.
    public func deliver(
        _ mails: [(key: OutboxKey, message: MailMessage)], through store: some OutboxStore
    ) throws -> [Outcome] {
        var isStopped = false
        return try mails.map { key, message in
            let (entry, action): (OutboxEntry, OutboxAction) = try store.update(key) { known in
                let entry = known ?? OutboxEntry(key: key, messageID: message.id, requestedAt: now())
                let step = isStopped ? (entry, .rest) : outbox.next(entry, on: .claim, at: now())
                return (entry: step.0, result: step)
            }
            guard case .send(let attempt) = action else { return Outcome(entry: entry, wasTried: false) }
            let outcome = Outcome(entry: try attemptDelivery(of: message, key, attempt, store), wasTried: true)
            if case .stopped = outcome.entry.state { isStopped = true }
            return outcome
        }
    }

    private func attemptDelivery(
        of message: MailMessage, _ key: OutboxKey, _ attempt: Int, _ store: some OutboxStore
    ) throws -> OutboxEntry {
        func record(_ event: OutboxEvent) throws -> (OutboxEntry, OutboxAction) {
            try store.update(key) { known in
                let entry = known ?? OutboxEntry(key: key, messageID: message.id, requestedAt: now())
                let step = outbox.next(entry, on: event, at: now())
                return (entry: step.entry, result: step)
            }
        }
        var fault: (any Error)?
        let delivery = transport.send(message) {
            do {
                return try record(.ending(attempt: attempt)).1 == .goOn
            } catch {
                // What cannot be written down is not done.
                fault = error
                return false
            }
        }
        if let fault { throw fault }
        return try record(.finished(attempt: attempt, delivery)).0
    }
}
