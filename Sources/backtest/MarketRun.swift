import Backtesting
import Console
import Dates
import Foundation
import History
import Input
import Ledger
import Market
import Settings

/// Walks the desk through a market and leaves its history in a file, whole or not at all.
struct MarketRun {
    let settings: DeskSettings
    let economics: EconomicCalendar
    let calendar: TradingCalendar
    let equity: Money
    let share: Double
    let mode: TradeMode
    let seed: UInt64?
    let parameters: [String]

    /// What a run leaves behind, in numbers.
    struct Summary {
        var sessions = 0
        var opened = 0
        var closed = 0
        var hedges = 0
        var shadow = 0
        var candidates = 0
        var findings = 0
        var finalEquity: Money
        /// Some of the gravest findings of the market's data; all of them stand in the history.
        var gravest: [Finding] = []
    }

    func write(_ market: some MarketData, to path: String, replacing: Bool) throws -> Summary {
        let files = FileManager.default
        try makeFolder(of: path)
        guard replacing || FileKind(at: path) == nil else {
            throw Failure(.cannotCreate, "\(path): exists already; add --replace, or name another file by --into")
        }
        try checkReplaceable(path)
        let lock = try FileLock(path + ".lock")
        defer { lock.release() }
        let partial = path + ".partial"
        for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: partial + suffix) }
        defer { for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: partial + suffix) } }
        let store: HistoryStore
        do {
            store = try HistoryStore(writing: partial)
        } catch {
            throw Failure(.cannotCreate, "\(error)")
        }
        var backtest = try Backtest(
            market: market, strategy: settings.strategy, settings: settings.backtest, economics: economics,
            calendar: calendar, initialEquity: equity, share: share, mode: mode)
        let record = try backtest.runRecord(seed: seed, marketParameters: parameters)
        try store.write(run: record)
        try store.write(findings: market.findings)
        let summary = try walk(&backtest, findings: market.findings, into: store)
        try store.close()
        if replacing { for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: path + suffix) } }
        guard rename(partial, path) == 0 else {
            throw Failure(
                .cannotCreate, "\(path): the finished history cannot be put there; check the folder's permissions")
        }
        return summary
    }

    private func walk(_ backtest: inout Backtest, findings: [Finding], into store: HistoryStore) throws -> Summary {
        let terminal = Terminal.standardError(environment: ProcessInfo.processInfo.environment)
        var progress = ProgressBar(
            "Sessions", total: backtest.sessionCount, terminal: terminal, write: drawing)
        defer { progress.finish() }
        var summary = Summary(finalEquity: equity)
        summary.findings = findings.count
        summary.gravest = Array(findings.filter { $0.severity > .note }.sorted { $0.severity > $1.severity }.prefix(5))
        var batch: [SessionRecord] = []
        func flush() throws {
            try store.write(batch)
            batch.removeAll(keepingCapacity: true)
        }
        while let record = try backtest.step() {
            summary.count(record)
            batch.append(record)
            // A transaction for some sessions costs one sync instead of many.
            if batch.count == 32 { try flush() }
            progress.advance(to: summary.sessions, detail: record.day.iso)
        }
        try flush()
        return summary
    }

    /// Only a history may be replaced by one: not somebody's file, nor a device.
    private func checkReplaceable(_ path: String) throws {
        guard let kind = FileKind(at: path) else { return }
        guard kind == .file else {
            throw Failure(
                .cannotCreate, "\(path): is \(kind.words), no file that a history could replace; name another by --into"
            )
        }
        guard let state = try? MigrationPlan(path: path).state, state == .history || state == .empty else {
            throw Failure(
                .cannotCreate,
                "\(path): holds no history of this program and is left as it is; name another file by --into")
        }
    }

    private func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotCreate, "\(folder.path): the folder cannot be made: \(error.localizedDescription)")
        }
    }
}

extension MarketRun.Summary {
    fileprivate mutating func count(_ record: SessionRecord) {
        sessions += 1
        let allotted = record.opened.filter { $0.allotment == .allotted }
        opened += allotted.filter { $0.structure != .hedge }.count
        hedges += allotted.filter { $0.structure == .hedge }.count
        shadow += record.opened.count - allotted.count
        closed += record.closed.filter { $0.allotment == .allotted && $0.structure != .hedge }.count
        candidates += record.candidates.count
        findings += record.findings.count
        for result in record.results where result.allotment == .allotted { finalEquity = finalEquity + result.pnl }
    }

    /// The numbers, aligned.
    func text(terminal: Terminal) -> String {
        var table = TextTable([.left, .right, .left])
        table.add("sessions", "\(sessions)")
        table.add("trades opened", "\(opened)")
        table.add("  closed", "\(closed)")
        table.add("  in shadow", "\(shadow)")
        table.add("hedges bought", "\(hedges)")
        table.add("candidates", "\(candidates)")
        table.add("data findings", "\(findings)")
        for finding in gravest {
            table.add("  \(finding.severity.rawValue)", "", "\(finding.subject): \(finding.message)")
        }
        table.add("final equity", terminal.bold("$\(finalEquity)"))
        return table.text
    }
}
