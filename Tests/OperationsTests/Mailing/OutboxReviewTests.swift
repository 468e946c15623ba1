import Archive
import Dates
import Foundation
import Mail
import Operations
import PublishingFixture
import Testing

@Suite("What a person must know of the outbox")
struct OutboxReviewTests {
    private func words(_ desk: MailDesk) throws -> (stuck: [String], waiting: [String]) {
        try OutboxReview(desk.outbox, archive: desk.desk.archive, today: NewYork.day(at: desk.desk.clock.now)).words()
    }

    @Test(
        "A mail that only a person can help is told at once",
        arguments: [
            (
                Postbox.Ending.refused,
                ["weekly 2026-W31 r1 to ada@example.org: failed 2026-07-31 18:00 New York (550 no such user)"]
            ),
            (
                .broken,
                ["weekly 2026-W31 r1 to ada@example.org: unknown since 2026-07-31 18:00 New York: the connection broke"]
            ),
            (
                .wrongPassword,
                ["weekly 2026-W31 r1 to ada@example.org: stopped 2026-07-31 18:00 New York: 535 wrong password"]
            ),
            (.accepted, []), (.greylisted, []),
        ])
    func stuck(ending: Postbox.Ending, stuck: [String]) throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(ending))
        #expect(try words(desk) == (stuck, []))
    }

    @Test("One that waits is told from the third failed attempt on, until it is sent")
    func waiting() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        let postbox = Postbox(.greylisted, .greylisted, .greylisted)
        for expected in [0, 0, 1, 0] {
            _ = try desk.deliver(postbox)
            #expect(try words(desk).waiting.count == expected)
            #expect(try words(desk).stuck == [])
            desk.desk.clock.advance(seconds: 86_400)
        }
    }

    @Test("Its words are those of the outbox")
    func wording() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        for _ in 0..<3 {
            _ = try desk.deliver(Postbox(.greylisted))
            desk.desk.clock.advance(seconds: 86_400)
        }
        #expect(
            try words(desk).waiting == [
                "weekly 2026-W31 r1 to ada@example.org: not sent yet (451 later); next attempt from 2026-08-02 19:00 New York"
            ])
    }

    @Test("Once the report was corrected or removed, nobody need look at the mail about it")
    func superseded() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(.refused))
        let second = try desk.publish("2026-W31", note: "corrected")
        #expect(try words(desk) == ([], []))
        _ = try desk.deliver(Postbox(.refused))
        #expect(try words(desk).stuck.count == 1)
        try desk.desk.archive.remove(second.place, person: "Ada", reason: "a name", at: desk.desk.clock.now)
        // The first revision counts again, and so does its mail.
        #expect(try words(desk).stuck.map { $0.prefix(18) } == ["weekly 2026-W31 r1"])
    }

    @Test("After a month nobody is told any more of a mail that nobody has helped")
    func old() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(.refused))
        desk.desk.clock.advance(seconds: 30 * 86_400)
        #expect(try words(desk).stuck.count == 1)
        desk.desk.clock.advance(seconds: 86_400)
        #expect(try words(desk) == ([], []))
    }

    @Test("An empty outbox, and an outbox without its archive, have nothing to tell")
    func nothing() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        #expect(try words(desk) == ([], []))
        try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(.refused))
        try FileManager.default.removeItem(atPath: desk.desk.archive.root)
        #expect(try words(desk) == ([], []))
    }
}
