import Dates
import DeskFixture
import Foundation
import History
import Mail
import PublishingFixture
import Synchronization
import Testing

@testable import Operations

@Suite("Telling conditions once")
struct AlertBookTests {
    /// A desk's alerts with a log that is always there, and mail.
    fileprivate struct Desk {
        let store: HistoryStore
        let clock = HandClock(Instant(secondsSince1970: 1_785_535_200))
        let log = NightDesk.Log()
        var mail: Postbox?

        init(mail: Postbox? = nil) throws {
            store = try DeskFixture.Desk.store(sessions: 0)
            self.mail = mail
        }

        /// Notes conditions by key, a minute after the last time.
        @discardableResult
        func note(_ keys: [String], severity: Alert.Severity = .warning) throws -> AlertBook.Outcome {
            clock.advance(seconds: 60)
            let mail = try mail.map {
                AlertDispatcher.Mail(
                    transport: $0, from: try MailAddress("desk@example.com"),
                    recipients: [try MailAddress("ada@example.org")])
            }
            let book = AlertBook(
                store, dispatcher: AlertDispatcher(log: { log.write($0) }, mail: mail), now: { clock.now })
            return try book.note(
                keys.map { try Alert(key: $0, title: "The \($0)", body: "It is so.", severity: severity) })
        }
    }

    @Test("A condition is told once, however long it lasts, and its end once")
    func once() throws {
        let desk = try Desk()
        #expect(try desk.note(["archive"]).told == 1)
        for _ in 0..<3 { #expect(try desk.note(["archive"]).told == 0) }
        let end = try desk.note([])
        #expect(end.raised == [] && end.told == 1 && end.owed == 0)
        for _ in 0..<3 { #expect(try desk.note([]) == AlertBook.Outcome(raised: [], told: 0, owed: 0)) }
        #expect(
            desk.log.lines == [
                "2026-07-31T22:01:00Z WARNING: The archive [archive] It is so.",
                "2026-07-31T22:05:00Z RECOVERED: The archive [archive] It is so.",
            ])
        #expect(try desk.store.alertStandings() == [:])
    }

    @Test("One that comes again after its end is told again")
    func again() throws {
        let desk = try Desk()
        for keys in [["archive"], [], ["archive"]] { try desk.note(keys) }
        #expect(desk.log.lines.map { $0.split(separator: " ")[1] } == ["WARNING:", "RECOVERED:", "WARNING:"])
    }

    @Test("Each condition is its own event: one ends while another begins")
    func several() throws {
        let desk = try Desk()
        #expect(try desk.note(["archive", "checklist"]).told == 2)
        let outcome = try desk.note(["checklist", "mail.stuck"])
        #expect(outcome.told == 2 && outcome.raised.map(\.key) == ["checklist", "mail.stuck"])
        #expect(try desk.store.alertStandings().keys.sorted() == ["checklist", "mail.stuck"])
    }

    @Test("One that becomes graver is told again")
    func graver() throws {
        let desk = try Desk()
        try desk.note(["archive"])
        #expect(try desk.note(["archive"], severity: .critical).told == 1)
        #expect(try desk.note(["archive"], severity: .warning).told == 0)
        #expect(desk.log.lines.count == 2)
    }

    @Test("A channel that was down is owed, and told once it is up; the others are not told twice")
    func owed() throws {
        let mail = Postbox(.greylisted, .wrongPassword)
        let desk = try Desk(mail: mail)
        #expect(try desk.note(["archive"]) == AlertBook.Outcome(raised: try desk.raised("archive"), told: 1, owed: 1))
        #expect(try desk.note(["archive"]) == AlertBook.Outcome(raised: try desk.raised("archive"), told: 0, owed: 1))
        #expect(try desk.note(["archive"]) == AlertBook.Outcome(raised: try desk.raised("archive"), told: 1, owed: 0))
        #expect(try desk.note(["archive"]).told == 0)
        #expect(desk.log.lines.count == 1 && mail.messages.count == 1 && mail.attempts == 3)
    }

    @Test("Whoever was never told of a condition is not told of its end")
    func neverTold() throws {
        let mail = Postbox(.greylisted)
        let desk = try Desk(mail: mail)
        try desk.note(["archive"])
        #expect(try desk.note([]) == AlertBook.Outcome(raised: [], told: 1, owed: 0))
        #expect(mail.messages.isEmpty && mail.attempts == 1 && desk.log.lines.count == 2)
    }

    @Test("An end that could not be told is owed too")
    func endOwed() throws {
        let mail = Postbox(.accepted, .greylisted)
        let desk = try Desk(mail: mail)
        try desk.note(["archive"])
        #expect(try desk.note([]) == AlertBook.Outcome(raised: [], told: 1, owed: 1))
        #expect(try desk.note([]) == AlertBook.Outcome(raised: [], told: 1, owed: 0))
        #expect(try desk.note([]) == AlertBook.Outcome(raised: [], told: 0, owed: 0))
        #expect(mail.messages.count == 2)
    }

    @Test("What is remembered and cannot be read is told anew: twice is better than never")
    func damaged() throws {
        let desk = try Desk()
        try desk.note(["archive", "checklist"])
        for key in ["archive", "checklist"] {
            try desk.store.record(alert: key, standing: "{\"form\":2}", at: desk.clock.now)
        }
        #expect(try desk.note(["archive"]).told == 1)
        // The other is over, and nobody knows whether it was told.
        #expect(try desk.store.alertStandings().keys.sorted() == ["archive"])
        #expect(try desk.note([]).told == 1)
    }
}

extension AlertBookTests.Desk {
    fileprivate func raised(_ key: String) throws -> [Alert] {
        [try Alert(key: key, title: "The \(key)", body: "It is so.", severity: .warning)]
    }
}
