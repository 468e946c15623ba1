import Dates
import Market
import Operations
import Publishing
import PublishingFixture
import Reports
import Testing

@Suite("What the console says below a session's checks")
struct DeskNotesTests {
    private func lines(_ desk: NightDesk, before session: String) throws -> [String] {
        try DeskNotes.lines(
            before: try PublishingDesk.day(session),
            sessions: try desk.desk.publisher.reports.data.calendar.sessions, store: desk.desk.store,
            archive: desk.desk.archive, now: { desk.desk.clock.now })
    }

    @Test("Nothing, where the desk has never run a night or all is done; the session's own night may be to come")
    func nothing() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        #expect(try lines(desk, before: "2026-07-31") == [])
        _ = try desk.run(after: "2026-07-30")
        #expect(try lines(desk, before: "2026-07-30") == [])
        #expect(try lines(desk, before: "2026-07-31") == [])
    }

    @Test("Nights that were not done, with the first of them")
    func nights() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-07-29")
        // 07-30 is a Thursday without a weekly review, 07-31 a Friday.
        #expect(
            try lines(desk, before: "2026-07-31")
                == ["Nights: 8 steps of 2026-07-30 are not done; run report nightly"])
        #expect(
            try lines(desk, before: "2026-08-04")
                == ["Nights: 8 steps of 2026-07-30, and of 2 more are not done; run report nightly"])
    }

    @Test("Mail that needs a person before mail that waits")
    func mail() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        desk.mailbox = Postbox(.refused)
        _ = try desk.run(after: "2026-07-31")
        #expect(
            try lines(desk, before: "2026-07-31") == [
                "Mail needs a person: weekly 2026-W31 r1 to ada@example.org: failed 2026-07-31 17:30 New York (550 no such user)"
            ])
    }
}
