import ArgumentParser
import Console

/// The desk's reports: what happened, whether it adds up, and where it stands against its targets.
@main
struct ReportProgram: AsyncParsableCommand {
    /// The program's name and version, as reports give them.
    static let name = "ThetaDesk \(version)"
    /// The program's version.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Review the desk's history, and keep it.",
        discussion: """
            Exit status: 0 done, 64 wrong usage, 65 wrong input or a failed cell, 66 input missing, 73 output cannot be \
            written, 75 database in use, 78 wrong settings.
            """,
        subcommands: [
            DailyCommand.self, WeeklyCommand.self, GateCommand.self, NightlyCommand.self, MailCommand.self,
            PublishCommand.self, RenderCommand.self, HistoryCommand.self,
            VerifyCommand.self,
            DiffCommand.self, ReproduceCommand.self, RemoveCommand.self, MendCommand.self, CheckCommand.self,
            PreviewCommand.self,
            DatasetsCommand.self, SignoffCommand.self, ServeCommand.self,
            ImportCommand.self,
            MigrateCommand.self,
        ])

    static func main() async {
        checkArguments()
        await main(nil)
    }
}
