import Dates
import Input
import Testing

@testable import History

private let now = instant("2026-08-07T21:00:00Z")

/// A row that comes in without a finding, column by column.
private typealias GoodRow = [(column: String, text: String)]

/// A file of one row for each of the changes to a good one.
private func file(_ name: String, _ good: GoodRow, _ rows: [String: String]...) -> CSVReader {
    func line(_ fields: [String]) -> String {
        fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }
    let lines = rows.map { changes in line(good.map { changes[$0.column] ?? $0.text }) }
    return CSVReader(text: line(good.map(\.column)) + lines.joined(), file: name)
}

extension ImportReport {
    /// All that was found: severity, rule and message. Of a refused row the errors alone, since what else is said of it may
    /// follow from the field that cannot be used.
    fileprivate var said: [String] {
        findings.filter { refused == 0 || $0.severity == .error }
            .map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
    }
}

@Suite("What is said of a trade from CSV")
struct ImportTradeTextTests {
    private static let good: GoodRow = [
        ("trade_id", "A1"), ("strategy", "MULTIBOOK"), ("book_type", "PRIMARY"), ("symbol", "SPY"),
        ("structure", "put_credit"), ("entry_time", "2026-07-01T19:30:00Z"), ("contracts", "2"),
        ("entry_credit", "1.05"), ("exit_time", "2026-07-22T19:00:00Z"), ("exit_cost", "0.52"), ("fees", "5.21"),
        ("expiration", "2026-08-14"), ("width", "5"), ("short_put", "600"), ("long_put", "595"), ("short_call", ""),
        ("long_call", ""), ("confidence", "75"), ("entry_iv_rank", "47.5"), ("entry_delta", "0.12"),
        ("directional_filter_passed", "true"), ("exit_reason", "profit"), ("mode", "live"),
    ]

    private func said(of changes: [String: String]) throws -> [String] {
        try Folder().history().importTrades(file("trades.csv", Self.good, changes), at: now).said
    }

    @Test("Nothing is said of a good row")
    func nothing() throws {
        #expect(try said(of: [:]) == [])
    }

    @Test("A column that needs a value is named where it has none", arguments: TradeRow.needed)
    func needed(column: String) throws {
        #expect(
            try said(of: [column: ""]) == [
                "error import.missing-value: \(column) '' is empty, and this column needs a value"
            ])
        #expect(
            try said(of: [column: "  "]) == [
                "error import.missing-value: \(column) '  ' is empty, and this column needs a value"
            ])
    }

    @Test("A price is dollars per share", arguments: ["entry_credit", "exit_cost", "width", "short_put", "long_call"])
    func prices(column: String) throws {
        #expect(
            try said(of: [column: "1,25"]) == [
                "error import.not-a-number: \(column) '1,25' is no price; write dollars per share such as 1.25"
            ])
        #expect(
            try said(of: [column: "1000001"]) == [
                "error import.out-of-range: \(column) '1000001' lies beyond 1000000.00 dollars per share"
            ])
    }

    /// A column, a value, and all that is said of the row.
    private static let alone: [(String, String, String)] = [
        ("strategy", "NEW", "error import.not-a-choice: strategy 'NEW' is none of MULTIBOOK, LEGACY"),
        (
            "book_type", "OTHER",
            "error import.not-a-choice: book_type 'OTHER' is none of PRIMARY, INCOME_POP, LEGACY, HEDGE"
        ),
        (
            "structure", "straddle",
            "error import.not-a-choice: structure 'straddle' is none of put_credit, call_credit, iron_condor, hedge"
        ),
        ("symbol", "SP Y", "error import.symbol: symbol 'SP Y' is no symbol; write up to six letters such as SPY"),
        (
            "symbol", "SPYDERS",
            "error import.symbol: symbol 'SPYDERS' is no symbol; write up to six letters such as SPY"
        ),
        (
            "symbol", "GLD",
            "warning import.unknown-symbol: symbol 'GLD' is not among those that the desk trades"
        ),
        (
            "entry_time", "2026-07-01",
            "error import.not-an-instant: entry_time '2026-07-01' is no instant; write 2026-07-31T20:00:00Z or "
                + "2026-07-31 20:00:00 (UTC)"
        ),
        (
            "exit_time", "noon",
            "error import.not-an-instant: exit_time 'noon' is no instant; write 2026-07-31T20:00:00Z or "
                + "2026-07-31 20:00:00 (UTC)"
        ),
        (
            "entry_time", "1926-07-01 19:30:00",
            "error import.out-of-range: entry_time '1926-07-01 19:30:00' lies outside 1980 to 2050; correct the year"
        ),
        ("contracts", "1.5", "error import.not-a-number: contracts '1.5' is not a whole number"),
        ("contracts", "0", "error import.out-of-range: contracts '0' lies outside 1 to 100000"),
        (
            "entry_credit", "1.05005",
            "note import.rounded: entry_credit '1.05005' was rounded to 1.0501, the nearest ten-thousandth of a dollar"
        ),
        ("fees", "1,5", "error import.not-a-number: fees '1,5' is no amount; write dollars such as 1250.75"),
        ("fees", "1e11", "error import.out-of-range: fees '1e11' lies beyond 10000000000.00 dollars"),
        ("fees", "-1", "error import.out-of-range: fees '-1' is negative"),
        ("fees", "5.211", "note import.rounded: fees '5.211' was rounded to 5.21, the nearest cent"),
        (
            "expiration", "14.8.2026",
            "error import.not-a-date: expiration '14.8.2026' is not a date; write YYYY-MM-DD"
        ),
        (
            "expiration", "2206-08-14",
            "error import.out-of-range: expiration '2206-08-14' lies outside 1980 to 2050; correct the year"
        ),
        ("width", "-5", "error import.out-of-range: width '-5' is negative"),
        ("long_put", "0", "error import.strikes: long_put '0' is not above zero"),
        ("confidence", "high", "error import.not-a-number: confidence 'high' is not a whole number"),
        ("confidence", "101", "error import.out-of-range: confidence '101' lies outside 0 to 100"),
        (
            "entry_iv_rank", "nan",
            "error import.not-a-number: entry_iv_rank 'nan' is not a number; write a decimal such as 112.5"
        ),
        ("entry_iv_rank", "101", "error import.out-of-range: entry_iv_rank '101' lies outside 0.0 to 100.0"),
        (
            "entry_delta", "2e9",
            "error import.out-of-range: entry_delta '2e9' lies outside -1000000000.0 to 1000000000.0"
        ),
        (
            "directional_filter_passed", "maybe",
            "error import.not-a-choice: directional_filter_passed 'maybe' is neither true nor false"
        ),
        (
            "exit_reason", "bored",
            "note import.exit-reason: exit_reason 'bored' is not a rule of this desk; kept as other"
        ),
        (
            "mode", "dream",
            "error import.not-a-choice: mode 'dream' is none of simulated, backtest, paper, live"
        ),
        ("mode", "", "note import.mode: mode '' is not stated; taken as paper"),
    ]

    @Test("A field is named with its value, what is wrong with it and what to write", arguments: alone)
    func fields(column: String, text: String, said: String) throws {
        #expect(try self.said(of: [column: text]) == [said])
    }

    /// Changed fields, and all that is said of the row.
    private static let together: [([String: String], [String])] = [
        (
            ["book_type": "LEGACY"],
            [
                "error import.book: book_type 'LEGACY' does not go with strategy MULTIBOOK and structure put_credit"
            ]
        ),
        (
            ["entry_time": "2026-07-23T19:30:00Z"],
            ["error import.exit-before-entry: exit_time '2026-07-22T19:00:00Z' lies before entry_time"]
        ),
        (
            ["exit_time": "", "exit_cost": "", "exit_reason": "", "expiration": "2026-06-30"],
            ["error import.expired-at-entry: expiration '2026-06-30' lies before the entry"]
        ),
        (
            ["expiration": "2026-07-10"],
            ["warning import.exit-after-expiration: exit_time '2026-07-22T19:00:00Z' lies after expiration"]
        ),
        (
            ["exit_time": ""],
            ["error import.half-exit: exit_time '' is missing; an exit needs both exit_time and exit_cost"]
        ),
        (
            ["exit_cost": ""],
            ["error import.half-exit: exit_cost '' is missing; an exit needs both exit_time and exit_cost"]
        ),
        (
            ["contracts": "100000", "entry_credit": "101", "width": "", "short_put": "", "long_put": ""],
            [
                "error import.out-of-range: entry_credit '101' over 100000 contracts lies beyond 1000000000.00 dollars"
            ]
        ),
        (
            ["contracts": "100000", "exit_cost": "101"],
            ["error import.out-of-range: exit_cost '101' over 100000 contracts lies beyond 1000000000.00 dollars"]
        ),
        (
            ["contracts": "100000", "width": "101", "long_put": "499"],
            ["error import.out-of-range: width '101' over 100000 contracts lies beyond 1000000000.00 dollars"]
        ),
        (["width": "10"], ["warning import.width: width '10' differs from the strikes, 5.00 apart"]),
        (["entry_credit": "5.5"], ["warning import.credit: entry_credit '5.5' is above the width 5.00"]),
        (["entry_credit": "-0.1"], ["warning import.credit: entry_credit '-0.1' is no credit"]),
        (["exit_cost": "-0.1"], ["warning import.exit-cost: exit_cost '-0.1' is no cost; closing paid the desk"]),
        (
            ["short_put": "590"],
            ["error import.strikes: short_put '590' is not above long_put"]
        ),
        (
            ["structure": "call_credit", "width": "", "short_call": "650", "long_call": "645"],
            ["error import.strikes: short_call '650' is not below long_call"]
        ),
        (["short_put": ""], ["note import.legs: short_put '' is missing; the legs are not known"]),
        (
            ["structure": "iron_condor", "short_call": "650"],
            ["note import.legs: long_call '' is missing; the legs are not known"]
        ),
        (["expiration": ""], ["note import.legs: expiration '' is missing; the legs are not known"]),
        // A row is read to its end, however much is wrong with it.
        (
            ["strategy": "NEW", "symbol": "SP Y", "contracts": "0", "fees": ""],
            [
                "error import.not-a-choice: strategy 'NEW' is none of MULTIBOOK, LEGACY",
                "error import.symbol: symbol 'SP Y' is no symbol; write up to six letters such as SPY",
                "error import.out-of-range: contracts '0' lies outside 1 to 100000",
                "error import.missing-value: fees '' is empty, and this column needs a value",
            ]
        ),
    ]

    @Test("Fields that do not go together are named", arguments: together)
    func rows(changes: [String: String], said: [String]) throws {
        #expect(try self.said(of: changes) == said)
    }

    @Test("A number that stands twice in a file, or in the history with other values, is refused")
    func again() throws {
        let history = try Folder().history()
        let twice = try history.importTrades(file("trades.csv", Self.good, [:], ["contracts": "3"]), at: now)
        #expect(
            twice.said == ["error import.duplicate: trade_id 'A1' stands in the file already, at trades.csv:2"])
        #expect(
            twice.description == """
                trades.csv: 2 rows of trades: 0 imported (0 with a finding), 0 there already, 1 refused; nothing was \
                written, because rows were refused
                  import.duplicate: 1
                """)
        _ = try history.importTrades(file("trades.csv", Self.good, [:]), at: now)
        #expect(
            try history.importTrades(file("trades.csv", Self.good, ["contracts": "3"]), at: now).said == [
                "error import.changed: trade_id 'A1' came in before with other values; a history is not edited"
            ])
        let open = ["trade_id": "A2", "exit_time": "", "exit_cost": "", "exit_reason": "", "fees": "9"]
        _ = try history.importTrades(file("trades.csv", Self.good, open), at: now)
        #expect(
            try history.importTrades(file("trades.csv", Self.good, ["trade_id": "A2"]), at: now).said == [
                "error import.changed: fees '5.21' is less than the 9.00 paid at entry"
            ])
    }
}

@Suite("What is said of a snapshot from CSV")
struct ImportSnapshotTextTests {
    private static let good: GoodRow = [
        ("timestamp", "2026-07-01T20:00:00Z"), ("total_delta", "0.1"), ("total_theta", "110.5"),
        ("total_vega", "-420"), ("total_gamma", "0.015"), ("day_at_risk", "0.025"), ("vix_level", "17.2"),
        ("hedge_active", "true"), ("open_risk", "0.2"), ("equity", "500000.25"), ("mean_iv_rank", "47.5"),
    ]

    private func said(of changes: [String: String]) throws -> [String] {
        try Folder().history().importSnapshots(file("snapshots.csv", Self.good, changes), at: now).said
    }

    @Test("Nothing is said of a good row, whether or not VIX is known")
    func nothing() throws {
        #expect(try said(of: [:]) == [])
        #expect(try said(of: ["vix_level": ""]) == [])
    }

    @Test(
        "A column that needs a value is named where it has none",
        arguments: SnapshotRow.needed.filter { $0 != "vix_level" })
    func needed(column: String) throws {
        #expect(
            try said(of: [column: ""]) == [
                "error import.missing-value: \(column) '' is empty, and this column needs a value"
            ])
    }

    @Test(
        "A figure is a number",
        arguments: [
            "total_delta", "total_theta", "total_vega", "total_gamma", "day_at_risk", "vix_level", "open_risk",
            "mean_iv_rank",
        ])
    func figures(column: String) throws {
        #expect(
            try said(of: [column: "inf"]) == [
                "error import.not-a-number: \(column) 'inf' is not a number; write a decimal such as 112.5"
            ])
    }

    @Test(
        "A field is named with its value, what is wrong with it and what to write",
        arguments: [
            (
                "timestamp", "20:00",
                "error import.not-an-instant: timestamp '20:00' is no instant; write 2026-07-31T20:00:00Z or "
                    + "2026-07-31 20:00:00 (UTC)"
            ),
            (
                "timestamp", "2051-07-01T20:00:00Z",
                "error import.out-of-range: timestamp '2051-07-01T20:00:00Z' lies outside 1980 to 2050; correct the year"
            ),
            (
                "total_theta", "1e10",
                "error import.out-of-range: total_theta '1e10' lies outside -1000000000.0 to 1000000000.0"
            ),
            ("day_at_risk", "-0.1", "error import.out-of-range: day_at_risk '-0.1' is negative"),
            ("vix_level", "1001", "error import.out-of-range: vix_level '1001' lies outside 0.0 to 1000.0"),
            ("hedge_active", "maybe", "error import.not-a-choice: hedge_active 'maybe' is neither true nor false"),
            ("open_risk", "-0.1", "error import.out-of-range: open_risk '-0.1' is negative"),
            ("equity", "much", "error import.not-a-number: equity 'much' is no amount; write dollars such as 1250.75"),
            ("equity", "1e11", "error import.out-of-range: equity '1e11' lies beyond 10000000000.00 dollars"),
            ("equity", "1.006", "note import.rounded: equity '1.006' was rounded to 1.01, the nearest cent"),
            ("mean_iv_rank", "-1", "error import.out-of-range: mean_iv_rank '-1' lies outside 0.0 to 100.0"),
        ])
    func fields(column: String, text: String, said: String) throws {
        #expect(try self.said(of: [column: text]) == [said])
    }

    @Test("A moment that stands twice in a file, or in the history with other values, is refused")
    func again() throws {
        let history = try Folder().history()
        let later = ["timestamp": "2026-07-01 20:00:00", "equity": "1"]
        #expect(
            try history.importSnapshots(file("snapshots.csv", Self.good, [:], later), at: now).said == [
                "error import.duplicate: timestamp '2026-07-01 20:00:00' stands in the file already, at snapshots.csv:2"
            ])
        _ = try history.importSnapshots(file("snapshots.csv", Self.good, [:]), at: now)
        #expect(
            try history.importSnapshots(file("snapshots.csv", Self.good, later), at: now).said == [
                "error import.changed: timestamp '2026-07-01 20:00:00' has a snapshot with other values in the history; "
                    + "a history is not edited"
            ])
    }
}

@Suite("What is said of a daily result from CSV")
struct ImportEquityTextTests {
    private static let good: GoodRow = [
        ("date", "2026-07-01"), ("strategy", "MULTIBOOK"), ("allotted_capital", "50000"), ("pnl", "-12.60"),
    ]

    private func said(of changes: [String: String]) throws -> [String] {
        try Folder().history().importEquity(file("equity.csv", Self.good, changes), at: now).said
    }

    @Test("Nothing is said of a good row")
    func nothing() throws {
        #expect(try said(of: [:]) == [])
    }

    @Test("Every column needs a value", arguments: EquityRow.needed)
    func needed(column: String) throws {
        #expect(
            try said(of: [column: ""]) == [
                "error import.missing-value: \(column) '' is empty, and this column needs a value"
            ])
    }

    @Test(
        "A field is named with its value, what is wrong with it and what to write",
        arguments: [
            ("date", "2026-07-32", "error import.not-a-date: date '2026-07-32' is not a date; write YYYY-MM-DD"),
            (
                "date", "1979-07-02",
                "error import.out-of-range: date '1979-07-02' lies outside 1980 to 2050; correct the year"
            ),
            ("date", "2026-07-04", "warning import.weekend: date '2026-07-04' is no weekday"),
            ("strategy", "NEW", "error import.not-a-choice: strategy 'NEW' is none of MULTIBOOK, LEGACY"),
            (
                "allotted_capital", "$5",
                "error import.not-a-number: allotted_capital '$5' is no amount; write dollars such as 1250.75"
            ),
            ("allotted_capital", "-1", "error import.out-of-range: allotted_capital '-1' is negative"),
            (
                "allotted_capital", "0",
                "warning import.no-capital: pnl '-12.60' was made without capital; its return is undefined"
            ),
            ("pnl", "1e11", "error import.out-of-range: pnl '1e11' lies beyond 10000000000.00 dollars"),
            ("pnl", "-12.605", "note import.rounded: pnl '-12.605' was rounded to -12.61, the nearest cent"),
        ])
    func fields(column: String, text: String, said: String) throws {
        #expect(try self.said(of: [column: text]) == [said])
    }

    @Test("A day that stands twice in a file, or in the history with other values, is refused")
    func again() throws {
        let history = try Folder().history()
        #expect(
            try history.importEquity(file("equity.csv", Self.good, [:], ["pnl": "5"]), at: now).said == [
                "error import.duplicate: date '2026-07-01' stands in the file already, at equity.csv:2"
            ])
        _ = try history.importEquity(file("equity.csv", Self.good, [:]), at: now)
        #expect(
            try history.importEquity(file("equity.csv", Self.good, ["pnl": "5"]), at: now).said == [
                "error import.changed: date '2026-07-01' has a result of this strategy with other values in the "
                    + "history; a history is not edited"
            ])
    }
}
