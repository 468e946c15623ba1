import Archive
import Dates
import Foundation
import History
import Ledger
import Mail
import Nightly
import Operations
import PublishingFixture
import Testing

@Suite("A program that is killed in a round of mails")
struct MailCrashTests {
    /// A server that kills the program once the end of the mail may leave.
    private struct Killer: MailTransport {
        let hasEnd: Bool

        func send(_ message: MailMessage, mayEnd: () -> Bool) -> Delivery {
            if !hasEnd || mayEnd() { kill(getpid(), SIGKILL) }
            return .unknown("")
        }
    }

    /// A round over the history and the archive of a folder that kills its program.
    private static func die(in path: String, afterTheEnd hasEnd: Bool) throws {
        let store = try HistoryStore(writing: "\(path)/desk.sqlite")
        let now = Instant(secondsSince1970: 1_785_535_200)
        var settings = MailSettings()
        settings.from = "desk@example.com"
        settings.recipients = ["ada@example.org"]
        let archive = Archive(root: URL(fileURLWithPath: "\(path)/reports"), origin: "thetadesk.example/test")
        let round = MailRound(
            ReportMailer(archive, settings: settings, address: ""), archive: archive, settings: ReportSettings(),
            postman: Postman(outbox: try settings.outbox(), transport: Killer(hasEnd: hasEnd), now: { now }),
            outbox: HistoryOutbox(store, now: { now }), now: { now })
        _ = try round.deliver()
    }

    @Test("Killed after the mail had left: claimed and never reported, it is held as unknown, and no second one leaves")
    func killedAfter() async throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = desk.desk.folder.path as String] in
            try MailCrashTests.die(in: path, afterTheEnd: true)
        }
        let postbox = Postbox()
        #expect(try desk.states() == ["ada@example.org r1 sending"])
        // Its time is not over: whoever holds it may be alive.
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [false])
        desk.desk.clock.advance(seconds: 86_400)
        #expect(
            try desk.deliver(postbox) == [
                "weekly 2026-W31 r1 to ada@example.org: unknown since 2026-08-01 18:00 New York: attempt 1 was interrupted "
                    + "after the mail had been sent and before an answer"
            ])
        #expect(try desk.deliver(postbox) == [] && postbox.attempts == 0)
    }

    @Test("Killed before the mail had left: it goes out once the attempt's time is over")
    func killedBefore() async throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = desk.desk.folder.path as String] in
            try MailCrashTests.die(in: path, afterTheEnd: false)
        }
        let postbox = Postbox()
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [false])
        desk.desk.clock.advance(seconds: 86_400)
        _ = try desk.deliver(postbox)
        _ = try desk.deliver(postbox)
        #expect(postbox.messages.count == 1 && postbox.attempts == 1)
    }
}
