import Archive
import ArgumentParser
import Console
import Settings

/// `report mend`: brings the archive into order after a crash.
struct MendCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "mend",
        abstract: "Bring the archive into order after a crash, and write its index anew.",
        discussion: """
            Every publication does the first by itself; alone it is of use before a backup. Published reports are not \
            touched. A log that was tampered with is refused.

            Example: report mend
            """)

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        let archive = try archive.open(desk)
        switch try archive.recover() {
        case .nothing:
            guard archive.exists else { throw ArchiveError.missing(path: archive.root) }
            try say("nothing was left undone")
        case .completed(let place): try say("\(place.name): what was begun is done")
        case .discarded(let place): try say("\(place.name): had not come far enough, and was thrown away")
        }
        // A first publication that was thrown away leaves no archive, and so no index.
        guard archive.exists else { return }
        try archive.rebuildIndex()
        try say("the index is written anew")
    }
}
