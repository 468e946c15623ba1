import Archive
import Dates
import Foundation
import Mail
import Nightly
import Operations
import Settings

/// A desk's mail and alerts, wired from settings and environment.
struct DeskMail {
    let settings: DeskSettings
    let environment: [String: String]
    let now: @Sendable () -> Instant

    init(_ settings: DeskSettings, now: @escaping @Sendable () -> Instant) {
        self.settings = settings
        self.now = now
        environment = ProcessInfo.processInfo.environment
    }

    /// Whether the desk has mail.
    var isSetUp: Bool { !settings.mail.server.isEmpty }

    /// The way to the server.
    func transport() throws -> SMTPTransport {
        SMTPTransport(server: try settings.mail.smtpServer(), credentials: try Credentials(environment: environment))
    }

    /// The rules by which mail leaves.
    func postman() throws -> Postman {
        Postman(outbox: try settings.mail.outbox(), transport: try transport(), now: now)
    }

    /// Makes the mails.
    func mailer(_ archive: Archive) -> ReportMailer {
        ReportMailer(archive, settings: settings.mail, address: settings.reports.address)
    }

    /// Who is told of what should be known.
    /// - Parameter log: writes a line.
    func dispatcher(log: @escaping (String) -> Void) throws -> AlertDispatcher {
        var mail: AlertDispatcher.Mail?
        if isSetUp {
            let names =
                settings.mail.alertRecipients.isEmpty ? settings.mail.recipients : settings.mail.alertRecipients
            mail = AlertDispatcher.Mail(
                transport: try transport(), from: try MailAddress(settings.mail.from),
                recipients: try names.map { try MailAddress($0) })
        }
        return AlertDispatcher(
            log: log, mail: mail, webhook: try Webhook(environment: environment, authorities: settings.mail.authorities)
        )
    }
}
