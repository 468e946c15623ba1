import Dates
import Foundation
import Testing

@testable import Mail

/// A program that dies while it sends, and what the next one does.
@Suite("A crash while sending", TestServer.isThere)
struct CrashTests {
    /// Sends through a server that stops answering at some point, and dies when the server says that it has come there.
    private static func sendAndDie(_ mode: String, at event: String, in path: String) throws {
        let folder = URL(fileURLWithPath: path)
        // From here on only the watcher listens to it.
        nonisolated(unsafe) let server = try TestServer(mode, in: folder)
        let transport = try server.transport()
        let watcher = Thread {
            if (try? server.event(event)) != nil { kill(getpid(), SIGKILL) }
        }
        watcher.start()
        let postman = Postman(outbox: Outbox(), transport: transport) { Fixture.evening }
        _ = try postman.deliver(
            [(Fixture.key(), try Fixture.message())], through: FileOutboxStore(path: path + "/outbox.json"))
    }

    /// A second run against a server that takes everything, some time later.
    private func again(after seconds: Int, in folder: Folder) throws -> (outcomes: [Postman.Outcome], messages: Int) {
        let server = try TestServer("accept", in: folder.url.appending(path: "again"))
        let now = Fixture.evening.adding(seconds: seconds)
        let postman = Postman(outbox: Outbox(), transport: try server.transport()) { now }
        let outcomes = try postman.deliver(
            [(Fixture.key(), try Fixture.message())], through: FileOutboxStore(path: folder.path("outbox.json")))
        return (outcomes, server.messages.count)
    }

    @Test("after the mail had left is unknown, and is never sent again by itself")
    func afterTheEnd() async throws {
        let folder = try Folder()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.url.path as String] in
            try CrashTests.sendAndDie("silent-data", at: "message", in: path)
        }
        #expect(FileManager.default.fileExists(atPath: folder.path("1.eml")), "the server had the mail")
        let during = try again(after: 60, in: folder)
        #expect(during.outcomes[0].wasTried == false && during.messages == 0)
        let later = try again(after: 3600, in: folder)
        #expect(later.messages == 0)
        #expect(later.outcomes[0].wasTried == false)
        guard case .unknown = later.outcomes[0].entry.state else {
            Issue.record("\(later.outcomes[0].entry)")
            return
        }
        // Not the day after either; only when somebody says so.
        #expect(try again(after: 90_000, in: folder).messages == 0)
        let wish = try OutboxEntry.Resend(person: "R. Alvarez", reason: "not in the inbox", at: Fixture.evening)
        try FileOutboxStore(path: folder.path("outbox.json")).update(Fixture.key()) { entry in
            let step = Outbox().next(try #require(entry), on: .resend(wish), at: Fixture.evening)
            return (entry: step.entry, result: ())
        }
        let resent = try again(after: 90_001, in: folder)
        #expect(resent.messages == 1)
        #expect(resent.outcomes[0].entry.resends == [wish])
    }

    @Test("before the mail had left costs nothing: the next run sends it, once")
    func beforeTheEnd() async throws {
        let folder = try Folder()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.url.path as String] in
            try CrashTests.sendAndDie("silent-sender", at: "sender", in: path)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("1.eml")))
        #expect(try again(after: 60, in: folder).messages == 0, "its time is not over yet")
        let later = try again(after: 3600, in: folder)
        #expect(later.messages == 1)
        #expect(later.outcomes[0].wasTried)
        let third = try again(after: 7200, in: folder)
        #expect(third.outcomes[0].wasTried == false)
        #expect(
            third.outcomes[0].description.contains("already sent 2025-11-21 18:00 New York (250 2.0.0 queued as 1)"))
    }
}
