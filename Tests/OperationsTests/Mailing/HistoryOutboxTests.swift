import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Mail
import Testing

@testable import Operations

@Suite("The outbox in the history")
struct HistoryOutboxTests {
    private static let evening = Instant(secondsSince1970: 1_785_535_200)

    private static func key(_ recipient: String = "ada@example.org") throws -> OutboxKey {
        OutboxKey(kind: "weekly", period: "2026-W31", revision: 1, recipient: try MailAddress(recipient))
    }

    private static func id() throws -> MessageID {
        try MessageID(kind: "weekly", period: "2026-W31", revision: 1, inputID: "3f2a", host: "example.com")
    }

    /// Takes an entry through some events; the action after the last one.
    private static func run(
        _ events: [OutboxEvent], in outbox: HistoryOutbox, at now: Instant = evening
    ) throws -> OutboxAction {
        var action = OutboxAction.rest
        for event in events {
            action = try outbox.update(try key()) { known in
                let entry = try known ?? OutboxEntry(key: key(), messageID: id(), requestedAt: now)
                let step = Outbox().next(entry, on: event, at: now)
                return (step.entry, step.action)
            }
        }
        return action
    }

    struct Way: CustomTestStringConvertible, Sendable {
        let events: [OutboxEvent]
        let word: String
        let words: String
        var testDescription: String { word }
    }

    static let accepted = Delivery.accepted(ServerReply(code: 250, text: "queued"))
    static let ways = [
        Way(events: [.resume], word: "queued", words: "waits to be sent"),
        Way(
            events: [.claim], word: "sending",
            words: "being sent (attempt 1, until 2026-07-31 18:10 New York at the latest)"),
        Way(
            events: [.claim, .ending(attempt: 1)], word: "sending",
            words: "being sent (attempt 1, until 2026-07-31 18:10 New York at the latest)"),
        Way(
            events: [.claim, .ending(attempt: 1), .finished(attempt: 1, accepted)], word: "sent",
            words: "sent 2026-07-31 18:00 New York (250 queued)"),
        Way(
            events: [.claim, .finished(attempt: 1, .retry(ServerReply(code: 451, text: "later")))], word: "retry",
            words: "not sent yet (451 later); next attempt from 2026-07-31 18:05 New York"),
        Way(
            events: [.claim, .finished(attempt: 1, .permanent(ServerReply(code: 550, text: "nobody")))],
            word: "failed", words: "failed 2026-07-31 18:00 New York (550 nobody)"),
        Way(
            events: [.claim, .ending(attempt: 1), .finished(attempt: 1, .unknown("it broke"))], word: "unknown",
            words: "unknown since 2026-07-31 18:00 New York: it broke"),
        Way(
            events: [.claim, .finished(attempt: 1, .misconfigured("wrong password"))], word: "stopped",
            words: "stopped 2026-07-31 18:00 New York: wrong password"),
    ]

    @Test("Each state is kept, with its word for people's SQL, and comes back as it was", arguments: ways)
    func states(way: Way) throws {
        let store = try Desk.store(sessions: 0)
        let outbox = HistoryOutbox(store) { Self.evening }
        _ = try Self.run(way.events, in: outbox)
        let record = try #require(try store.outbox().first)
        #expect(record.state == way.word && record.recordedAt == Self.evening)
        #expect(record.kind == "weekly" && record.period == "2026-W31" && record.revision == 1)
        #expect(record.recipient == "ada@example.org")
        let entry = try #require(try outbox.entries().first)
        #expect(entry.state.description == way.words && entry.state.word == way.word)
        #expect(entry.messageID == "weekly.2026-W31.r1.3f2a@example.com")
        // A second process sees the same.
        let other = HistoryOutbox(try HistoryStore(reading: store.path)) { Self.evening }
        #expect(try other.entries() == [entry])
    }

    @Test("One attempt at a time: what was claimed cannot be claimed until its time is over")
    func claimed() throws {
        let outbox = HistoryOutbox(try Desk.store(sessions: 0)) { Self.evening }
        #expect(try Self.run([.claim], in: outbox) == .send(attempt: 1))
        #expect(try Self.run([.claim], in: outbox, at: Self.evening.adding(seconds: 599)) == .rest)
        #expect(try Self.run([.claim], in: outbox, at: Self.evening.adding(seconds: 600)) == .send(attempt: 2))
        // The first attempt comes back late and withdraws.
        #expect(try Self.run([.ending(attempt: 1)], in: outbox, at: Self.evening.adding(seconds: 601)) == .withdraw)
    }

    @Test(
        "What was claimed, whose end had left and of which nothing was heard again, is unknown, and held for a person")
    func held() throws {
        let store = try Desk.store(sessions: 0)
        let outbox = HistoryOutbox(store) { Self.evening }
        _ = try Self.run([.claim, .ending(attempt: 1)], in: outbox)
        #expect(try Self.run([.claim], in: outbox, at: Self.evening.adding(seconds: 600)) == .rest)
        #expect(try store.outbox().map(\.state) == ["unknown"])
        let wish = try OutboxEntry.Resend(person: "Ada", reason: "it never came", at: Self.evening)
        _ = try Self.run([.resend(wish)], in: outbox)
        #expect(try outbox.entries().first?.resends == [wish])
        #expect(try Self.run([.claim], in: outbox) == .send(attempt: 2))
    }

    @Test("A change that throws leaves the entry as it was, and no entry where there was none")
    func thrown() throws {
        let outbox = HistoryOutbox(try Desk.store(sessions: 0)) { Self.evening }
        struct Broken: Error {}
        #expect(throws: Broken.self) {
            try outbox.update(try Self.key()) { _ -> (OutboxEntry, Void) in throw Broken() }
        }
        #expect(try outbox.entries() == [])
        _ = try Self.run([.claim], in: outbox)
        let before = try outbox.entries()
        #expect(throws: Broken.self) {
            try outbox.update(try Self.key()) { _ -> (OutboxEntry, Void) in throw Broken() }
        }
        #expect(try outbox.entries() == before)
    }

    @Test("A recipient has an entry of his own, in the order in which they were asked for")
    func recipients() throws {
        let outbox = HistoryOutbox(try Desk.store(sessions: 0)) { Self.evening }
        for name in ["zoe@example.org", "ada@example.org", "Zoe <ZOE@example.org>"] {
            try outbox.update(try Self.key(name)) { known in
                (try known ?? OutboxEntry(key: Self.key(name), messageID: Self.id(), requestedAt: Self.evening), ())
            }
        }
        #expect(try outbox.entries().map(\.key.recipient) == ["zoe@example.org", "ada@example.org"])
    }

    @Test("An entry that cannot be read is an error, since the mail may have been sent, and it is left as it is")
    func damaged() throws {
        let store = try Desk.store(sessions: 0)
        let outbox = HistoryOutbox(store) { Self.evening }
        let text = "{\"form\":2}"
        _ = try store.updateOutbox(kind: "weekly", period: "2026-W31", revision: 1, recipient: "ada@example.org") { _ in
            (
                record: OutboxRecord(
                    kind: "weekly", period: "2026-W31", revision: 1, recipient: "ada@example.org", state: "sent",
                    entry: text, recordedAt: Self.evening), result: ()
            )
        }
        let damage = OutboxDamage(key: "weekly 2026-W31 r1 to ada@example.org")
        #expect(throws: damage) { try outbox.entries() }
        #expect(throws: damage) { try Self.run([.claim], in: outbox) }
        #expect(
            damage.description
                == "outbox, weekly 2026-W31 r1 to ada@example.org: the entry cannot be read, so nobody knows whether this "
                + "mail was sent, and none is; use the program that wrote it, or restore a backup")
        #expect(try store.outbox().map(\.entry) == [text])
    }
}
