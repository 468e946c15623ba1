import Dates
import Foundation
import GRDB
import GRDBSQLite
import Input
import Testing

@testable import History

/// What an import costs, counted in steps of SQLite's machine and in memory, not in seconds.
@Suite("What an import costs")
struct ImportCostTests {
    private static let now = instant("2026-08-07T21:00:00Z")

    /// A file of so many sound rows.
    private static func file(_ kind: ImportKind, rows: Int) -> String {
        switch kind {
        case .snapshots:
            "timestamp,total_delta,total_theta,total_vega,total_gamma,day_at_risk,vix_level,hedge_active\n"
                + (0..<rows).map { row in
                    let minute = row % 60
                    let hour = row / 60 % 24
                    return
                        "2026-07-\(padded(1 + row / 1_440))T\(padded(hour)):\(padded(minute)):00Z,0.1,90,-400,0.01,0.02,18,0\n"
                }.joined()
        case .equity:
            "date,strategy,allotted_capital,pnl\n"
                + (0..<rows).map { "\(day("1990-01-01").adding($0 + $0 / 5 * 2)),LEGACY,50000,12.5\n" }.joined()
        default:
            "trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,exit_time,exit_cost,fees,mode,note\n"
                + (0..<rows).map {
                    "T\($0),LEGACY,LEGACY,SPY,put_credit,2026-07-01T19:30:00Z,2,1.05,2026-07-22T19:00:00Z,0.5,5.21,paper,\(note)\n"
                }.joined()
        }
    }

    private static let note = String(repeating: "a long note ", count: 170)

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private final class Steps {
        var count = 0
    }

    private func steps(_ kind: ImportKind, rows: Int) throws -> Int {
        let folder = try Folder()
        let history = try folder.history()
        let steps = Steps()
        history.database.inDatabase { db in
            sqlite3_progress_handler(
                db.sqliteConnection, 1,
                { context in
                    context.map { Unmanaged<Steps>.fromOpaque($0).takeUnretainedValue().count += 1 }
                    return 0
                }, Unmanaged.passUnretained(steps).toOpaque())
        }
        let reader = CSVReader(text: Self.file(kind, rows: rows), file: "file.csv")
        let report =
            switch kind {
            case .snapshots: try history.importSnapshots(reader, at: Self.now)
            case .equity: try history.importEquity(reader, at: Self.now)
            default: try history.importTrades(reader, at: Self.now)
            }
        #expect(report.imported == rows && report.findings.isEmpty)
        try history.close()
        return steps.count
    }

    @Test("Four times the rows take four times the steps", arguments: [ImportKind.trades, .snapshots, .equity])
    func linear(kind: ImportKind) throws {
        let few = try steps(kind, rows: 400)
        let many = try steps(kind, rows: 1_600)
        #expect(Double(many) < 4.4 * Double(few), "\(few) and \(many) steps")
    }

    @Test(
        "However large the file, little of it is in memory: 20 MB of good rows add less than 12 MB",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "needs Linux"))
    func boundedMemory() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let path = folder.file("large.csv")
            try Self.file(.trades, rows: 10_000).write(toFile: path, atomically: true, encoding: .utf8)
            let history = try folder.history()
            _ = try history.importTrades(CSVReader(text: Self.file(.trades, rows: 1), file: "one.csv"), at: Self.now)
            // Once written, the most so far is forgotten.
            try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
            func kilobytes(_ field: String) throws -> Int {
                let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
                let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(field):") })
                return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
            }
            let before = try kilobytes("VmHWM")
            let reader = try CSVReader(contentsOf: URL(fileURLWithPath: path))
            let report = try history.importTrades(reader, keepGoing: true, at: Self.now)
            try #require(report.imported == 9_999 && report.refused == 1 || report.alreadyThere == 1)
            try #require(try kilobytes("VmHWM") - before < 12 << 10)
        }
    }
}
