import Archive
import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Mail
import Market
import Nightly
import PublishingFixture
import Testing

@testable import Operations

@Suite("What a night asks a person to look at")
struct NightAttentionTests {
    @Test("A desk without mail skips it, and one without recipients has nothing to send")
    func noMail() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        desk.mailbox = nil
        #expect(try desk.run(after: "2026-07-31").words[7] == "2026-07-31 mail skipped: no mail is set up")
        var lonely = try NightDesk()
        defer { lonely.desk.remove() }
        lonely.office.mail.recipients = []
        #expect(try lonely.run(after: "2026-07-31").words[7] == "2026-07-31 mail skipped: nothing to send")
    }

    @Test("Mail that waits leaves the step unfinished, mail that needs a person asks for attention")
    func mail() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        desk.mailbox = Postbox(.greylisted, .refused)
        #expect(
            try desk.run(after: "2026-07-31").words[7]
                == "2026-07-31 mail unfinished: weekly 2026-W31 r1 to ada@example.org: not sent yet (451 later); next attempt "
                + "from 2026-07-31 17:35 New York")
        // The same evening only what is not at its end is due, with the run's end; the mail's time has not come.
        #expect(
            try desk.run(after: "2026-07-31").words.map { $0.prefix(26) } == [
                "2026-07-31 mail unfinished", "2026-07-31 alerts done: Th",
            ])
        let monday = try desk.run(after: "2026-08-03").words
        #expect(monday[0] == "2026-07-31 mail skipped: left to the last night of this run")
        #expect(
            monday.contains {
                $0.hasPrefix("2026-08-03 mail unfinished: ")
                    && $0.contains("failed 2026-08-03 17:30 New York (550 no such user)")
            })
        #expect(monday.last?.contains("Mail needs a person") == true)
    }

    @Test("A mail that was refused asks for attention and is not tried again; the alert says which")
    func refused() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        desk.mailbox = Postbox(.refused)
        let words = try desk.run(after: "2026-07-31").words
        let fault = "weekly 2026-W31 r1 to ada@example.org: failed 2026-07-31 17:30 New York (550 no such user)"
        #expect(words[7] == "2026-07-31 mail attention: \(fault)")
        #expect(words[8] == "2026-07-31 alerts done: The daily checklist, Mail needs a person; alerts went out")
        #expect(
            desk.log.lines[1].hasSuffix("CRITICAL: Mail needs a person [mail.stuck] \(fault) See report mail --status.")
        )
        #expect(try desk.run(after: "2026-07-31").words == [])
        // A night later nobody has looked yet.
        let monday = try desk.run(after: "2026-08-03").words
        #expect(monday.contains { $0.hasPrefix("2026-08-03 mail ") && $0.hasSuffix(": \(fault)") })
    }

    @Test("An alert whose channel is down leaves the step unfinished, until it is told")
    func owed() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        desk.alertbox = Postbox(.greylisted)
        #expect(
            try desk.run(after: "2026-07-31").words[8]
                == "2026-07-31 alerts unfinished: The daily checklist; 1 could not be told yet")
        #expect(
            try desk.run(after: "2026-07-31").words == [
                "2026-07-31 mail skipped: nothing to send",
                "2026-07-31 alerts done: The daily checklist; alerts went out",
            ])
        #expect(desk.log.lines.count == 1 && desk.alertbox?.messages.count == 1)
    }

    @Test("The kill switch's file takes the capital back, and that is told once for as long as it stands")
    func killSwitch() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        try Data().write(to: desk.desk.folder.appendingPathComponent("HALT"))
        let words = try desk.run(after: "2026-07-30").words
        #expect(words[3] == "2026-07-30 gate attention: ROLL BACK to 0 %, kill switch")
        _ = try desk.run(after: "2026-07-31")
        let alerts = desk.log.lines.filter { $0.contains("[gate.roll-back.2026-07-30]") }
        #expect(alerts.count == 1 && alerts[0].contains("CRITICAL: ROLL BACK to 0 %"))
    }

    @Test("A report with something to look at asks for attention and is published all the same")
    func warnings() throws {
        var desk = try NightDesk()
        defer { desk.desk.remove() }
        let text = """
            ---
            title: Page {{ as_of }}
            kind: daily
            formats: [markdown]
            ---
            # Page

            ```sql none
            --| title: Nothing
            --| empty: warn
            --| empty-text: There is nothing.
            select 1 as one where 0
            ```

            """
        for name in ["daily-checklist", "gate-decision", "weekly-review"] {
            let kind = name.replacing("daily-checklist", with: "daily").replacing("gate-decision", with: "gate")
                .replacing("weekly-review", with: "weekly")
            let text = kind == "daily" ? text : "---\ntitle: \(kind)\nkind: \(kind)\n---\n# Page\n"
            _ = try desk.desk.write(text, as: "\(name).md")
        }
        desk.notebooks = try NightNotebooks(desk.desk.catalogue)
        let words = try desk.run(after: "2026-07-30").words
        #expect(words[4] == "2026-07-30 report-daily attention: 2026/07-30/daily/r1; Nothing: There is nothing.")
    }

    @Test("An archive that was tampered with is told, and the gate believes nothing meanwhile")
    func tampered() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-07-30")
        let page = "2026/07-30/daily/r1/report.md"
        try Data("another".utf8).write(to: URL(fileURLWithPath: "\(desk.desk.archive.root)/\(page)"))
        let words = try desk.run(after: "2026-07-31").words
        #expect(words[3] == "2026-07-31 gate attention: HOLD at 50 %, health")
        #expect(words.last?.contains("The archive is not as it was published") == true)
        #expect(desk.log.lines.contains { $0.contains("[archive] changed file: \(page)") })
    }
}
