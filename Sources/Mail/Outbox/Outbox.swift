public import Dates

/// The rules by which a mail leaves at most once.
///
/// A state machine without storage and without a clock: an entry and an event give the next entry and what is to be done.
/// Whoever stores entries must make each step in one transaction.
///
/// An attempt has a number and a lease. It says when the end of its message is about to leave, and that is written down
/// first: where a program dies before, another may send the mail; where it dies after, the state becomes `unknown`, and
/// only a person can have it sent again. An attempt that comes back after its lease finds that its number is no longer the
/// entry's, and withdraws.
public struct Outbox: Hashable, Sendable {
    /// When a mail is tried again.
    public let schedule: RetrySchedule
    /// Seconds that an attempt may take; longer than any transfer.
    public let leaseSeconds: Int

    /// Rules with a schedule. The lease must be longer than the transport's time-out.
    public init(schedule: RetrySchedule = .standard, leaseSeconds: Int = 600) {
        self.schedule = schedule
        self.leaseSeconds = leaseSeconds
    }

    /// The entry after an event, and what is to be done.
    public func next(
        _ entry: OutboxEntry, on event: OutboxEvent, at now: Instant
    ) -> (entry: OutboxEntry, action: OutboxAction) {
        let entry = expired(entry, at: now)
        switch event {
        case .claim: return claim(entry, now)
        case .ending(let attempt): return ending(entry, attempt)
        case .finished(let attempt, let delivery): return (finished(entry, attempt, delivery, now), .rest)
        case .resend(let wish): return (resent(entry, wish), .rest)
        case .resume:
            guard case .stopped = entry.state else { return (entry, .rest) }
            return (queued(entry), .rest)
        }
    }

    /// Whether an entry would be sent if it were claimed now.
    public func isDue(_ entry: OutboxEntry, at now: Instant) -> Bool {
        if case .send = next(entry, on: .claim, at: now).action { true } else { false }
    }

    /// An attempt whose lease is over has died, or is as good as dead.
    private func expired(_ entry: OutboxEntry, at now: Instant) -> OutboxEntry {
        guard case .sending(let attempt, let until, let hasEnded) = entry.state, until <= now else { return entry }
        var entry = entry
        entry.state =
            hasEnded
            ? .unknown(
                at: now, reason: "attempt \(attempt) was interrupted after the mail had been sent and before an answer")
            : .queued
        return entry
    }

    private func claim(_ entry: OutboxEntry, _ now: Instant) -> (OutboxEntry, OutboxAction) {
        switch entry.state {
        case .queued: break
        case .retry(let at, _) where at <= now: break
        case .sending, .sent, .retry, .failed, .unknown, .stopped: return (entry, .rest)
        }
        var entry = entry
        entry.attempts += 1
        entry.state = .sending(attempt: entry.attempts, until: now.adding(seconds: leaseSeconds), hasEnded: false)
        return (entry, .send(attempt: entry.attempts))
    }

    private func ending(_ entry: OutboxEntry, _ attempt: Int) -> (OutboxEntry, OutboxAction) {
        guard case .sending(attempt, let until, _) = entry.state else { return (entry, .withdraw) }
        var entry = entry
        entry.state = .sending(attempt: attempt, until: until, hasEnded: true)
        return (entry, .goOn)
    }

    private func finished(_ entry: OutboxEntry, _ attempt: Int, _ delivery: Delivery, _ now: Instant) -> OutboxEntry {
        guard attempt == entry.attempts else { return entry }
        switch (entry.state, delivery) {
        // Late news that the server has it settles what was unknown, also where somebody has asked for it again since.
        case (.sending, _), (.unknown, _), (.queued, .accepted): break
        case (.queued, _), (.sent, _), (.retry, _), (.failed, _), (.stopped, _): return entry
        }
        var entry = entry
        switch delivery {
        case .accepted(let reply): entry.state = .sent(at: now, reply: reply)
        case .permanent(let reply): entry.state = .failed(at: now, reply: reply)
        case .misconfigured(let reason): entry.state = .stopped(at: now, reason: reason)
        case .unknown(let reason): entry.state = .unknown(at: now, reason: reason)
        case .retry(let reply):
            entry.failures += 1
            if let delay = schedule.delay(afterFailures: entry.failures) {
                entry.state = .retry(at: now.adding(seconds: delay), reply: reply)
            } else {
                let words = "given up after \(entry.failures) attempts; the last: \(reply.text)"
                entry.state = .failed(at: now, reply: ServerReply(code: reply.code, text: words))
            }
        }
        return entry
    }

    /// While it is being sent, or about to be, there is nothing to send again.
    private func resent(_ entry: OutboxEntry, _ wish: OutboxEntry.Resend) -> OutboxEntry {
        switch entry.state {
        case .queued, .sending: return entry
        case .sent, .retry, .failed, .unknown, .stopped: break
        }
        var entry = queued(entry)
        entry.resends.append(wish)
        return entry
    }

    private func queued(_ entry: OutboxEntry) -> OutboxEntry {
        var entry = entry
        entry.state = .queued
        entry.failures = 0
        return entry
    }
}
