public import Dates
public import Input
public import Ledger

/// A run of the old backtester, as its file has it.
public struct LegacyRun: Hashable, Sendable {
    /// Its number in the file.
    public let id: Int64
    /// The first day of its period; nil where the file does not say.
    public let from: Day?
    /// The last day of its period; nil where the file does not say.
    public let to: Day?
    /// Trades that the file has of it.
    public let trades: Int
    /// The P&L that the run states for itself; nil where it states none.
    public let statedPnL: Money?
    /// What its own figures and its trades disagree about.
    public let findings: [Finding]
}

/// What the import of one of the old desk's SQLite files did.
public struct LegacyReport: Equatable, Sendable {
    /// Runs of the backtester in the file, by number; none in a file of the desk's own trades.
    public internal(set) var runs: [LegacyRun] = []
    /// The run that was imported: its trades alone, since runs overlap in time and use the same capital.
    public internal(set) var run: Int64?
    /// Rows and findings.
    public internal(set) var rows: ImportReport
    /// Sum of the P&L that the imported rows state, each to the nearest cent.
    public internal(set) var statedPnL = Money.zero
    /// Sum of the P&L that follows from credit and cost in whole ten-thousandths of a dollar a share.
    public internal(set) var importedPnL = Money.zero
}

extension LegacyReport: CustomStringConvertible {
    /// The rows' summary, the runs, and what rounding did to the P&L.
    public var description: String {
        var lines = [rows.description]
        for other in runs {
            let period = "\(other.from?.iso ?? "?") to \(other.to?.iso ?? "?")"
            let pnl = other.statedPnL.map { ", states P&L \($0)" } ?? ""
            let choice = other.id == run ? " (imported)" : ""
            lines.append("  run \(other.id): \(period), \(other.trades) trades\(pnl)\(choice)")
        }
        if run != nil, rows.imported > 0 {
            lines.append(
                "  P&L: stated \(statedPnL), imported \(importedPnL), by rounding \(importedPnL - statedPnL)")
        }
        return lines.joined(separator: "\n")
    }
}
