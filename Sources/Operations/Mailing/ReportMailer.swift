public import Archive
internal import Dates
internal import Foundation
public import Mail
internal import Notebooks
internal import Publishing

/// Makes the mails about published reports, from the archive alone.
public struct ReportMailer: Sendable {
    private let archive: Archive
    private let settings: MailSettings
    private let address: String

    /// A mailer.
    /// - Parameters:
    ///   - settings: how mail goes out.
    ///   - address: the archive's address for readers, ending with a slash; empty for none.
    public init(_ archive: Archive, settings: MailSettings, address: String) {
        self.archive = archive
        self.settings = settings
        self.address = address
    }

    /// Who gets reports.
    /// - Throws: `MailError` for an address that is none.
    public func recipients() throws(MailError) -> [MailAddress] {
        var recipients: [MailAddress] = []
        for text in settings.recipients { recipients.append(try MailAddress(text)) }
        return recipients
    }

    /// The mail about a run to a recipient: the headline figures, the workbook, and the archive's head as a witness.
    ///
    /// The same run gives the same bytes whenever it is made.
    /// - Throws: ``PublishingError/noCells(run:)``, `ArchiveError` for a run that is not as it was published, `MailError`.
    public func message(about run: Run, to recipient: MailAddress) throws -> (key: OutboxKey, message: MailMessage) {
        guard let document = try archive.cells(of: run) else { throw PublishingError.noCells(run: run.place.name) }
        let witness = try archive.witness(of: run)
        let summary = ReportSummary(
            of: run, showing: document, log: (witness.size, witness.digest), address: address)
        let workbook = try archive.file("report.xlsx", of: run).map {
            try Attachment(name: "\(run.place.name).xlsx", type: Self.workbookType, bytes: Array($0))
        }
        let attachments = [workbook].compactMap(\.self)
        let from = try MailAddress(settings.from)
        let message = try ReportMail.compose(summary, attachments: attachments.map(\.name)).message(
            from: from, to: recipient, replyTo: settings.replyTo.isEmpty ? nil : try MailAddress(settings.replyTo),
            id: try MessageID(
                kind: run.place.kind, period: run.place.period.description, revision: run.place.revision,
                inputID: run.inputID, host: from.host),
            date: run.time, attachments: attachments)
        return (OutboxKey(about: run, to: recipient), message)
    }

    private static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}
