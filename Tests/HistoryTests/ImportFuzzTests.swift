import Foundation
import Input
import Mathematics
import Testing

@testable import History

/// The sample files, each damaged again and again: an import refuses, or takes in what it can, and nothing between.
@Suite("Damaged CSV files")
struct ImportFuzzTests {
    private static let now = instant("2026-08-07T21:00:00Z")

    /// What means something to the reader, to numbers, to days and to spreadsheets.
    private static let pieces =
        [
            ",", "\"", "\n", "\r\n", "\r", "-", ".", "0", "9223372036854775808", "1e400", "-1e-400", "NaN", "inf",
            "0x10", "",
            " ", "2026-02-30", "2026-07-06T25:00:00Z", "9999-12-31", "MULTIBOOK", "put_credit", "true",
            "=cmd|' /C calc'!A0",
            "'); DROP TABLE trades;--", "é", "\u{0}", "\u{FEFF}", "\u{202E}", "🚀",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3]]

    private static func sample(_ kind: ImportKind) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data/samples/import")
        return Array(try Data(contentsOf: folder.appendingPathComponent("\(kind.rawValue).csv")))
    }

    private func run(_ bytes: [UInt8], _ kind: ImportKind, _ keepGoing: Bool, _ history: HistoryStore) throws
        -> ImportReport
    {
        let reader = CSVReader(bytes: bytes, file: "fuzz.csv")
        return switch kind {
        case .trades: try history.importTrades(reader, keepGoing: keepGoing, at: Self.now)
        case .snapshots: try history.importSnapshots(reader, keepGoing: keepGoing, at: Self.now)
        case .equity: try history.importEquity(reader, keepGoing: keepGoing, at: Self.now)
        default: throw CocoaError(.featureUnsupported)
        }
    }

    private func damaged(_ bytes: [UInt8], _ random: inout RandomSource) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + random.index(below: 6)) {
            let place = random.index(below: bytes.count)
            let end = min(place + 1 + random.index(below: 40), bytes.count)
            switch random.index(below: 5) {
            case 0: bytes[place] = UInt8(random.index(below: 256))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: random.index(below: bytes.count))
            case 3: bytes.insert(contentsOf: Self.pieces[random.index(below: Self.pieces.count)], at: place)
            default:
                // A whole field gives way to a piece.
                let isEnd = { (byte: UInt8) in byte == 0x2C || byte == 0x0A }
                let from = bytes[..<place].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
                let to = bytes[place...].firstIndex(where: isEnd) ?? bytes.count
                bytes.replaceSubrange(from..<max(from, to), with: Self.pieces[random.index(below: Self.pieces.count)])
            }
            if bytes.isEmpty { bytes = [0x0A] }
        }
        return bytes
    }

    private static let tables = ["trades", "trade_details", "trade_exits", "portfolio_metrics", "daily_results"]

    private func counts(_ history: HistoryStore) throws -> [String] {
        try Self.tables.map { "\($0) \(try rows(history, "SELECT count(*) FROM \($0)"))" }
    }

    @Test(
        "Whatever the bytes, rows add up, a refused file leaves nothing, and what came in once comes in once",
        arguments: [ImportKind.trades, .snapshots, .equity], 0..<4)
    func anyBytes(kind: ImportKind, seed: Int) throws {
        let folder = try Folder()
        let sound = try Self.sample(kind)
        var random = RandomSource(seed: UInt64(seed), stream: kind.rawValue)
        var (written, refused) = (0, 0)
        for round in 0..<40 {
            let history = try folder.history("fuzz\(round).sqlite")
            let before = try counts(history)
            let bytes = damaged(sound, &random)
            let keepGoing = random.index(below: 2) == 0
            let words = Comment(
                rawValue: "\(kind), seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
            let report = try run(bytes, kind, keepGoing, history)
            let sorted = report.imported + report.updated + report.alreadyThere + report.refused
            if report.isCommitted {
                #expect(sorted == report.rowsRead, words)
                #expect(keepGoing || report.refused == 0, words)
                written += 1
                let again = try run(bytes, kind, keepGoing, history)
                #expect(again.imported == 0 && again.updated == 0, words)
            } else {
                #expect(report.refused > 0, words)
                #expect(try counts(history) == before, words)
                refused += 1
            }
            #expect(report.findings.allSatisfy { !$0.message.isEmpty && !$0.rule.isEmpty }, words)
            #expect(report.findings.count { $0.severity == .error } >= report.refused, words)
            #expect(try rows(history, "PRAGMA integrity_check") == ["ok"], words)
            try history.close()
        }
        #expect(written > 0 && refused > 0)
    }

    @Test(
        "A record without an end is refused without being taken in: 32 MB add less than 16 MB",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "needs Linux"))
    func boundedMemory() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let path = folder.file("endless.csv")
            try Data("\(TradeRow.needed.joined(separator: ","))\n1,\"".utf8).write(to: URL(fileURLWithPath: path))
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            let piece = Data(repeating: 0x78, count: 1 << 20)
            for _ in 0..<32 { try file.write(contentsOf: piece) }
            try file.close()
            // The most that the process has held so far, in kilobytes.
            func peak() throws -> Int {
                let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
                return try #require(status.firstMatch(of: #/VmHWM:\s+(\d+) kB/#).flatMap { Int($0.1) })
            }
            let history = try folder.history()
            let before = try peak()
            let reader = try CSVReader(contentsOf: URL(fileURLWithPath: path))
            let report = try history.importTrades(reader, at: instant("2026-08-07T21:00:00Z"))
            try #require(!report.isCommitted && report.refused > 0)
            try #require(try peak() - before < 16 << 10)
        }
    }
}
