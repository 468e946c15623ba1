import ArgumentParser
import Console
import Dates
import Foundation
import History
import Input
import Reviews

/// `report import`: brings history in from elsewhere.
struct ImportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring trades, snapshots and daily results in from CSV, or a desk's old SQLite file.",
        discussion: """
            Formats, rules and findings: docs/history.md. A file is imported whole or not at all; repeating an import \
            changes nothing. With --keep-going the good rows of a CSV file come in, and the others are written beside it as \
            FILE.rejects.csv with the reason for each.

            Example: report import --trades trades.csv --snapshots snapshots.csv --equity equity.csv
            """)

    @Option(help: ArgumentHelp("Trades as CSV.", valueName: "file")) var trades: String?
    @Option(help: ArgumentHelp("Snapshots of the desk's risk as CSV.", valueName: "file")) var snapshots: String?
    @Option(help: ArgumentHelp("Daily results of the strategies as CSV.", valueName: "file")) var equity: String?
    @Option(help: ArgumentHelp("The desk's old SQLite file, or its backtests.", valueName: "file")) var legacy: String?
    @Option(
        name: .customLong("run"), help: ArgumentHelp("Which run of an old file of backtests; the newest otherwise."))
    var legacyRun: Int64?
    @Flag(help: "Import the good rows of a CSV file that has bad ones.") var keepGoing = false
    @Flag(help: "List every finding, not only how many there are of each kind.") var verbose = false
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"

    func validate() throws {
        guard [trades, snapshots, equity, legacy].contains(where: { $0 != nil }) else {
            throw ValidationError("nothing to import; name a file with --trades, --snapshots, --equity or --legacy")
        }
    }

    func perform() throws {
        let files = try [trades, snapshots, equity].map { path in
            try path.map { path in
                let rejects = OutputFile(Self.rejects(of: path))
                if keepGoing { try rejects.check() }
                // What a person names may be a pipe, as of a program that writes the file.
                return try CSVReader(contentsOf: URL(fileURLWithPath: path), allowing: [.links, .pipes])
            }
        }
        let store = try HistoryStore(writing: database)
        let now = Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
        var refusals: [String] = []
        var unreadable: [String] = []
        func take(_ report: ImportReport, _ path: String) throws {
            try say(report)
            list(report)
            if let rejects = report.rejects, report.isCommitted {
                try OutputFile(Self.rejects(of: path)).write(Array(rejects.utf8))
                try say("  refused rows: \(Self.rejects(of: path))")
            }
            if report.isUnreadable {
                unreadable.append(path)
            } else if !report.isCommitted, report.refused > 0 {
                refusals.append(path)
            }
        }
        if let legacy {
            let report = try store.importLegacy(legacy, run: legacyRun, at: now)
            try say(report)
            if verbose { list(report.rows) }
            if !report.rows.isCommitted, report.rows.refused > 0 { refusals.append(legacy) }
        }
        if let trades, let reader = files[0] {
            try take(
                try store.importTrades(reader, keepGoing: keepGoing, at: now), trades)
        }
        if let snapshots, let reader = files[1] {
            try take(
                try store.importSnapshots(reader, keepGoing: keepGoing, at: now),
                snapshots)
        }
        if let equity, let reader = files[2] {
            try take(
                try store.importEquity(reader, keepGoing: keepGoing, at: now), equity)
        }
        try store.close()
        guard unreadable.isEmpty else {
            throw Failure(
                .data,
                "\(unreadable.joined(separator: ", ")): cannot be read as a whole, and nothing of the file was imported; mend what "
                    + "is named above")
        }
        guard refusals.isEmpty else {
            throw Failure(
                .data,
                "\(refusals.joined(separator: ", ")): rows were refused and nothing of the file was imported; mend "
                    + "them, or add --keep-going")
        }
    }

    /// Where the refused rows of a file are written: beside it, and for a pipe, which nothing lies beside, in the working folder.
    private static func rejects(of path: String) -> String {
        let isInput = path == "/dev/stdin" || FileKind(at: path, followingLinks: true) == .pipe
        return (isInput ? URL(fileURLWithPath: path).lastPathComponent : path) + ".rejects.csv"
    }

    /// Refusals that are told unless every finding is asked for: enough to see what is wrong with a file.
    private static let told = 20

    private func list(_ report: ImportReport) {
        let errors = report.findings.filter { $0.severity == .error }
        // What concerns the file as a whole is told in any case.
        let told = errors.prefix(Self.told) + errors.dropFirst(Self.told).filter(\.place.isEmpty)
        for finding in verbose ? report.findings : Array(told) {
            // A fault of the file itself already begins with its place.
            let place = finding.place.isEmpty || finding.message.hasPrefix(finding.place) ? "" : "\(finding.place): "
            standardError("\(finding.severity.rawValue): \(place)\(finding.message)\n")
        }
        if !verbose, errors.count > told.count {
            standardError("and \(report.count(of: .error) - told.count) more; --verbose lists them\n")
        } else if verbose, report.isAbridged {
            standardError("and more of the same; the first thousand of each rule are listed\n")
        }
    }
}
