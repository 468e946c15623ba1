import Dates
import Foundation
import Mail
import Mathematics
import Testing

/// Whatever happens, and in whatever order, a mail leaves at most once for each time that a person asked for it.
@Suite("The outbox, whatever happens")
struct OutboxPropertyTests {
    /// One of a few programs that send without knowing of one another.
    private struct Program {
        var attempt: Int?
        var hasEnded = false
    }

    @Test("a mail leaves at most once for each wish, and a sent one stays sent", arguments: 0..<200)
    func atMostOnce(seed: Int) throws {
        var random = RandomSource(seed: UInt64(seed), stream: "outbox")
        func draw(_ count: Int) -> Int { Int(random.uniform() * Double(count)) }
        let outbox = Outbox(leaseSeconds: 100)
        var entry = OutboxEntry(key: Fixture.key(), messageID: Fixture.id, requestedAt: Fixture.evening)
        var now = Fixture.evening
        var programs = [Program(), Program(), Program()]
        var ends = 0
        for _ in 0..<300 {
            now = now.adding(seconds: [0, 1, 60, 150, 5000][draw(5)])
            let before = entry
            let index = draw(programs.count)
            switch (programs[index].attempt, draw(12)) {
            case (_, 0):
                let wish = try OutboxEntry.Resend(person: "p", reason: "r", at: now)
                entry = outbox.next(entry, on: .resend(wish), at: now).entry
            case (_, 1): entry = outbox.next(entry, on: .resume, at: now).entry
            case (_, 2): programs[index] = Program()  // It dies.
            case (nil, _):
                let step = outbox.next(entry, on: .claim, at: now)
                entry = step.entry
                if case .send(let attempt) = step.action { programs[index] = Program(attempt: attempt) }
            case (let attempt?, let roll):
                if roll < 6, !programs[index].hasEnded {
                    let step = outbox.next(entry, on: .ending(attempt: attempt), at: now)
                    entry = step.entry
                    if step.action == .goOn {
                        programs[index].hasEnded = true
                        ends += 1
                    } else {
                        programs[index] = Program()
                    }
                } else {
                    let reply = ServerReply(code: 450, text: "x")
                    let endings: [Delivery] =
                        programs[index].hasEnded
                        ? [.accepted(reply), .unknown("x"), .accepted(reply)]
                        : [.retry(reply), .permanent(reply), .misconfigured("x")]
                    entry =
                        outbox.next(entry, on: .finished(attempt: attempt, endings[draw(3)]), at: now).entry
                    programs[index] = Program()
                }
            }
            // Ends that left are at most the first and one for each wish.
            #expect(ends <= 1 + entry.resends.count)
            if case .sent = before.state, entry.resends.count == before.resends.count { #expect(entry == before) }
            #expect(entry.attempts >= before.attempts && entry.resends.starts(with: before.resends))
            let stored = try JSONDecoder().decode(OutboxEntry.self, from: JSONEncoder().encode(entry))
            #expect(stored == entry)
        }
    }
}
