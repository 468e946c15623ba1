import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Nightly
import PublishingFixture
import Testing

@testable import Operations

@Suite("The inbox")
struct InboxTests {
    private static let trades = """
        trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,exit_time,exit_cost,fees,mode
        A1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-21T19:30:00Z,1,0.50,2026-07-23T19:00:00Z,0.20,2.00,paper

        """
    private static let equity = """
        date,strategy,allotted_capital,pnl
        2026-07-21,MULTIBOOK,250000.00,10.00
        2026-07-21,LEGACY,250000.00,0.00

        """
    private static let snapshots = """
        timestamp,total_delta,total_theta,total_vega,total_gamma,day_at_risk,vix_level,hedge_active
        2026-07-21T20:00:00Z,0.08,96.40,-310.00,-0.021,0.018,17.90,false

        """

    /// An empty history beside an inbox.
    private struct Office {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inbox-\(UUID().uuidString)")
        let store: HistoryStore
        let clock = HandClock(Instant(secondsSince1970: 1_785_535_200))

        init() throws {
            store = try Desk.store(sessions: 0)
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        }

        var inbox: URL { folder.appendingPathComponent("inbox") }

        func leave(_ text: String, as name: String) throws {
            try Data(text.utf8).write(to: inbox.appendingPathComponent(name))
        }

        func take() throws -> StepOutcome { try Inbox(inbox).take(into: store, at: clock.now) }

        /// What lies in the inbox and in `done/`, hidden files apart.
        func names() throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: inbox.path).sorted()
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }
    }

    @Test("A folder that is not there, or has nothing for the history, is nothing to do")
    func nothing() throws {
        let office = try Office()
        defer { office.remove() }
        #expect(try office.take() == StepOutcome(.skipped, "nothing in inbox"))
        // Half a file, notes, other kinds, and what was done.
        for name in ["trades.csv.part", "notes.txt", "fills.csv", ".trades.csv", "trades.csv.rejects.csv"] {
            try office.leave("x", as: name)
        }
        #expect(
            try office.take()
                == StepOutcome(
                    .skipped, "nothing in inbox; left: fills.csv, notes.txt, trades.csv.part, trades.csv.rejects.csv"))
        try FileManager.default.removeItem(at: office.inbox)
        #expect(try office.take() == StepOutcome(.skipped, "nothing in inbox"))
    }

    @Test("Files come in, trades first, and are moved to done/ under the moment and their name")
    func taken() throws {
        let office = try Office()
        defer { office.remove() }
        try office.leave(Self.equity, as: "equity.csv")
        try office.leave(Self.snapshots, as: "snapshots-21.csv")
        try office.leave(Self.trades, as: "trades-late.csv")
        #expect(
            try office.take()
                == StepOutcome(
                    .done,
                    "trades-late.csv: 1 rows of trades: 1 imported (0 with a finding), 0 there already, 0 refused; "
                        + "snapshots-21.csv: 1 rows of snapshots: 1 imported (0 with a finding), 0 there already, 0 refused; "
                        + "equity.csv: 2 rows of equity: 2 imported (0 with a finding), 0 there already, 0 refused"))
        #expect(
            try office.names() == [
                "done", "done/2026-07-31T220000Z-equity.csv", "done/2026-07-31T220000Z-snapshots-21.csv",
                "done/2026-07-31T220000Z-trades-late.csv",
            ])
        #expect(try office.store.trades().map(\.symbol) == ["SPY"])
        #expect(try office.store.dailyResults().map(\.pnl) == [.zero, Money(cents: 1000)])
        #expect(try office.store.snapshots().count == 1)
        #expect(try office.take() == StepOutcome(.skipped, "nothing in inbox"))
    }

    @Test("The same file again changes nothing in the history, and stands in done/ under a name of its own")
    func again() throws {
        let office = try Office()
        defer { office.remove() }
        for _ in 0..<3 {
            try office.leave(Self.trades, as: "trades.csv")
            #expect(try office.take().state == .done)
        }
        #expect(try office.store.trades().count == 1)
        #expect(
            try office.names() == [
                "done", "done/2026-07-31T220000Z-2-trades.csv", "done/2026-07-31T220000Z-3-trades.csv",
                "done/2026-07-31T220000Z-trades.csv",
            ])
    }

    @Test("A file with a bad row is refused whole: nothing of it comes in, it stays, and the others are taken")
    func refused() throws {
        let office = try Office()
        defer { office.remove() }
        let bad = Self.trades + "A2,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-21T19:30:00Z,none,0.50,,,2.00,paper\n"
        try office.leave(bad, as: "trades.csv")
        try office.leave(Self.equity, as: "equity.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        #expect(
            error?.description
                == "trades.csv: 1 row refused: trades.csv:3:58: contracts 'none' is not a whole number; mend the file where it lies, or "
                + "import it with report import --keep-going")
        #expect(try office.store.trades() == [])
        #expect(try office.store.dailyResults().count == 2)
        #expect(try office.names() == ["done", "done/2026-07-31T220000Z-equity.csv", "trades.csv"])
        // Mended, it comes in with the next run.
        try office.leave(bad.replacing("none", with: "3"), as: "trades.csv")
        #expect(try office.take().state == .done)
        #expect(try office.store.trades().map(\.contracts) == [1, 3])
    }

    @Test("All files that are refused are named")
    func several() throws {
        let office = try Office()
        defer { office.remove() }
        try office.leave("a,b\n", as: "trades.csv")
        try office.leave("", as: "equity.csv")
        try office.leave(
            Self.snapshots.replacing("0.08", with: "x") + "2026-07-22T20:00:00Z,y,1,1,1,0,17,false\n",
            as: "snapshots.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        #expect(
            error?.files == [
                "trades.csv: 1 row refused: trades.csv:1: has no column 'trade_id' (it has a, b); add it to the header; mend "
                    + "the file where it lies, or import it with report import --keep-going",
                "snapshots.csv: 2 rows refused: snapshots.csv:2:22: total_delta 'x' is not a number; write a decimal such as 112.5; mend the file where it lies, or import it "
                    + "with report import --keep-going",
                "equity.csv: 1 row refused: equity.csv: is empty; the first line must name the columns; mend the file "
                    + "where it lies, or import it with report import --keep-going",
            ])
    }

    @Test("What cannot be read is named, and the rest is taken")
    func unreadable() throws {
        let office = try Office()
        defer { office.remove() }
        let folder = office.inbox.appendingPathComponent("trades.csv")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try office.leave(Self.equity, as: "equity.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        #expect(error?.description == "\(folder.path): cannot be read: it is a folder")
        #expect(try office.store.dailyResults().count == 2)
    }

    @Test("Links and pipes are named with the rule, keep nobody waiting, and nothing of what they lead to is told")
    func special() throws {
        let office = try Office()
        defer { office.remove() }
        let secret = office.folder.appendingPathComponent("secret").path
        try Data("s3cret,words\n".utf8).write(to: URL(fileURLWithPath: secret))
        func path(_ name: String) -> String { office.inbox.appendingPathComponent(name).path }
        try FileManager.default.createSymbolicLink(atPath: path("trades.csv"), withDestinationPath: secret)
        mkfifo(path("snapshots.csv"), 0o600)
        try office.leave(Self.equity, as: "equity.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        #expect(
            error?.files == [
                "\(path("trades.csv")): cannot be read: it is a symbolic link, and links are not followed here; put the file "
                    + "itself in its place",
                "\(path("snapshots.csv")): cannot be read: it is a pipe, and only a regular file is read here",
            ])
        #expect(try office.store.dailyResults().count == 2)
    }

    @Test("A file with foreign words is told in excerpts")
    func foreign() throws {
        let office = try Office()
        defer { office.remove() }
        try office.leave("s3cret" + String(repeating: "!", count: 500) + "\u{1B}\n", as: "trades\u{1B}.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        let shown = "s3cret" + String(repeating: "!", count: 31) + "..."
        #expect(
            error?.files == [
                "trades\\u{1B}.csv: 1 row refused: trades\\u{1B}.csv:1: has no column 'trade_id' (it has \(shown)); add it to the "
                    + "header; mend the file where it lies, or import it with report import --keep-going"
            ])
    }

    @Test("A link in the place of done/ takes no file out of the inbox")
    func linkedDone() throws {
        let office = try Office()
        defer { office.remove() }
        let elsewhere = office.folder.appendingPathComponent("elsewhere")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: office.inbox.appendingPathComponent("done"), withDestinationURL: elsewhere)
        try office.leave(Self.equity, as: "equity.csv")
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        #expect(
            error?.description
                == "equity.csv: is in the history and cannot be moved to done/ (it is a symbolic link, and no folder); check the "
                + "folder's permissions")
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
        #expect(try office.names() == ["done", "equity.csv"])
    }

    @Test("An inbox that is no folder is not taken for an empty one")
    func noFolder() throws {
        let office = try Office()
        defer { office.remove() }
        try FileManager.default.removeItem(at: office.inbox)
        try Data().write(to: office.inbox)
        let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
        let description = try #require(error?.description)
        #expect(description.hasPrefix("\(office.inbox.path): the inbox cannot be read ("))
        #expect(description.hasSuffix("); check that it is a folder, and its permissions"))
    }

    @Test("A file that came in and cannot be moved is told; it comes in once, however often it is seen")
    func immovable() throws {
        let office = try Office()
        defer { office.remove() }
        try office.leave(Self.trades, as: "trades.csv")
        try office.leave("in the way", as: "done")
        for _ in 0..<2 {
            let error = #expect(throws: Inbox.Refusal.self) { try office.take() }
            let description = try #require(error?.description)
            #expect(description.hasPrefix("trades.csv: is in the history and cannot be moved to done/ ("))
            #expect(description.hasSuffix("); check the folder's permissions"))
            #expect(try office.store.trades().count == 1)
        }
        try FileManager.default.removeItem(at: office.inbox.appendingPathComponent("done"))
        #expect(try office.take().state == .done)
        #expect(try office.store.trades().count == 1)
        #expect(try office.names() == ["done", "done/2026-07-31T220000Z-trades.csv"])
    }

    @Test("A history that cannot be written ends the step, and the file stays")
    func noHistory() throws {
        let office = try Office()
        defer { office.remove() }
        try office.leave(Self.trades, as: "trades.csv")
        let reading = try HistoryStore(reading: office.store.path)
        #expect(throws: HistoryError.readOnly(path: office.store.path)) {
            try Inbox(office.inbox).take(into: reading, at: office.clock.now)
        }
        #expect(try office.names() == ["trades.csv"])
    }
}
