internal import Dates
public import Foundation
internal import History
internal import Input
internal import Nightly

/// A folder in which files are left for the history: `trades*.csv`, `snapshots*.csv`, `equity*.csv`, in any case.
///
/// A file is imported whole and then moved to `done/`; one that is refused stays, and the step fails with the reason.
/// Repeating an import changes nothing, so that a crash between the two does no harm. Only regular files are read: a link or a
/// pipe is refused by its name, and nothing of what it leads to is read or told.
public struct Inbox: Sendable {
    private let folder: URL

    /// An inbox; the folder need not be there.
    public init(_ folder: URL) { self.folder = folder }

    /// Files of the inbox could not be taken. The others were.
    public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Each file with what is wrong with it, and the remedy.
        public let files: [String]

        /// The files, what is wrong, and the remedy.
        public var description: String { files.joined(separator: "; ") }
    }

    private static let kinds = ["trades", "snapshots", "equity"]

    func take(into store: HistoryStore, at now: Instant) throws -> StepOutcome {
        let (files, strangers) = try waiting()
        let left = strangers.isEmpty ? "" : "; left: \(Excerpt.of(list: strangers))"
        guard !files.isEmpty else { return StepOutcome(.skipped, "nothing in \(folder.lastPathComponent)\(left)") }
        var taken: [String] = []
        var refused: [String] = []
        for (kind, name) in files {
            let file = folder.appendingPathComponent(name)
            let reader: CSVReader
            do throws(CSVError) {
                // Whoever may leave a file here must not have another read, nor keep the night waiting.
                reader = try CSVReader(contentsOf: file, allowing: [])
            } catch {
                refused.append(error.description)
                continue
            }
            let report =
                switch kind {
                case "trades": try store.importTrades(reader, keepGoing: false, at: now)
                case "snapshots": try store.importSnapshots(reader, keepGoing: false, at: now)
                default: try store.importEquity(reader, keepGoing: false, at: now)
                }
            guard report.refused == 0 else {
                refused.append("\(Excerpt.whole(name)): \(Self.words(report))")
                continue
            }
            taken.append(report.description.split(separator: "\n").first.map(String.init) ?? name)
            do {
                try Self.move(file, at: now)
            } catch {
                refused.append(
                    "\(Excerpt.whole(name)): is in the history and cannot be moved to done/ (\(Self.reason(error))); "
                        + "check the folder's permissions")
            }
        }
        guard refused.isEmpty else { throw Refusal(files: refused) }
        return StepOutcome(.done, taken.joined(separator: "; ") + left)
    }

    /// What is wrong with a file, with the place of the first fault.
    private static func words(_ report: ImportReport) -> String {
        let first = report.findings.first { $0.severity == .error }.map { finding in
            // A fault of the file's form has its place in its words.
            finding.message.hasPrefix(finding.place) ? finding.message : "\(finding.place): \(finding.message)"
        }
        let rows = "\(report.refused) \(report.refused == 1 ? "row" : "rows") refused"
        return [rows, first].compactMap(\.self).joined(separator: ": ")
            + "; mend the file where it lies, or import it with report import --keep-going"
    }

    /// What lies in the folder, in the order of its import: trades first, since snapshots and results may speak of them; and the files
    /// that are none of the three.
    private func waiting() throws(Refusal) -> (files: [(kind: String, name: String)], strangers: [String]) {
        guard FileManager.default.fileExists(atPath: folder.path) else { return ([], []) }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw Refusal(
                files: [
                    "\(folder.path): the inbox cannot be read (\((error as NSError).localizedDescription)); check that it "
                        + "is a folder, and its permissions"
                ])
        }
        // Names are read in any case, as on the systems that files come from.
        func kind(of name: String) -> String? {
            let name = name.lowercased()
            // What an import has refused lies beside its file, to be mended first.
            return name.hasSuffix(".csv") && !name.hasSuffix(".rejects.csv")
                ? Self.kinds.first { name.hasPrefix($0) } : nil
        }
        return (
            Self.kinds.flatMap { wanted in names.filter { kind(of: $0) == wanted }.map { (kind: wanted, name: $0) } },
            names.filter { kind(of: $0) == nil && $0 != "done" && !$0.hasPrefix(".") }
        )
    }

    /// Something else than a folder stands in the place of `done/`.
    private struct NoFolder: Error {
        let kind: FileKind
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? NoFolder { return "it is \(error.kind.words), and no folder" }
        return (error as NSError).localizedDescription
    }

    /// Out of the way, under a name of its own.
    private static func move(_ file: URL, at now: Instant) throws {
        let done = file.deletingLastPathComponent().appendingPathComponent("done")
        if let kind = FileKind(at: done.path), kind != .folder { throw NoFolder(kind: kind) }
        try FileManager.default.createDirectory(at: done, withIntermediateDirectories: true)
        let stamp = now.iso.replacing(":", with: "")
        var target = done.appendingPathComponent("\(stamp)-\(file.lastPathComponent)")
        var number = 1
        while FileKind(at: target.path) != nil {
            number += 1
            target = done.appendingPathComponent("\(stamp)-\(number)-\(file.lastPathComponent)")
        }
        try FileManager.default.moveItem(at: file, to: target)
    }
}
