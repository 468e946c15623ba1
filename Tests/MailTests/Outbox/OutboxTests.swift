import Dates
import Mail
import Testing

@Suite("The outbox")
struct OutboxTests {
    private let outbox = Outbox()
    private let start = Fixture.evening
    private let queued = ServerReply(code: 250, text: "2.0.0 queued")
    private let later = ServerReply(code: 451, text: "4.7.1 later")
    private var fresh: OutboxEntry { OutboxEntry(key: Fixture.key(), messageID: Fixture.id, requestedAt: start) }

    private func minutes(_ count: Int) -> Instant { start.adding(seconds: 60 * count) }

    /// The entry after events, each at its minute.
    private func after(_ events: [(Int, OutboxEvent)], from entry: OutboxEntry? = nil) -> OutboxEntry {
        events.reduce(entry ?? fresh) { outbox.next($0, on: $1.1, at: minutes($1.0)).entry }
    }

    private func action(_ entry: OutboxEntry, _ event: OutboxEvent, at minute: Int) -> OutboxAction {
        outbox.next(entry, on: event, at: minutes(minute)).action
    }

    private func resend(_ minute: Int) throws -> OutboxEvent {
        .resend(try OutboxEntry.Resend(person: "R. Alvarez", reason: "lost in the filter", at: minutes(minute)))
    }

    @Test("A mail is claimed, its end announced, and the answer recorded")
    func sent() {
        let claimed = outbox.next(fresh, on: .claim, at: start)
        #expect(claimed.action == .send(attempt: 1))
        #expect(claimed.entry.state == .sending(attempt: 1, until: minutes(10), hasEnded: false))
        let ending = outbox.next(claimed.entry, on: .ending(attempt: 1), at: minutes(1))
        #expect(ending.action == .goOn)
        #expect(ending.entry.state == .sending(attempt: 1, until: minutes(10), hasEnded: true))
        let sent = outbox.next(ending.entry, on: .finished(attempt: 1, .accepted(queued)), at: minutes(2))
        #expect(sent.entry.state == .sent(at: minutes(2), reply: queued))
        #expect(sent.entry.description == "\(Fixture.key()): sent 2025-11-21 17:02 New York (250 2.0.0 queued)")
    }

    @Test("What was sent is never sent again, however often it is asked for")
    func once() {
        let sent = after([(0, .claim), (1, .ending(attempt: 1)), (2, .finished(attempt: 1, .accepted(queued)))])
        for event in [OutboxEvent.claim, .resume, .ending(attempt: 1), .finished(attempt: 1, .retry(later))] {
            let step = outbox.next(sent, on: event, at: minutes(100_000))
            #expect(step.entry == sent)
            #expect(step.action == .rest || step.action == .withdraw)
        }
    }

    @Test("While one is sending, another cannot claim")
    func twoAtOnce() {
        let claimed = after([(0, .claim)])
        #expect(action(claimed, .claim, at: 9) == .rest)
        #expect(!outbox.isDue(claimed, at: minutes(9)))
    }

    @Test("A refusal for now waits: 5, 15, 60 minutes, and then it is due; at last it is given up")
    func retries() throws {
        var entry = fresh
        var minute = 0
        for (attempt, wait) in [5, 15, 60, 240, 720, 1440, 1440, 1440, 1440].enumerated() {
            #expect(action(entry, .claim, at: minute) == .send(attempt: attempt + 1))
            entry = after([(minute, .claim), (minute, .finished(attempt: attempt + 1, .retry(later)))], from: entry)
            #expect(entry.state == .retry(at: minutes(minute + wait), reply: later))
            #expect(action(entry, .claim, at: minute + wait - 1) == .rest)
            #expect(outbox.isDue(entry, at: minutes(minute + wait)))
            minute += wait
        }
        entry = after([(minute, .claim), (minute, .finished(attempt: 10, .retry(later)))], from: entry)
        #expect(
            entry.state
                == .failed(
                    at: minutes(minute),
                    reply: ServerReply(code: 451, text: "given up after 10 attempts; the last: 4.7.1 later")))
        #expect(action(entry, .claim, at: minute + 100_000) == .rest)
    }

    @Test(
        "What only a person can settle rests until one does",
        arguments: [
            Delivery.permanent(ServerReply(code: 550, text: "no such user")), .unknown("connection broke"),
            .misconfigured("wrong password"),
        ])
    func needsAPerson(delivery: Delivery) throws {
        let entry = after([(0, .claim), (1, .finished(attempt: 1, delivery))])
        #expect(action(entry, .claim, at: 100_000) == .rest)
        let resent = after([(20, try resend(20))], from: entry)
        #expect(resent.state == .queued)
        #expect(resent.resends.map(\.person) == ["R. Alvarez"])
        #expect(action(resent, .claim, at: 20) == .send(attempt: 2))
    }

    @Test("A corrected setting lets go on what it stopped, and nothing else")
    func resume() {
        let stopped = after([(0, .claim), (1, .finished(attempt: 1, .misconfigured("wrong password")))])
        #expect(after([(9, .resume)], from: stopped).state == .queued)
        let failed = after([(0, .claim), (1, .finished(attempt: 1, .permanent(later)))])
        #expect(after([(9, .resume)], from: failed) == failed)
    }

    @Test("A sent mail is sent again when a person asks, who and why being kept")
    func resendSent() throws {
        let sent = after([(0, .claim), (1, .ending(attempt: 1)), (2, .finished(attempt: 1, .accepted(queued)))])
        let again = after(
            [(30, try resend(30)), (31, .claim), (32, .finished(attempt: 2, .accepted(queued)))], from: sent)
        #expect(again.state == .sent(at: minutes(32), reply: queued))
        #expect(again.resends.count == 1 && again.resends[0].at == minutes(30))
        let queued = after([(30, try resend(30))], from: fresh)
        #expect(queued == fresh, "what waits to be sent anyway is not asked for again")
    }

    @Test("A wish names a person and a reason", arguments: [("", "lost"), ("R. Alvarez", ""), (" ", "lost")])
    func anonymous(person: String, reason: String) {
        let error = #expect(throws: MailError.self) {
            try OutboxEntry.Resend(person: person, reason: reason, at: Fixture.evening)
        }
        #expect(error?.description.contains("must be named, because it is recorded") == true)
    }

    @Test("An attempt that died before the end of its mail is made again when its time is over")
    func diedBefore() {
        let dead = after([(0, .claim)])
        #expect(action(dead, .claim, at: 10) == .send(attempt: 2))
    }

    @Test("An attempt that died after the end of its mail leaves it unknown, even when nobody looks for a year")
    func diedAfter() {
        let dead = after([(0, .claim), (1, .ending(attempt: 1))])
        let found = outbox.next(dead, on: .claim, at: minutes(525_600))
        #expect(found.action == .rest)
        #expect(
            found.entry.state
                == .unknown(
                    at: minutes(525_600),
                    reason: "attempt 1 was interrupted after the mail had been sent and before an answer"))
    }

    @Test("An attempt that comes back too late withdraws; one whose answer comes late settles what was unknown")
    func late() throws {
        let second = after([(0, .claim), (11, .claim)])
        #expect(second.state == .sending(attempt: 2, until: minutes(21), hasEnded: false))
        #expect(action(second, .ending(attempt: 1), at: 12) == .withdraw)
        #expect(after([(12, .finished(attempt: 1, .retry(later)))], from: second) == second)
        #expect(action(after([(0, .claim)]), .ending(attempt: 1), at: 11) == .withdraw, "its time is over")
        let unknown = after([(0, .claim), (1, .ending(attempt: 1)), (11, .claim)])
        let settled = after([(12, .finished(attempt: 1, .accepted(queued)))], from: unknown)
        #expect(settled.state == .sent(at: minutes(12), reply: queued))
        let wished = after([(12, try resend(12))], from: unknown)
        #expect(after([(13, .finished(attempt: 1, .unknown("broke")))], from: wished) == wished, "the wish stands")
        #expect(
            after([(13, .finished(attempt: 1, .accepted(queued)))], from: wished).state
                == .sent(at: minutes(13), reply: queued))
    }

    @Test("Each state says in words where the mail stands")
    func words() {
        let states: [(OutboxEntry.State, String)] = [
            (.queued, "waits to be sent"),
            (
                .sending(attempt: 2, until: start, hasEnded: true),
                "being sent (attempt 2, until 2025-11-21 17:00 New York at the latest)"
            ),
            (
                .retry(at: start, reply: later),
                "not sent yet (451 4.7.1 later); next attempt from 2025-11-21 17:00 New York"
            ),
            (.failed(at: start, reply: later), "failed 2025-11-21 17:00 New York (451 4.7.1 later)"),
            (.unknown(at: start, reason: "r"), "unknown since 2025-11-21 17:00 New York: r"),
            (.stopped(at: start, reason: "r"), "stopped 2025-11-21 17:00 New York: r"),
        ]
        for (state, text) in states { #expect(state.description == text) }
        #expect(Fixture.key().description == "weekly 2025-W47 r1 to pm@example.org")
        #expect(Fixture.key(Fixture.address("PM <PM@Example.org>")) == Fixture.key())
    }
}
