public import Dates
internal import Foundation
public import History
internal import Ledger
public import Metrics

/// For tests: a desk's July of 2026, made by hand: 22 sessions of both strategies on paper, with a trade of each exit
/// reason, an open position of each structure, hedges, refusals, findings, the gate's decisions, an override, and people's
/// words. Among them are things that renderers stumble over.
public enum Month {
    /// What the desk begins with: $100,000.
    static let initialEquity = Money(cents: 10_000_000)
    /// Taken out of LEGACY's capital at the end of the session of ``withdrawalDay``: $2,500.
    static let withdrawal = Money(cents: 250_000)
    static let withdrawalDay = july(29)

    /// The sessions: 3 July is a holiday.
    public static let sessions = [1, 2, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 27, 28, 29, 30, 31].map(
        july)

    /// The last session, a Friday.
    public static let end = july(31)

    /// What the desk may risk: it is small, and so hedges from a small vega on.
    public static let limits = {
        var limits = ChecklistLimits()
        limits.vega = -20
        return limits
    }()

    /// A new history of the month, open for writing, in a file of an unchanging name: reports say it.
    public static func store() throws -> HistoryStore {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("month-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try HistoryStore(writing: folder.appendingPathComponent("month.sqlite").path)
        try store.write(
            run: RunRecord(
                kind: "paper", from: sessions[0], to: end, initialEquity: initialEquity, share: 0.25, seed: nil,
                isSynthetic: true, provenance: "a desk's month made by hand", parameters: ""))
        try store.write(records)
        try store.write(findings: [generalFinding])
        try tell(store)
        try decide(store)
        return store
    }

    /// MULTIBOOK's share of the capital in a session: what the gate's decisions and the override make of it.
    static func share(on day: Day) -> Double { day > july(22) && day < july(31) ? 0.5 : 0.25 }

    static func july(_ day: Int) -> Day { Day(2026, 7, day) ?? Day(daysSince1970: 0) }

    /// The moment at which the desk looks, decides and marks.
    static func look(on day: Day) -> Instant { NewYork.instant(day, hour: 15, minute: 45) }
}
