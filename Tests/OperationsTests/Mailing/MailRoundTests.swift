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

@Suite("A round of mails")
struct MailRoundTests {
    @Test("A report that was never mailed goes to each recipient, once; the next round sends nothing")
    func once() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        desk.mail.recipients = ["Ada <ada@example.org>", "bob@example.org"]
        try desk.publish("2026-W31")
        let postbox = Postbox()
        #expect(
            try desk.deliver(postbox) == [
                "weekly 2026-W31 r1 to ada@example.org: sent 2026-07-31 18:00 New York (250 queued)",
                "weekly 2026-W31 r1 to bob@example.org: sent 2026-07-31 18:00 New York (250 queued)",
            ])
        #expect(postbox.messages.map(\.to.description) == ["Ada <ada@example.org>", "bob@example.org"])
        #expect(try desk.deliver(postbox) == [])
        #expect(postbox.attempts == 2)
    }

    @Test("One message for each run, whose id and bytes are the same whenever it is made")
    func messages() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let runs = [try desk.publish("2026-W30"), try desk.publish("2026-W31")]
        let postbox = Postbox(.greylisted)
        _ = try desk.deliver(postbox)
        desk.desk.clock.advance(seconds: 86_400)
        _ = try desk.deliver(postbox)
        // The first was late: it goes out with the second round.
        #expect(
            postbox.messages.map(\.id.text)
                == ["2026-W31.r1.\(runs[1].inputID)", "2026-W30.r1.\(runs[0].inputID)"].map {
                    "weekly.\($0)@example.com"
                })
        #expect(
            postbox.messages[1]
                == (try desk.mailer.message(about: runs[0], to: MailAddress(desk.mail.recipients[0])).message))
    }

    @Test(
        "Only what is fresh is mailed for the first time: nobody wants last month's mail",
        arguments: [(9, true), (10, true), (11, false)])
    func fresh(days: Int, isSent: Bool) throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        // From 18:00 in New York of the as-of date on.
        desk.desk.clock.advance(seconds: days * 86_400)
        #expect(try desk.deliver(Postbox()).count == (isSent ? 1 : 0))
        #expect(try desk.states().isEmpty == !isSent)
    }

    @Test("What was begun while it was fresh goes on when it is not any more")
    func begun() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(.greylisted))
        desk.desk.clock.advance(seconds: 30 * 86_400)
        _ = try desk.deliver(Postbox())
        #expect(try desk.states() == ["ada@example.org r1 sent"])
    }

    @Test("Reports of other kinds are not mailed")
    func kinds() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        desk.reports.mailed = ["daily"]
        #expect(try desk.deliver(Postbox()) == [])
        desk.reports.mailed = ["daily", "weekly"]
        #expect(try desk.deliver(Postbox()).count == 1)
    }

    @Test(
        "Of a report that was corrected only the correction goes out, also where the first waits; each is mailed once")
    func superseded() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W30")
        try desk.publish("2026-W31")
        let postbox = Postbox(.accepted, .greylisted)
        _ = try desk.deliver(postbox)
        try desk.publish("2026-W30", note: "corrected")
        try desk.publish("2026-W31", note: "corrected")
        desk.desk.clock.advance(seconds: 86_400)
        _ = try desk.deliver(postbox)
        #expect(
            postbox.messages.map { $0.id.text.prefix(18) } == [
                "weekly.2026-W30.r1", "weekly.2026-W30.r2", "weekly.2026-W31.r2",
            ])
        #expect(
            try desk.states()
                == ["r1 sent", "r1 retry", "r2 sent", "r2 sent"].map { "ada@example.org \($0)" })
    }

    @Test("A report that was removed is not mailed any more")
    func removed() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let run = try desk.publish("2026-W31")
        _ = try desk.deliver(Postbox(.greylisted))
        try desk.desk.archive.remove(run.place, person: "Ada", reason: "a name", at: desk.desk.clock.now)
        desk.desk.clock.advance(seconds: 3600)
        let postbox = Postbox()
        #expect(try desk.deliver(postbox) == [] && postbox.attempts == 0)
    }

    @Test("A mail that is late waits for its time, and the others do not wait for it")
    func backOff() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        desk.mail.recipients = ["ada@example.org", "bob@example.org"]
        try desk.publish("2026-W31")
        let postbox = Postbox(.greylisted, .accepted, .greylisted)
        #expect(
            try desk.deliver(postbox)[0]
                == "weekly 2026-W31 r1 to ada@example.org: not sent yet (451 later); next attempt from 2026-07-31 18:05 New York"
        )
        desk.desk.clock.advance(seconds: 299)
        // It is still the desk's business, and not tried.
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [false])
        desk.desk.clock.advance(seconds: 1)
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [true])
        desk.desk.clock.advance(seconds: 899)
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [false])
        desk.desk.clock.advance(seconds: 1)
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [true])
        #expect(try desk.states() == ["ada@example.org r1 sent", "bob@example.org r1 sent"])
        #expect(postbox.attempts == 4)
    }

    @Test("A relay that is down for three nights: the mail waits, and goes out once")
    func threeNights() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        try desk.publish("2026-W31")
        let postbox = Postbox(.greylisted, .greylisted, .greylisted)
        for _ in 0..<3 {
            #expect(try desk.round(postbox).deliver().map(\.wasTried) == [true])
            desk.desk.clock.advance(seconds: 86_400)
        }
        _ = try desk.deliver(postbox)
        _ = try desk.deliver(postbox)
        #expect(postbox.messages.count == 1 && postbox.attempts == 4)
    }

    @Test("A wrong password is tried once and holds the others; resumed by hand, all goes out")
    func resumed() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        desk.mail.recipients = ["ada@example.org", "bob@example.org"]
        let run = try desk.publish("2026-W31")
        let postbox = Postbox(.wrongPassword, .wrongPassword)
        _ = try desk.deliver(postbox)
        #expect(postbox.attempts == 1)
        #expect(try desk.states() == ["ada@example.org r1 stopped", "bob@example.org r1 queued"])
        // The next night tries the next one, and leaves the first alone.
        _ = try desk.deliver(postbox)
        #expect(try desk.states() == ["ada@example.org r1 stopped", "bob@example.org r1 stopped"])
        for name in ["ada@example.org", "bob@example.org"] { try desk.ask(.resume, of: desk.key(run, name)) }
        _ = try desk.deliver(postbox)
        #expect(postbox.messages.map(\.to.mailbox) == ["ada@example.org", "bob@example.org"])
    }

    @Test("A line that broke after the mail had left: nobody knows, and it is never sent again by itself")
    func unknown() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let run = try desk.publish("2026-W31")
        let postbox = Postbox(.broken)
        _ = try desk.deliver(postbox)
        desk.desk.clock.advance(seconds: 86_400)
        #expect(try desk.deliver(postbox) == [] && postbox.attempts == 1)
        let wish = try OutboxEntry.Resend(person: "Ada", reason: "it never came", at: desk.desk.clock.now)
        try desk.ask(.resend(wish), of: desk.key(run))
        _ = try desk.deliver(postbox)
        #expect(postbox.messages.count == 1)
        let entry = try #require(try desk.outbox.entries().first)
        #expect(entry.resends == [wish] && entry.state.word == "sent" && entry.attempts == 2)
        _ = try desk.deliver(postbox)
        #expect(postbox.attempts == 2)
    }

    @Test(
        "A mail that somebody asked for by hand is tried again like the others, whoever gets it and whatever its kind")
    func byHand() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        let run = try desk.publish("2026-W31")
        desk.reports.mailed = []
        let postbox = Postbox(.greylisted, .greylisted)
        let mails = [
            try desk.mailer.message(about: run, to: MailAddress("Zoe <zoe@example.net>")),
            try desk.mailer.message(about: run, to: MailAddress("eve@example.net")),
        ]
        _ = try Postman(outbox: try desk.mail.outbox(), transport: postbox, now: { desk.desk.clock.now })
            .deliver(mails, through: desk.outbox)
        #expect(try desk.round(postbox).deliver().map(\.wasTried) == [false, false])
        desk.desk.clock.advance(seconds: 300)
        _ = try desk.deliver(postbox)
        #expect(postbox.messages.map(\.to.mailbox) == ["eve@example.net", "zoe@example.net"])
        #expect(try desk.deliver(postbox) == [])
    }

    @Test("Before anything was published there is nothing to send")
    func nothing() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        #expect(try desk.deliver(Postbox()) == [])
    }

    @Test("Faults of settings, and reports that are not as they were published, are errors, and nothing leaves")
    func faults() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        let run = try desk.publish("2026-W31")
        let postbox = Postbox()
        desk.mail.recipients = ["Ada <ada@example.org>", "nobody"]
        let address = #expect(throws: MailError.self) { try desk.deliver(postbox) }
        #expect(address?.description == "mail address 'nobody': must have one '@'; write name@example.com")
        desk.mail.recipients = ["ada@example.org"]
        let path = "\(desk.desk.archive.root)/\(run.place.path)/report.xlsx"
        try Data("other".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.altered(path: path)) { try desk.deliver(postbox) }
        #expect(postbox.attempts == 0)
        #expect(try desk.states() == [])
    }
}
