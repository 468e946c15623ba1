import ArgumentParser
import Console
import Dates
import History
import Input
import Testing

@Suite struct ExitStatusTests {
    private struct Other: Error {}

    @Test("A script can tell what went wrong by the exit status")
    func statuses() {
        let errors: [(any Error, Failure.Status)] = [
            (Failure(.settings, "x"), .settings), (CSVError.unreadable(file: "x", reason: "y"), .noInput),
            (CSVError.noHeader(file: "x"), .data), (HistoryError.missing(path: "x"), .noInput),
            (HistoryError.locked(path: "x"), .temporary), (HistoryError.readOnly(path: "x"), .cannotCreate),
            (HistoryError.corrupt(path: "x", detail: ""), .data), (Other(), .data),
            (FileLock.Refusal.taken(path: "x", process: 1), .temporary),
            (FileLock.Refusal.cannotMake(path: "x", reason: "y"), .cannotCreate),
            (FileLock.Refusal.occupied(path: "x", .link), .cannotCreate),
            (OutputFile.Refusal.kind(path: "x", .pipe), .cannotCreate), (FileRefusal("x", .missing), .noInput),
            (HistoryError.linked(path: "x", target: "y"), .noInput), (HistoryError.noFile(path: "x", .pipe), .noInput),
        ]
        for (error, status) in errors { #expect(Failure.Status(of: error) == status) }
        #expect(Failure.Status.data.rawValue == 65 && Failure.Status.temporary.rawValue == 75)
    }

    private struct Command: DeskCommand {
        @Option var week: ISOWeek
        @Option var day: Day
        @Flag var fail = false
        @Flag var misuse = false
        @Flag var quit = false
        func perform() throws {
            if fail { throw Failure(.temporary, "somebody else is at work") }
            if misuse { throw ValidationError("--misuse makes no sense") }
            if quit { throw ExitCode(3) }
            try standardOutput("")
        }
    }

    @Test("A command's failure becomes its exit status; dates and weeks are read as arguments")
    func command() throws {
        var good = try Command.parse(["--week", "2026-W31", "--day", "2026-07-31"])
        #expect(good.week.contains(good.day))
        try good.run()
        var bad = try Command.parse(["--week", "2026-W31", "--day", "2026-07-31", "--fail"])
        #expect(throws: ExitCode(75)) { try bad.run() }
        var misused = try Command.parse(["--week", "2026-W31", "--day", "2026-07-31", "--misuse"])
        #expect(throws: ValidationError.self) { try misused.run() }
        var quitting = try Command.parse(["--week", "2026-W31", "--day", "2026-07-31", "--quit"])
        #expect(throws: ExitCode(3)) { try quitting.run() }
        #expect(throws: (any Error).self) { try Command.parse(["--week", "2025-W53", "--day", "2026-07-31"]) }
    }
}
