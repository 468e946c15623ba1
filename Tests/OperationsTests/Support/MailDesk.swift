import Archive
import Dates
import Foundation
import History
import Ledger
import Mail
import Nightly
import Notebooks
import Operations
import Publishing
import PublishingFixture
import Reports

/// A desk that mails its reports, with small weekly reviews in its archive.
struct MailDesk {
    let desk: PublishingDesk
    var mail = MailSettings()
    var reports = ReportSettings()

    init(sessions: Int = 10) throws {
        desk = try PublishingDesk(sessions: sessions)
        mail.from = "ThetaDesk <desk@example.com>"
        mail.recipients = ["Ada <ada@example.org>"]
        reports.address = "https://reports.example.com/"
    }

    var outbox: HistoryOutbox { HistoryOutbox(desk.store, now: { desk.clock.now }) }
    var mailer: ReportMailer { ReportMailer(desk.archive, settings: mail, address: reports.address) }

    /// A small review of a week, or of a correction of it.
    @discardableResult
    func publish(_ week: String, note: String = "quiet") throws -> Run {
        let text = """
            ---
            title: Weekly review {{ week }}
            kind: weekly
            parameters:
              week: { type: week }
              note: { type: text }
            formats: [html, xlsx]
            ---
            # {{ week }}: {{ note }}

            """
        return try desk.publisher.publish(
            ReportOrder(
                try desk.write(text, as: "weekly.md"), about: .week(try PublishingDesk.week(week)),
                asOf: try PublishingDesk.day("2026-07-31"), parameters: ["week": week, "note": note])
        ).run
    }

    func round(_ transport: any MailTransport) throws -> MailRound {
        MailRound(
            mailer, archive: desk.archive, settings: reports,
            postman: Postman(outbox: try mail.outbox(), transport: transport, now: { desk.clock.now }),
            outbox: outbox, now: { desk.clock.now })
    }

    /// One round, in words.
    func deliver(_ transport: any MailTransport) throws -> [String] {
        try round(transport).deliver().map(\.description)
    }

    /// What a person wants of a mail.
    func ask(_ event: OutboxEvent, of key: OutboxKey) throws {
        try outbox.update(key) { entry in
            guard let entry else { throw PublishingDesk.Broken(description: "\(key) is not in the outbox") }
            return (try mail.outbox().next(entry, on: event, at: desk.clock.now).entry, ())
        }
    }

    /// The states of the outbox, as people's SQL reads them.
    func states() throws -> [String] { try desk.store.outbox().map { "\($0.recipient) r\($0.revision) \($0.state)" } }

    func key(_ run: Run, _ recipient: String = "ada@example.org") throws -> OutboxKey {
        OutboxKey(
            kind: run.place.kind, period: run.place.period.description, revision: run.place.revision,
            recipient: try MailAddress(recipient))
    }
}

extension MailDesk {
    /// What a notebook of a text shows on the last day.
    func document(_ text: String) throws -> Document {
        try desk.publisher.reports.report(
            desk.write(text, as: "page.md"), asOf: PublishingDesk.day("2026-07-31")
        ).document
    }
}
