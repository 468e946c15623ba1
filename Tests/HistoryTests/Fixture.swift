import Dates
import Foundation
import GRDB
import Input
import Ledger
import Options
import Testing

@testable import History

/// A folder of its own for one test, gone when the test is.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String = "desk.sqlite") -> String { "\(path)/\(name)" }

    /// A new history: a copy of one that was made once, since making one takes a transaction a migration.
    func history(_ name: String = "desk.sqlite") throws -> HistoryStore {
        if let fresh = Self.fresh, !FileManager.default.fileExists(atPath: file(name)) {
            try fresh.write(to: URL(fileURLWithPath: file(name)))
        }
        return try HistoryStore(writing: file(name))
    }

    private static let fresh: Data? = {
        guard let folder = try? Folder(), let history = try? HistoryStore(writing: folder.file()) else { return nil }
        try? history.close()
        return try? folder.bytes()
    }()

    /// Makes a database with plain SQL, as another program would.
    @discardableResult
    func database(_ name: String, _ sql: String) throws -> String {
        let queue = try DatabaseQueue(path: file(name))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        return file(name)
    }

    func bytes(_ name: String = "desk.sqlite") throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }
func instant(_ text: String) -> Instant { Instant(text) ?? Instant(secondsSince1970: 0) }
func price(_ text: String) -> Price { Price(decimal: text) ?? .zero }
func dollars(_ amount: Double) -> Money { Money(dollars: amount) ?? .zero }

/// A put credit spread on SPY: 2 contracts at 1.05, 5 wide, opened 2026-07-01 at 15:30 New York for 2026-08-14.
func sampleTrade(
    _ id: Int64, book: Book = .primary, allotment: Allotment = .allotted, symbol: String = "SPY",
    structure: Structure = .putCredit, contracts: Int = 2, entry: String = "2026-07-01T19:30:00Z",
    credit: String = "1.05", fees: Double = 2.60, width: String? = "5", expiration: String? = "2026-08-14",
    confidence: Int? = 75, exit: TradeExit? = nil
) -> Trade {
    let expiry = expiration.map { day($0) }
    let legs = expiry.map {
        [
            Leg(
                contract: OptionContract(underlying: symbol, expiration: $0, right: .put, strikeThousandths: 600_000),
                quantity: -1),
            Leg(
                contract: OptionContract(underlying: symbol, expiration: $0, right: .put, strikeThousandths: 595_000),
                quantity: 1),
        ]
    }
    return Trade(
        id: id, book: book, allotment: allotment, mode: .simulated, symbol: symbol, structure: structure,
        legs: legs ?? [], contracts: contracts, entryTime: instant(entry), entryCredit: price(credit),
        entryFees: dollars(fees), expiration: expiry, width: width.map { price($0) }, confidence: confidence,
        confidenceComponents: [
            ConfidenceComponent(name: "base", points: 50), ConfidenceComponent(name: "iv-rank", points: 15),
        ], entryIVRank: 47.5, entryDelta: 0.12, directionalFilterPassed: true, entrySpot: 623.1, entryVIX: 17.2,
        stopRule: "profit 50%, stop 150%, time 21, delta 0.30", isSynthetic: true, exit: exit)
}

func sampleExit(
    _ time: String, cost: String, fees: Double = 2.60, reason: ExitReason = .profit
) -> TradeExit {
    TradeExit(time: instant(time), cost: price(cost), fees: dollars(fees), reason: reason)
}

func sampleMark(_ trade: Int64, _ time: String, mark: String, unrealized: Double) -> PositionMark {
    PositionMark(
        tradeID: trade, time: instant(time), mark: price(mark), unrealizedPnL: dollars(unrealized), delta: 21.5,
        gamma: -0.75, theta: 12.25, vega: -30.5, shortDelta: -0.14, spot: 625.5, impliedVolatility: 0.1625)
}

func sampleSnapshot(_ time: String, delta: Double = 0.1, equity: Double? = 500_000) -> PortfolioSnapshot {
    PortfolioSnapshot(
        time: instant(time), totalDelta: delta, totalTheta: 110.5, totalVega: -420, totalGamma: 0.015,
        dayAtRisk: 0.025, vix: 17.2, hedgeActive: false, openRisk: 0.2, equity: equity.map(dollars),
        meanIVRank: 47.5, hedgeRequired: false)
}

/// A day with something of everything.
func sampleSession(_ id: Int64 = 1) -> SessionRecord {
    var session = SessionRecord(day: day("2026-07-01"))
    let trade = sampleTrade(id)
    session.opened = [trade]
    session.fills = trade.legs.map {
        Fill(
            tradeID: id, time: trade.entryTime, isOpening: true, contract: $0.contract, quantity: $0.quantity * 2,
            price: price($0.quantity < 0 ? "3.05" : "2"), bid: 1.95, ask: 3.1)
    }
    session.marks = [sampleMark(id, "2026-07-01T20:00:00Z", mark: "1.1", unrealized: -12.60)]
    session.snapshots = [sampleSnapshot("2026-07-01T20:00:00Z")]
    session.results = [
        DailyResult(
            day: session.day, strategy: .multibook, capital: dollars(50_000), pnl: dollars(-12.60),
            hedgePnL: dollars(-1.25), flow: dollars(100), share: 0.1)
    ]
    session.candidates = [
        CandidateRecord(
            time: trade.entryTime, book: .primary, allotment: .allotted, symbol: "SPY", structure: .putCredit,
            results: [
                RuleResult(rule: "iv-rank", passed: true, value: 47.5, limit: 40, detail: "IV rank 47.5, at least 40"),
                RuleResult(rule: "credit", passed: true, value: 0.21, limit: 0.08, detail: "credit/width 0.21"),
            ], tradeID: id),
        CandidateRecord(
            time: trade.entryTime, book: .incomePop, allotment: .shadow, symbol: "XLE", structure: nil,
            results: [
                RuleResult(rule: "dte", passed: true, detail: "an expiration is listed"),
                RuleResult(rule: "iv-rank", passed: nil, limit: 80, detail: "IV rank is not known"),
            ], tradeID: nil),
    ]
    session.comparisons = [
        ParallelComparison(
            time: trade.entryTime, multibookProposed: ["SPY put_credit"], legacyProposed: [],
            multibookExposure: dollars(792.6), legacyExposure: .zero, onlyOne: ["SPY"], opposite: [], sizeRatio: nil)
    ]
    session.market = [
        MarketDay(
            day: session.day, symbol: "SPY", price: 620.5, splitRatio: 2, dividend: 1.83, impliedVolatility: 0.17,
            ivRank: 45),
        MarketDay(day: session.day, symbol: "VIX", price: 17.2),
    ]
    session.findings = [
        Finding(
            severity: .warning, rule: "bars.gap", subject: "XLE", day: session.day, place: "XLE.csv:12",
            message: "no bar on 2026-06-30")
    ]
    return session
}

/// Rows of a query as text, cells by `|`, NULL as `-`: easy to compare with rows made by hand.
func rows(_ history: HistoryStore, _ sql: String) throws -> [String] {
    try history.database.read { db in
        try Row.fetchAll(db, sql: sql).map { row in
            row.databaseValues.map { $0.isNull ? "-" : "\($0.storage.value ?? "")" }.joined(separator: "|")
        }
    }
}

/// The shared references beside the repository, where they are at hand.
let sharedLegacyFile: String? = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/real/legacy_backtests.sqlite").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
}()
