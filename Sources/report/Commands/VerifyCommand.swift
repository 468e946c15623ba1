import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import Input
import Settings

/// `report verify`: whether the archive is what was published.
struct VerifyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold every published report against its manifest, the log, HEAD and a witness.",
        discussion: """
            A log whose end was cut off, or that was written anew with all its files, fits itself; only a head that was kept \
            elsewhere tells. Every weekly mail carries one (X-Report-Log-Size, X-Report-Log-Head): give it as SIZE:DIGEST, or \
            name a file with a copy of HEAD.

            Exit status: 0 whole, 1 a fault, 3 something cannot be read and nothing else is wrong, 64 and above as for every \
            command.

            Example: report verify --head 1301:3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b
            """)

    @Option(help: ArgumentHelp("A head that was kept elsewhere, as SIZE:DIGEST or a file.", valueName: "head"))
    var head: String?
    @Option(help: ArgumentHelp("Leave out the files of runs about earlier days.", valueName: "date")) var from: Day?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        let witness = try head.map(Self.witness)
        let archive = try archive.open(desk)
        let faults = try archive.verify(head: witness, from: from)
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        var lines = faults.prefix(Self.listed).map { "\(terminal.red("✗")) \($0)" }
        if faults.count > Self.listed { lines.append("… and \(faults.count - Self.listed) more") }
        let runs = try? archive.history().runs.count
        if faults.isEmpty {
            let whole = "✓ whole: \(runs ?? 0) runs, head \(try archive.head()?.witness.description ?? "none")"
            let held = witness == nil ? "; not held against a witness" : "; it fits the witness"
            lines.append(terminal.green(whole) + held)
        } else {
            lines.append(
                "\(faults.count) \(faults.count == 1 ? "fault" : "faults"); docs/archive.md says what to do about each")
        }
        try standardOutput(lines.joined(separator: "\n") + "\n")
        let status = VerifyStatus(faults)
        guard status == .whole else { throw ExitCode(status.rawValue) }
    }

    /// Faults that are listed: whoever has more than these restores a backup.
    private static let listed = 1_000

    private static func witness(_ text: String) throws -> Witness {
        if let witness = Witness(text) { return witness }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.contents(of: text, atMost: 4096)
        } catch {
            if error.reason == .missing { throw ValidationError("--head \(text): neither SIZE:DIGEST nor a file") }
            throw error
        }
        guard let witness = Witness(String(decoding: bytes, as: UTF8.self)) else {
            throw ValidationError("--head \(text): the file is no copy of HEAD")
        }
        return witness
    }
}
