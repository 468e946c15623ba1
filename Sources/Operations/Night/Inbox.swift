internal import Dates
public import Foundation
internal import History
internal import Input
internal import Nightly

/// A folder in which files are left for the history: `trades*.csv`, `snapshots*.csv`, `equity*.csv`.
///
/// A file is imported whole and then moved to `done/`; one that is refused stays, and the step fails with the reason.
/// Repeating an import changes nothing, so that a crash between the two does no harm.
public struct Inbox: Sendable {
    private let folder: URL

    /// An inbox; the folder need not be there.
    public init(_ folder: URL) { self.folder = folder }

    /// A file of the inbox was refused.
    public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Each file with what is wrong with it.
        public let files: [String]

        /// The files, what is wrong, and the remedy.
        public var description: String {
            "\(files.joined(separator: "; ")); mend the file where it lies, or import it with report import --keep-going"
        }
    }

    private static let kinds = ["trades", "snapshots", "equity"]

    func take(into store: HistoryStore, at now: Instant) throws -> StepOutcome {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        // Trades first: snapshots and results may speak of them.
        let files = Self.kinds.flatMap { kind in
            names.filter { $0.hasPrefix(kind) && $0.hasSuffix(".csv") }.map { (kind: kind, name: $0) }
        }
        guard !files.isEmpty else { return StepOutcome(.skipped, "nothing in \(folder.lastPathComponent)") }
        var taken: [String] = []
        var refused: [String] = []
        for (kind, name) in files {
            let file = folder.appendingPathComponent(name)
            let reader = try CSVReader(contentsOf: file)
            let report =
                switch kind {
                case "trades": try store.importTrades(reader, keepGoing: false, at: now)
                case "snapshots": try store.importSnapshots(reader, keepGoing: false, at: now)
                default: try store.importEquity(reader, keepGoing: false, at: now)
                }
            guard report.isCommitted || report.refused == 0 else {
                let first = report.findings.first { $0.severity == .error }.map { ": \($0.message)" } ?? ""
                refused.append("\(name): \(report.refused) rows refused\(first)")
                continue
            }
            try Self.move(file, at: now)
            taken.append(report.description.split(separator: "\n").first.map(String.init) ?? name)
        }
        guard refused.isEmpty else { throw Refusal(files: refused) }
        return StepOutcome(.done, taken.joined(separator: "; "))
    }

    /// Out of the way, under a name of its own.
    private static func move(_ file: URL, at now: Instant) throws {
        let done = file.deletingLastPathComponent().appendingPathComponent("done")
        try FileManager.default.createDirectory(at: done, withIntermediateDirectories: true)
        let stamp = now.iso.replacing(":", with: "")
        var target = done.appendingPathComponent("\(stamp)-\(file.lastPathComponent)")
        var number = 1
        while FileManager.default.fileExists(atPath: target.path) {
            number += 1
            target = done.appendingPathComponent("\(stamp)-\(number)-\(file.lastPathComponent)")
        }
        try FileManager.default.moveItem(at: file, to: target)
    }
}
