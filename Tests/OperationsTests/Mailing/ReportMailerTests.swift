import Archive
import Dates
import Foundation
import Mail
import Publishing
import PublishingFixture
import Testing

@testable import Operations

@Suite("The mail about a published report")
struct ReportMailerTests {
    private func text(_ message: MailMessage) -> String {
        String(decoding: message.bytes, as: UTF8.self).replacing("\r\n ", with: " ")
    }

    @Test("It is from the desk to the recipient, dated by the publication, with the run's name and witness in its head")
    func head() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        desk.mail.replyTo = "pm@example.com"
        let run = try desk.publish("2026-W31")
        let (key, message) = try desk.mailer.message(about: run, to: MailAddress("Ada <ada@example.org>"))
        #expect(try key == desk.key(run) && key.runName == run.place.name)
        #expect(message.id.text == "weekly.2026-W31.r1.\(run.inputID)@example.com")
        let lines = text(message).components(separatedBy: "\r\n")
        #expect(
            lines.contains("From: \"ThetaDesk\" <desk@example.com>") && lines.contains("Reply-To: <pm@example.com>"))
        #expect(lines.contains("To: \"Ada\" <ada@example.org>"))
        #expect(lines.contains("Date: Fri, 31 Jul 2026 18:00:00 -0400"))
        #expect(lines.contains("X-Report-Input: \(run.inputID)"))
        let head = try #require(try desk.desk.archive.head())
        #expect(lines.contains("X-Report-Log-Size: 1") && lines.contains("X-Report-Log-Head: \(head.witness.digest)"))
        #expect(text(message).contains("filename=\"2026-W31-weekly-r1.xlsx\""))
    }

    @Test("The same run gives the same bytes whenever it is made, whatever was published since")
    func bytes() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let run = try desk.publish("2026-W30")
        let first = try desk.mailer.message(about: run, to: MailAddress("ada@example.org")).message
        desk.desk.clock.advance(seconds: 86_400)
        try desk.publish("2026-W31")
        #expect(try desk.mailer.message(about: run, to: MailAddress("ada@example.org")).message == first)
    }

    @Test("A report without a workbook goes without one; without a reply address, answers go to the sender")
    func plain() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let text = "---\ntitle: Page\nkind: daily\nformats: [html]\n---\n# All quiet\n"
        let day = try PublishingDesk.day("2026-07-31")
        let run = try desk.desk.publisher.publish(
            ReportOrder(try desk.desk.write(text, as: "page.md"), about: .day(day), asOf: day)
        ).run
        let mail = self.text(try desk.mailer.message(about: run, to: MailAddress("ada@example.org")).message)
        #expect(!mail.contains("filename=") && !mail.contains("Reply-To") && mail.contains("Subject: Daily 2026-07-31"))
    }

    @Test("Recipients are those of the settings; one that is no address is named")
    func recipients() throws {
        var desk = try MailDesk()
        defer { desk.desk.remove() }
        desk.mail.recipients = ["Ada <ada@example.org>", "bob@example.org"]
        #expect(try desk.mailer.recipients().map(\.mailbox) == ["ada@example.org", "bob@example.org"])
        desk.mail.recipients = ["ada@example"]
        let run = try desk.publish("2026-W31")
        desk.mail.recipients = ["ada at example.org"]
        #expect(
            #expect(throws: MailError.self) { try desk.mailer.recipients() }?.description
                == "mail address 'ada at example.org': must have one '@'; write name@example.com")
        desk.mail.from = ""
        #expect(
            #expect(throws: MailError.self) {
                try desk.mailer.message(about: run, to: MailAddress("ada@example.org"))
            }?.description == "mail address '': must have one '@'; write name@example.com")
    }

    @Test("A run without cells, and one that is not as it was published, are not mailed")
    func faults() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let draft = Draft(
            kind: "weekly", period: .week(try PublishingDesk.week("2026-W29")),
            asOf: try PublishingDesk.day("2026-07-17"), program: .init(name: "Something else", version: "1"),
            settings: String(repeating: "0", count: 64), templates: [], inputs: [],
            outcome: Outcome(title: "By hand", headline: ""), started: desk.desk.clock.now)
        let foreign = try desk.desk.archive.publish(draft, clock: { desk.desk.clock.now }) { folder, _ in
            try Data("x".utf8).write(to: folder.appendingPathComponent("index.html"))
        }.run
        let ada = try MailAddress("ada@example.org")
        #expect(throws: PublishingError.noCells(run: "2026-W29-weekly-r1")) {
            try desk.mailer.message(about: foreign, to: ada)
        }
        let run = try desk.publish("2026-W31")
        let path = "\(desk.desk.archive.root)/\(run.place.path)/cells.json"
        try Data("{}".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.altered(path: path)) { try desk.mailer.message(about: run, to: ada) }
    }
}
