import Dates
import Foundation
import GRDB
import Input
import Ledger
import Mathematics
import Options
import Testing

@testable import History

private let now = instant("2026-08-07T21:00:00Z")
private let tradeHeader =
    "trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,exit_time,exit_cost,fees,"
    + "expiration,width,short_put,long_put,confidence,exit_reason,mode\n"
private let goodTrade =
    "A1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-01T19:30:00Z,2,1.05,2026-07-22 19:00:00,0.5225,5.21,"
    + "2026-08-14,5,600,595,75,profit,live\n"

private func csv(_ text: String, _ file: String = "trades.csv") -> CSVReader { CSVReader(text: text, file: file) }

extension HistoryStore {
    fileprivate func importTrades(_ text: String, keepGoing: Bool = false) throws -> ImportReport {
        try importTrades(csv(text), keepGoing: keepGoing, at: now)
    }
}

@Suite("Trades from CSV")
struct ImportTradesTests {
    @Test("A row becomes a trade; its P&L follows from credit, cost and fees")
    func good() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(tradeHeader + goodTrade)
        #expect(
            report.description
                == "trades.csv: 1 rows of trades: 1 imported (0 with a finding), 0 there already, 0 refused")
        #expect(report.isCommitted && report.rejects == nil && report.findings.isEmpty)
        let put = { (strike: Int) in
            OptionContract(
                underlying: "SPY", expiration: day("2026-08-14"), right: .put, strikeThousandths: strike * 1000)
        }
        #expect(
            try history.trades() == [
                Trade(
                    id: 1, book: .primary, mode: .live, symbol: "SPY", structure: .putCredit,
                    legs: [Leg(contract: put(600), quantity: -1), Leg(contract: put(595), quantity: 1)], contracts: 2,
                    entryTime: instant("2026-07-01T19:30:00Z"), entryCredit: price("1.05"), entryFees: dollars(5.21),
                    expiration: day("2026-08-14"), width: price("5"), confidence: 75,
                    exit: TradeExit(
                        time: instant("2026-07-22T19:00:00Z"), cost: price("0.5225"), fees: .zero, reason: .profit))
            ])
        // (1.05 - 0.5225) x 200 - 5.21 = 100.29
        #expect(try rows(history, "SELECT realized_pnl FROM closed_trades") == ["100.29"])
    }

    @Test("Columns may come in any order, with a byte order mark and CRLF; others are kept as notes")
    func order() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(
            "\u{FEFF}fees,desk_note,entry_credit,contracts,entry_time,structure,symbol,book_type,strategy,trade_id\r\n"
                + "1.30,\"rolled, twice\",0.85,1,2026-07-02 01:30:00,CALL_CREDIT,qqq,legacy,Legacy,77\r\n")
        #expect(report.notes == ["desk_note"])
        #expect(
            try rows(history, "SELECT symbol, book, structure, entry_day, exit_day, mode FROM all_trades")
                == ["QQQ|LEGACY|call_credit|2026-07-01|-|paper"])
        #expect(
            try rows(history, "SELECT row_key, json_extract(row, '$.desk_note'), trade_id FROM imported_rows")
                == ["77|rolled, twice|1"])
        #expect(report.findingCounts.map(\.rule) == ["import.mode"])
    }

    @Test("The same file again changes nothing")
    func idempotent() throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(tradeHeader + goodTrade)
        let report = try history.importTrades(tradeHeader + goodTrade)
        #expect(report.imported == 0 && report.alreadyThere == 1 && report.isCommitted)
        #expect(
            try history.runs().map { "\($0.kind) \($0.from) \($0.to) \($0.provenance)" } == [
                "import 2026-07-01 2026-07-22 trades of trades.csv"
            ])
        #expect(try history.trades().count == 1)
        #expect(try rows(history, "SELECT kind, imported, already_there FROM imports") == ["trades|1|0", "trades|0|1"])
    }

    @Test("A trade that came in open may come in again closed; the fees of the exit are the rest")
    func closesLater() throws {
        let folder = try Folder()
        let history = try folder.history()
        let open =
            tradeHeader
            + "A1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-01T19:30:00Z,2,1.05,,,2.60,2026-08-14,5,600,595,75,,live\n"
        _ = try history.importTrades(open)
        #expect(try history.trades().first?.exit == nil)
        let report = try history.importTrades(tradeHeader + goodTrade)
        #expect(report.updated == 1 && report.description.contains("0 imported, 1 completed"))
        #expect(
            try history.trades().first?.exit
                == TradeExit(
                    time: instant("2026-07-22T19:00:00Z"), cost: price("0.5225"), fees: dollars(2.61), reason: .profit))
        #expect(try history.importTrades(open).alreadyThere == 1)
        #expect(try history.importTrades(tradeHeader + goodTrade).alreadyThere == 1)
        #expect(try rows(history, "SELECT realized_pnl FROM closed_trades") == ["100.29"])
    }

    @Test(
        "A history is not edited: other values under a known trade_id are refused",
        arguments: [
            (goodTrade.replacing(",2,1.05,", with: ",3,1.05,"), "came in before with other values"),
            (goodTrade.replacing("0.5225", with: "0.6"), "came in before with other values"),
        ])
    func changed(row: String, reason: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(tradeHeader + goodTrade)
        let report = try history.importTrades(tradeHeader + row)
        #expect(!report.isCommitted && report.refused == 1 && report.imported == 0)
        #expect(report.findings.map(\.rule) == ["import.changed"])
        #expect(report.findings.first?.message.contains(reason) ?? false)
        #expect(try rows(history, "SELECT realized_pnl FROM closed_trades") == ["100.29"])
    }

    @Test("An exit cannot take fees back")
    func fewerFees() throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(
            tradeHeader
                + "A1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-01T19:30:00Z,2,1.05,,,9,2026-08-14,5,600,595,75,,live\n")
        let report = try history.importTrades(tradeHeader + goodTrade)
        #expect(
            report.findings.map(\.message) == ["fees '5.21' is less than the 9.00 paid at entry"])
    }

    /// A column of the good row, the text put there, the rule, and the finding's message.
    static let faults: [(String, String, String, String)] = [
        ("trade_id", "", "import.missing-value", "trade_id '' is empty, and this column needs a value"),
        ("strategy", "NEW", "import.not-a-choice", "strategy 'NEW' is none of MULTIBOOK, LEGACY"),
        ("book_type", "LEGACY", "import.book", "does not go with strategy MULTIBOOK and structure put_credit"),
        ("book_type", "HEDGE", "import.book", "does not go with strategy MULTIBOOK and structure put_credit"),
        ("structure", "straddle", "import.not-a-choice", "is none of put_credit, call_credit, iron_condor, hedge"),
        // Great letters of other alphabets' small ones: the long s, the Kelvin sign, the dotless i.
        ("symbol", "ſpy", "import.symbol", "symbol 'ſpy' is no symbol; write up to six letters such as SPY"),
        ("strategy", "MULTIBOO\u{212A}", "import.not-a-choice", "is none of MULTIBOOK, LEGACY"),
        ("book_type", "prımary", "import.not-a-choice", "book_type 'prımary' is none of PRIMARY"),
        ("symbol", "SP Y", "import.symbol", "symbol 'SP Y' is no symbol; write up to six letters such as SPY"),
        ("symbol", "", "import.missing-value", "symbol '' is empty"),
        ("entry_time", "2026-07-01", "import.not-an-instant", "is no instant; write 2026-07-31T20:00:00Z or"),
        ("entry_time", "2026-07-23T19:30:00Z", "import.exit-before-entry", "lies before entry_time"),
        ("contracts", "0", "import.out-of-range", "contracts '0' lies outside 1 to 100000"),
        ("contracts", "1.5", "import.not-a-number", "contracts '1.5' is not a whole number"),
        ("entry_credit", "inf", "import.not-a-number", "entry_credit 'inf' is no price"),
        ("entry_credit", "0x10", "import.not-a-number", "entry_credit '0x10' is no price"),
        (
            "entry_credit", "9999999", "import.out-of-range",
            "entry_credit '9999999' lies beyond 1000000.00 dollars per share"
        ),
        (
            "contracts", "100000000000000000000", "import.not-a-number",
            "contracts '100000000000000000000' is not a whole number"
        ),
        ("fees", "1e11", "import.out-of-range", "fees '1e11' lies beyond 10000000000.00 dollars"),
        ("exit_cost", "", "import.half-exit", "exit_cost '' is missing; an exit needs both"),
        ("exit_time", "", "import.half-exit", "exit_time '' is missing; an exit needs both"),
        ("fees", "-1", "import.out-of-range", "fees '-1' is negative"),
        ("fees", "1,5", "import.not-a-number", "fees '1,5' is no amount"),
        ("expiration", "2026-02-30", "import.not-a-date", "expiration '2026-02-30' is not a date"),
        ("expiration", "2026-06-30", "import.expired-at-entry", "expiration '2026-06-30' lies before the entry"),
        ("width", "-5", "import.out-of-range", "width '-5' is negative"),
        ("short_put", "590", "import.strikes", "short_put '590' is not above long_put"),
        ("long_put", "0", "import.strikes", "long_put '0' is not above zero"),
        ("confidence", "101", "import.out-of-range", "confidence '101' lies outside 0 to 100"),
        ("mode", "dream", "import.not-a-choice", "mode 'dream' is none of simulated, backtest, paper, live"),
    ]

    private static func file(_ column: String, _ text: String) -> String {
        let columns = tradeHeader.dropLast().split(separator: ",").map(String.init)
        var fields = goodTrade.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if let index = columns.firstIndex(of: column) { fields[index] = text.contains(",") ? "\"\(text)\"" : text }
        return tradeHeader + fields.joined(separator: ",") + "\n"
    }

    @Test("A bad field refuses the row, with line, column, value and reason", arguments: faults)
    func fault(column: String, text: String, rule: String, message: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(Self.file(column, text))
        let finding = try #require(report.findings.first { $0.rule == rule })
        #expect(finding.severity == .error)
        #expect(finding.message.contains(message))
        #expect(finding.place.hasPrefix("trades.csv:2:"))
        #expect(!report.isCommitted && report.refused == 1)
        #expect(report.description.contains("nothing was written, because rows were refused"))
        #expect(try history.trades().isEmpty)
        #expect(try rows(history, "SELECT count(*) FROM imports") == ["0"])
    }

    @Test(
        "A doubtful field comes in, with a finding",
        arguments: [
            ("symbol", "GLD", "import.unknown-symbol"), ("entry_credit", "1.05005", "import.rounded"),
            ("fees", "5.211", "import.rounded"), ("entry_credit", "5.5", "import.credit"),
            ("entry_credit", "-0.1", "import.credit"), ("width", "10", "import.width"),
            ("exit_cost", "-0.1", "import.exit-cost"),
            ("expiration", "2026-07-10", "import.exit-after-expiration"),
            ("exit_reason", "bored", "import.exit-reason"),
            ("mode", "", "import.mode"), ("expiration", "", "import.legs"), ("short_put", "", "import.legs"),
        ])
    func doubt(column: String, text: String, rule: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(Self.file(column, text))
        #expect(report.findings.map(\.rule) == [rule])
        #expect(report.isCommitted && report.imported == 1 && report.withFinding == 1)
        #expect(try history.findings().map(\.rule) == [rule])
    }

    @Test(
        "Fields that are sound alone are refused where together they make a trade beyond any desk",
        arguments: [
            (goodTrade.replacing(",2,1.05,", with: ",100000,101,"), "entry_credit '101'"),
            (
                goodTrade.replacing(",2,1.05,", with: ",100000,1.05,").replacing(",0.5225,", with: ",101,"),
                "exit_cost '101'"
            ),
            (
                goodTrade.replacing(",2,1.05,", with: ",100000,1.05,").replacing(",5,600,595,", with: ",101,600,499,"),
                "width '101'"
            ),
            (
                goodTrade.replacing(",2,1.05,", with: ",100000,1.05,").replacing(",5,600,595,", with: ",,600,499,"),
                "width ''"
            ),
        ])
    func beyondAnyDesk(row: String, field: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(tradeHeader + row)
        let finding = try #require(report.findings.first { $0.severity == .error })
        #expect(finding.rule == "import.out-of-range")
        #expect(finding.message == "\(field) over 100000 contracts lies beyond 1000000000.00 dollars")
        #expect(!report.isCommitted)
    }

    @Test("What is at every bound at once comes in, and can be read and added up")
    func atTheBounds() throws {
        let folder = try Folder()
        let history = try folder.history()
        let row = goodTrade.replacing(",2,1.05,", with: ",100000,100,")
            .replacing(",0.5225,5.21,", with: ",-100,10000000000,")
        let file = (1...100).map {
            row.replacing("A1,", with: "A\($0),").replacing(",5,600,595,", with: ",100,600,500,")
        }
        let report = try history.importTrades(tradeHeader + file.joined())
        #expect(report.imported == 100)
        let trades = try history.trades()
        let pnl = trades.compactMap(\.realizedPnL).reduce(.zero, +)
        // 100 × (10⁹ + 10⁹ − 10¹⁰) dollars.
        #expect(pnl == Money(cents: -80_000_000_000_000))
        #expect(trades.allSatisfy { $0.maxLoss == Money(cents: 1_000_000_000_000) })
    }

    @Test("Prices beyond four decimals are rounded, halves away from zero; exact ones are not touched")
    func rounding() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(Self.file("entry_credit", "1.05005"))
        #expect(
            report.findings.map(\.message) == [
                "entry_credit '1.05005' was rounded to 1.0501, the nearest ten-thousandth of a dollar"
            ])
        #expect(try history.trades().map(\.entryCredit) == [price("1.0501")])
    }

    @Test(
        "Halves of a cent go away from zero as they are written, whatever binary numbers make of them",
        arguments: [
            ("1.005", 101), ("1.115", 112), ("0.285", 29), ("2.675", 268), ("1.00499999999999999999", 100),
            ("0000001.0050000", 101), (".005", 1), ("8.", 800), ("1e-2", 1), ("4503599627.005", 450_359_962_701),
        ])
    func halves(text: String, cents: Int64) throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(Self.file("fees", text))
        #expect(try history.trades().map(\.entryFees.cents) == [cents])
    }

    @Test(
        "So do halves of a price's last place, on both sides of zero",
        arguments: [("1.00005", "1.0001"), ("1.00015", "1.0002"), ("-1.00005", "-1.0001"), ("2.00004999", "2")])
    func halfPrices(text: String, stated: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(Self.file("entry_credit", text))
        #expect(try history.trades().map(\.entryCredit) == [price(stated)])
    }

    @Test(
        "A refused row is told of its faults alone",
        arguments: [
            ("width", "-5", ["width '-5' is negative"]),
            ("expiration", "14.8.2026", ["expiration '14.8.2026' is not a date; write YYYY-MM-DD"]),
            ("short_put", "590", ["short_put '590' is not above long_put"]),
        ])
    func faultsAlone(column: String, text: String, messages: [String]) throws {
        let folder = try Folder()
        let report = try folder.history().importTrades(Self.file(column, text))
        #expect(report.findings.map(\.message) == messages)
    }

    @Test("A condor and a hedge take their strikes and the wider side's width")
    func otherStructures() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(
            """
            trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,fees,expiration,short_put,long_put,short_call,long_call,entry_iv_rank,entry_delta,directional_filter_passed,mode
            1,MULTIBOOK,INCOME_POP,XLE,iron_condor,2026-07-01T19:30:00Z,1,0.6,2.6,2026-07-10,84,82.5,92,94.5,81.5,-0.02,yes,paper
            2,MULTIBOOK,HEDGE,VIX,hedge,2026-07-01T19:30:00Z,3,-0.85,1.95,2026-07-08,,,,21,,,,paper
            3,LEGACY,LEGACY,SPY,call_credit,2026-07-01T19:30:00Z,1,0.6,2.6,2026-07-10,,,650,655,,,0,paper
            """)
        #expect(report.imported == 3 && report.findings.isEmpty)
        let trades = try history.trades()
        #expect(trades.map(\.width) == [price("2.5"), nil, price("5")])
        #expect(trades.map { $0.legs.map(\.quantity) } == [[-1, 1, -1, 1], [1], [-1, 1]])
        #expect(trades[0].legs.map(\.contract.strikeThousandths) == [84_000, 82_500, 92_000, 94_500])
        #expect(trades.map(\.directionalFilterPassed) == [true, nil, false])
        #expect(trades[0].entryDelta == -0.02 && trades[0].entryIVRank == 81.5)
    }

    @Test("What a file and the history have against its rows is told in one go, and a refused file leaves nothing")
    func allFaults() throws {
        let folder = try Folder()
        let history = try folder.history()
        _ = try history.importTrades(tradeHeader + goodTrade)
        let text =
            tradeHeader + goodTrade.replacing("A1", with: "A2") + goodTrade.replacing("0.5225", with: "0.6")
            + goodTrade.replacing("A1", with: "A3").replacing(",SPY,", with: ",S1,") + goodTrade
        let report = try history.importTrades(text)
        #expect(report.findings.map(\.rule) == ["import.changed", "import.symbol", "import.duplicate"])
        #expect(report.findings.last?.message == "trade_id 'A1' stands in the file already, at trades.csv:3")
        #expect(!report.isCommitted && report.rowsRead == 4 && report.refused == 3)
        #expect(report.imported == 0 && report.alreadyThere == 0 && report.withFinding == 0)
        #expect(try history.trades().count == 1)
        #expect(try rows(history, "SELECT kind, rows_read, imported FROM imports") == ["trades|1|1"])
        #expect(try history.findings().isEmpty)
    }

    @Test("Told to keep going, it imports the good rows and hands back the others, ready to be mended")
    func keepGoing() throws {
        let folder = try Folder()
        let history = try folder.history()
        let bad = goodTrade.replacing("A1", with: "A2").replacing(",SPY,", with: ",\"S,P\",")
        let text = tradeHeader + bad + goodTrade + "too,few,fields\n" + goodTrade
        let report = try history.importTrades(text, keepGoing: true)
        #expect(report.isCommitted && report.imported == 1 && report.refused == 3 && report.rowsRead == 4)
        let rejects = try #require(report.rejects).split(separator: "\n").map(String.init)
        #expect(rejects[0] == "reject_line,reject_reason," + tradeHeader.dropLast())
        #expect(
            rejects[1].hasPrefix("2,\"symbol 'S,P' is no symbol; write up to six letters such as SPY\",A2,MULTIBOOK"))
        // A row that has not the header's columns keeps the fields that it has.
        #expect(
            rejects[2]
                == "4,trades.csv:4: has 3 fields where the header has 18; quote fields that contain commas,too,few,fields"
        )
        #expect(rejects[3].hasPrefix("5,\"trade_id 'A1' stands in the file already, at trades.csv:3\",A1,MULTIBOOK"))
        // Mended, the reject file comes in as it is.
        let mended = try #require(report.rejects).replacing("\"S,P\"", with: "SPY").split(separator: "\n").prefix(2)
        let second = try history.importTrades(mended.joined(separator: "\n") + "\n")
        #expect(second.imported == 1 && second.notes == ["reject_line", "reject_reason"])
    }

    @Test("A quote that never ends hides no row after it: its own line is handed back as it stands, the others come in")
    func openQuote() throws {
        let folder = try Folder()
        let history = try folder.history()
        let text = tradeHeader + "A9,\"MULTIBOOK,PRIMARY\n" + goodTrade
        let refused = try history.importTrades(text)
        #expect(!refused.isCommitted && refused.imported == 0 && refused.refused == 1 && !refused.isUnreadable)
        let report = try history.importTrades(text, keepGoing: true)
        #expect(report.isCommitted && report.imported == 1 && report.refused == 1 && report.rowsRead == 2)
        #expect(
            report.rejects?.split(separator: "\n").last
                == "2,\"trades.csv:2:4: a quoted field begins here and never ends; close it with \"\"\",\"A9,\"\"MULTIBOOK,PRIMARY\""
        )
        #expect(
            report.findings.map(\.message) == [
                "trades.csv:2:4: a quoted field begins here and never ends; close it with \""
            ])
    }

    @Test("A reject file that is imported as it is comes back with the same rows, and its own two columns once")
    func rejectsAgain() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(
            tradeHeader + "too,few,fields\n" + goodTrade.replacing(",SPY,", with: ",\"S,P\","), keepGoing: true)
        let rejects = try #require(report.rejects)
        let again = try history.importTrades(rejects, keepGoing: true)
        #expect(again.refused == 2 && again.imported == 0)
        let lines = try #require(again.rejects).split(separator: "\n")
        #expect(lines[0] == rejects.split(separator: "\n")[0])
        #expect(lines[1].hasSuffix(",too,few,fields") && lines[1].hasPrefix("2,"))
    }

    @Test("A file that is something else is given up after ten thousand refused rows, and nothing of it comes in")
    func noEndOfFaults() throws {
        let folder = try Folder()
        let history = try folder.history()
        let text = tradeHeader + goodTrade + String(repeating: "x\n", count: 20_000)
        let report = try history.importTrades(text, keepGoing: true)
        #expect(!report.isCommitted && report.isUnreadable && report.refused == 10_001)
        #expect(
            report.findings.last?.message == "trades.csv: more than 10000 rows are refused; the rest was not read")
        // The first thousand of each rule are kept, and all are counted.
        #expect(report.findings.count == 1_001 && report.isAbridged)
        #expect(report.findingCounts.map { "\($0.rule) \($0.count)" } == ["import.csv 10001", "import.given-up 1"])
        #expect(report.count(of: .error) == 10_002 && report.count(of: .note) == 0)
        #expect(try history.trades().isEmpty)
    }

    @Test("What a foreign file holds is told in excerpts alone")
    func excerpts() throws {
        let folder = try Folder()
        let history = try folder.history()
        let secret = "-----BEGIN KEY-----" + String(repeating: "s3cret", count: 100)
        let header = try history.importTrades(
            secret + "\u{1B}[2J," + (1...20).map { "c\($0)" }.joined(separator: ",") + "\n")
        #expect(
            header.findings.map(\.message) == [
                "trades.csv:1: has no column 'trade_id' (it has -----BEGIN KEY-----s3crets3crets3cret..., c1, c2, c3, c4, c5, c6, "
                    + "c7 and 13 more); add it to the header"
            ])
        let row = try history.importTrades(tradeHeader + goodTrade.replacing(",SPY,", with: ",\(secret),"))
        #expect(
            row.findings.map(\.message) == [
                "symbol '-----BEGIN KEY-----s3crets3crets3cret...' is no symbol; write up to six letters such as SPY"
            ])
    }

    @Test(
        "A file without its columns is refused as a whole",
        arguments: [
            ("", "trades.csv: is empty; the first line must name the columns"),
            ("trade_id,trade_id\n", "trades.csv:1:10: column 'trade_id' is named twice; name each column once"),
            ("trade_id,strategy\n", "trades.csv:1: has no column 'book_type' (it has trade_id, strategy)"),
        ])
    func header(text: String, message: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importTrades(text, keepGoing: true)
        #expect(report.findings.map(\.rule) == ["import.csv"])
        #expect(report.findings.first?.message.hasPrefix(message) ?? false)
        #expect(!report.isCommitted && report.refused == 1 && report.isUnreadable)
        #expect(report.description.hasPrefix("trades.csv: 0 rows of trades: 0 imported"))
    }

    @Test("Random bytes and mutilated files neither crash nor leave half a file")
    func fuzz() throws {
        let folder = try Folder()
        let history = try folder.history()
        var random = RandomSource(seed: 7)
        let pieces = Array(
            ",\"\n\r;|NaNinf-1e309 2026-07-01T19:30:00ZSPYput_credit\u{0}\u{7F}é9999999999999999999999".utf8)
        var committed = 0
        for round in 0..<300 {
            var bytes = Array((tradeHeader + goodTrade).utf8)
            for _ in 0..<(1 + random.index(below: 12)) {
                let place = random.index(below: bytes.count)
                switch random.index(below: 3) {
                case 0: bytes[place] = UInt8(random.index(below: 256))
                case 1: bytes.insert(pieces[random.index(below: pieces.count)], at: place)
                default: bytes.remove(at: place)
                }
            }
            let before = try rows(history, "SELECT count(*) FROM trades")
            let reader = CSVReader(bytes: bytes, file: "fuzz\(round).csv")
            let report: ImportReport
            switch round % 3 {
            case 0: report = try history.importTrades(reader, at: now)
            case 1: report = try history.importSnapshots(reader, at: now)
            default: report = try history.importEquity(reader, keepGoing: true, at: now)
            }
            if report.isCommitted { committed += 1 }
            #expect(report.isCommitted || !report.findings.isEmpty)
            if !report.isCommitted { #expect(try rows(history, "SELECT count(*) FROM trades") == before) }
        }
        #expect(committed > 0)
        #expect(try rows(history, "PRAGMA integrity_check") == ["ok"])
    }
}

@Suite("Snapshots and equity from CSV")
struct ImportSeriesTests {
    private let snapshots =
        "timestamp,total_delta,total_theta,total_vega,total_gamma,day_at_risk,vix_level,hedge_active,open_risk,equity,"
        + "mean_iv_rank\n2026-07-02T01:30:00Z,0.1,110.5,-420,0.015,0.025,,true,0.2,500000.25,47.5\n"
        + "2026-07-02 20:00:00,-0.1,90,-400,0.01,0,18.25,0,,,\n"

    @Test("Snapshots come in, in both forms of time, on their exchange date")
    func snapshotsComeIn() throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importSnapshots(csv(snapshots, "s.csv"), at: now)
        #expect(report.imported == 2 && report.findings.isEmpty)
        #expect(
            try history.snapshots() == [
                PortfolioSnapshot(
                    time: instant("2026-07-02T01:30:00Z"), totalDelta: 0.1, totalTheta: 110.5, totalVega: -420,
                    totalGamma: 0.015, dayAtRisk: 0.025, vix: nil, hedgeActive: true, openRisk: 0.2,
                    equity: Money(cents: 50_000_025), meanIVRank: 47.5),
                PortfolioSnapshot(
                    time: instant("2026-07-02T20:00:00Z"), totalDelta: -0.1, totalTheta: 90, totalVega: -400,
                    totalGamma: 0.01, dayAtRisk: 0, vix: 18.25, hedgeActive: false),
            ])
        #expect(try history.sessions() == [day("2026-07-01"), day("2026-07-02")])
        #expect(try history.importSnapshots(csv(snapshots, "s.csv"), at: now).alreadyThere == 2)
        let other = try history.importSnapshots(csv(snapshots.replacing("90,", with: "91,"), "s.csv"), at: now)
        #expect(other.findings.map(\.rule) == ["import.changed"] && !other.isCommitted)
    }

    @Test(
        "A bad snapshot is refused",
        arguments: [
            ("2026-07-02 20:00:00,-0.1", "20:00,-0.1", "import.not-an-instant"),
            (",-400,", ",,", "import.missing-value"),
            (",18.25,0,", ",18.25,maybe,", "import.not-a-choice"), (",0.01,0,18", ",0.01,-1,18", "import.out-of-range"),
            ("18.25,0,,,", "18.25,0,-0.1,,", "import.out-of-range"),
            (",18.25,", ",1e9,", "import.out-of-range"), ("-0.1,90", "-0.1,nan", "import.not-a-number"),
            ("-0.1,90", "-0.1,1e10", "import.out-of-range"),
            ("2026-07-02 20:00:00", "2026-07-02 01:30:00", "import.duplicate"),
        ])
    func badSnapshot(from: String, to: String, rule: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        let report = try history.importSnapshots(csv(snapshots.replacing(from, with: to), "s.csv"), at: now)
        #expect(report.findings.map(\.rule) == [rule])
        #expect(report.findings.first?.place.hasPrefix("s.csv:3:") ?? false)
        #expect(try history.snapshots().isEmpty)
    }

    @Test("Daily results come in exact, and once")
    func equity() throws {
        let folder = try Folder()
        let history = try folder.history()
        let text = "date,strategy,allotted_capital,pnl\n2026-07-01,MULTIBOOK,50000,-12.605\n2026-07-01,legacy,0,1\n"
        let report = try history.importEquity(csv(text, "e.csv"), at: now)
        // Halves away from zero, as everywhere in the ledger.
        #expect(report.findings.map(\.rule) == ["import.rounded", "import.no-capital"])
        #expect(
            try history.dailyResults() == [
                DailyResult(day: day("2026-07-01"), strategy: .legacy, capital: .zero, pnl: dollars(1)),
                DailyResult(
                    day: day("2026-07-01"), strategy: .multibook, capital: dollars(50_000), pnl: Money(cents: -1261)),
            ])
        #expect(try history.importEquity(csv(text, "e.csv"), at: now).alreadyThere == 2)
        let changed = try history.importEquity(csv(text.replacing("-12.605", with: "5"), "e.csv"), at: now)
        #expect(changed.findings.contains { $0.rule == "import.changed" && $0.place == "e.csv:2:1" })
    }

    @Test(
        "A bad result is refused, a doubtful one comes in",
        arguments: [
            ("2026-07-32,LEGACY,1,1", "import.not-a-date", false),
            ("2026-07-01,LEGACY,-1,1", "import.out-of-range", false),
            ("2026-07-01,LEGACY,1,", "import.missing-value", false), ("2026-07-04,LEGACY,1,1", "import.weekend", true),
        ])
    func badEquity(row: String, rule: String, comesIn: Bool) throws {
        let folder = try Folder()
        let report = try folder.history().importEquity(
            csv("date,strategy,allotted_capital,pnl\n\(row)\n", "e.csv"), at: now)
        #expect(report.findings.map(\.rule) == [rule])
        #expect(report.isCommitted == comesIn)
    }

    @Test("The sample files come in whole")
    func samples() throws {
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data/samples/import")
        let folder = try Folder()
        let history = try folder.history()
        func reader(_ name: String) throws -> CSVReader {
            try CSVReader(contentsOf: samples.appendingPathComponent(name))
        }
        let reports = [
            try history.importTrades(try reader("trades.csv"), at: now),
            try history.importSnapshots(try reader("snapshots.csv"), at: now),
            try history.importEquity(try reader("equity.csv"), at: now),
        ]
        #expect(reports.map(\.refused) == [0, 0, 0])
        #expect(reports.map(\.imported) == [6, 5, 10])
        #expect(reports.flatMap(\.findings).isEmpty)
    }
}
