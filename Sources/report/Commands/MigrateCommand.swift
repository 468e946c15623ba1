import ArgumentParser
import Console
import History

/// `report migrate`: brings a history to this program's schema.
struct MigrateCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring a history, or the desk's old file, to the schema of this program.",
        discussion: """
            A copy is put beside the file before anything is changed. No row is lost. Makes an empty history where there is \
            no file.

            Example: report migrate --database data/desk.sqlite --dry-run
            """)

    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"
    @Flag(help: "Only say what would be done.") var dryRun = false

    func perform() throws {
        if dryRun {
            try say(try MigrationPlan(path: database))
        } else {
            try say(try HistoryStore.migrate(database))
        }
    }
}
