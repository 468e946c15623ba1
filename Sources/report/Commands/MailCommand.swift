import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import History
import Input
import Mail
import Operations
import Settings

/// `report mail`: sends a published report, or shows and mends the outbox.
struct MailCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Mail a published report, at most once to each recipient.",
        discussion: """
            How mail goes out, and what becomes of one that does not: docs/mail.md. The name and password for the server come \
            from THETADESK_SMTP_USER and THETADESK_SMTP_PASSWORD.

            Exit status: 0 all sent, 1 some wait or need a person, 64 and above as for every command.

            Examples:
              report mail 2026-W31-weekly --dry-run review.eml
              report mail 2026-W31-weekly --to ada@example.com
              report mail 2026-W31-weekly --resend --person Ada --reason "it never came"
              report mail --status
            """)

    @Argument(help: ArgumentHelp("A run, as 2026-W31-weekly.", valueName: "run")) var name: String?
    @Option(help: ArgumentHelp("Only to this address; may be repeated.", valueName: "address")) var to: [String] = []
    @Option(help: ArgumentHelp("Write the mail instead of sending it.", valueName: "file.eml")) var dryRun: String?
    @Flag(help: "Send it again to those who have it, or may have.") var resend = false
    @Flag(help: "Go on with mails that stopped at the settings, now that these are corrected.") var resume = false
    @Option(help: ArgumentHelp("With --resend: who wishes it.", valueName: "name"), transform: oneLine)
    var person: String?
    @Option(help: ArgumentHelp("With --resend: why.", valueName: "text"), transform: oneLine) var reason: String?
    @Flag(help: "List the outbox.") var status = false
    @OptionGroup var clock: ClockOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func validate() throws {
        guard status || name != nil else { throw ValidationError("name a run, or use --status") }
        guard !resend || (person != nil && reason != nil) else {
            throw ValidationError("--resend needs --person and --reason, because they are recorded")
        }
        guard dryRun == nil || (!resend && !resume) else {
            throw ValidationError("--dry-run sends nothing; leave out --resend and --resume")
        }
    }

    func perform() throws {
        let settings = try history.desk.read()
        let archive = try archive.open(history.desk)
        let mail = DeskMail(settings, now: clock.clock)
        if status { return try show() }
        let run = try archive.history().run(named: name ?? "")
        let mailer = mail.mailer(archive)
        let recipients = try to.isEmpty ? mailer.recipients() : to.map { try MailAddress($0) }
        guard !recipients.isEmpty else {
            throw Failure(.settings, "nobody is to get it; name them by --to, or under mail.recipients in desk.yaml")
        }
        let mails = try recipients.map { try mailer.message(about: run, to: $0) }
        if let dryRun {
            let file = OutputFile(dryRun)
            try file.write(mails[0].message.bytes)
            let others =
                switch recipients.count - 1 {
                case 0: ""
                case 1: "; the other one differs in the address alone"
                case let count: "; the other \(count) differ in the address alone"
                }
            let words = "\(dryRun): the mail to \(recipients[0])\(others)\n"
            return file.isStandardOutput ? standardError(words) : try standardOutput(words)
        }
        guard mail.isSetUp else {
            throw Failure(.settings, "mail.server is not set; name the server in desk.yaml, or use --dry-run")
        }
        let store = try HistoryStore(writing: history.database, makingIt: false)
        let outbox = HistoryOutbox(store, now: clock.clock)
        try ask(mails.map(\.key), outbox, try settings.mail.outbox())
        let outcomes = try mail.postman().deliver(mails, through: outbox)
        try store.close()
        try standardOutput(outcomes.map { "\($0)\n" }.joined())
        let allSent = outcomes.allSatisfy { if case .sent = $0.entry.state { true } else { false } }
        guard allSent else { throw ExitCode(1) }
    }

    /// Records a wish to send again, or to go on.
    private func ask(_ keys: [OutboxKey], _ outbox: HistoryOutbox, _ rules: Outbox) throws {
        guard resend || resume else { return }
        let known = Set(try outbox.entries().map(\.key))
        let wish =
            try resend
            ? OutboxEvent.resend(.init(person: person ?? "", reason: reason ?? "", at: clock.clock())) : .resume
        for key in keys where known.contains(key) {
            try outbox.update(key) { entry in
                guard let entry else { throw Failure(.data, "\(key): is not in the outbox") }
                return (rules.next(entry, on: wish, at: clock.clock()).entry, ())
            }
        }
    }

    private func show() throws {
        let store = try HistoryStore(reading: history.database)
        let entries = try HistoryOutbox(store, now: clock.clock).entries()
        let lines = entries.map { entry in
            ([Excerpt.whole("\(entry)")]
                + entry.resends.map { "  asked for again by \(Excerpt.whole("\($0.person): \($0.reason)"))" }).joined(
                    separator: "\n")
        }
        try standardOutput((lines.isEmpty ? "the outbox is empty" : lines.joined(separator: "\n")) + "\n")
    }
}
