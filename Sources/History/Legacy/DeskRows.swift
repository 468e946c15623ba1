internal import Dates
internal import GRDB
internal import Input
internal import Ledger

/// The rows that the old desk wrote: made readable where they say enough, left as they are where they do not.
enum DeskRows {
    /// Gives every row of `trades` and `portfolio_metrics` that has none its companion row. An old row tells how a
    /// trade began but not how it ended: open ones become open positions, all others stay in `trades` alone, out of
    /// every figure, each with a finding.
    ///
    /// - Parameter first: the first number of `trades` to look at.
    @discardableResult
    static func adopt(_ db: Database, from first: Int64 = 0) throws -> [Finding] {
        let statements = Statements(db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, timestamp, symbol, spread_type, short_strike, long_strike, contracts, credit, status, mode,
                    book_type, entry_iv_rank, entry_delta, directional_filter_passed
                FROM trades WHERE id >= ? AND id NOT IN (SELECT trade_id FROM trade_details) ORDER BY id
                """, arguments: [first])
        var findings: [Finding] = []
        for row in rows {
            let id = try RowReader(table: "trades", keyAt: 0, columns: ["id"], row: row).integer(0)
            switch DeskTrade(row).read(id: id) {
            case .open(let trade, let notes):
                try statements.insertDetails(trade)
                findings += notes
            case .left(let finding):
                findings.append(finding)
            }
        }
        findings += try adoptSnapshots(db)
        try statements.insert(findings)
        return findings
    }

    private static func adoptSnapshots(_ db: Database) throws -> [Finding] {
        var findings: [Finding] = []
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, timestamp FROM portfolio_metrics
                WHERE id NOT IN (SELECT snapshot_id FROM snapshot_details) ORDER BY id
                """)
        for row in rows {
            let id = try RowReader(table: "portfolio_metrics", keyAt: 0, columns: ["id"], row: row).integer(0)
            let text = String.fromDatabaseValue(row[1] as DatabaseValue) ?? "NULL"
            guard let time = Instant(text) else {
                findings.append(
                    Finding(
                        severity: .error, rule: "desk.snapshot-time", subject: "portfolio_metrics", place: "row \(id)",
                        message: "timestamp '\(Excerpt.of(text))' is no instant; the snapshot stays out of every figure"
                    ))
                continue
            }
            try Statements(db).run(
                "INSERT INTO snapshot_details (snapshot_id, taken_at, day) VALUES (?, ?, ?)",
                [id, time.iso, NewYork.day(at: time).iso])
        }
        return findings
    }
}

/// One row of the desk's `trades`.
private struct DeskTrade {
    enum Reading {
        case open(Trade, [Finding])
        case left(Finding)
    }

    private let row: Row

    init(_ row: Row) {
        self.row = row
    }

    func read(id: Int64) -> Reading {
        let place = "row \(id)"
        func left(_ rule: String, _ message: String) -> Reading {
            .left(
                Finding(
                    severity: .error, rule: rule, subject: "trades", place: place,
                    message: "\(message); the row is kept and stays out of every figure"))
        }
        guard let time = text(1).flatMap({ Instant($0) }) else {
            return left("desk.time", "timestamp '\(shown(1))' is no instant")
        }
        guard let structure = text(3).flatMap({ Structure(rawValue: $0.lowercasedASCII) }), structure != .hedge else {
            return left("desk.spread-type", "spread_type '\(shown(3))' is none of put_credit, call_credit, iron_condor")
        }
        guard let contracts = integer(6), (1...1_000_000).contains(contracts) else {
            return left("desk.contracts", "contracts '\(shown(6))' is not a count of at least one")
        }
        guard let credit = number(7).flatMap({ Price($0 / Double(contracts) / 100) }), let symbol = text(2) else {
            return left("desk.credit", "credit '\(shown(7))' of symbol '\(shown(2))' is no amount of dollars")
        }
        guard let mode = text(9).flatMap({ TradeMode(rawValue: $0.lowercasedASCII) }) else {
            return left("desk.mode", "mode '\(shown(9))' is none of simulated, backtest, paper, live")
        }
        guard let book = text(10).flatMap({ Book(rawValue: $0.uppercasedASCII) }), book != .hedge else {
            return left("desk.book", "book_type '\(shown(10))' is none of PRIMARY, INCOME_POP, LEGACY")
        }
        guard text(8)?.lowercasedASCII == "open" else {
            return left("desk.no-exit", "status is '\(shown(8))', and the row says neither when nor at what cost")
        }
        var width: Price?
        if structure != .ironCondor, let short = number(4), let long = number(5) {
            width = Price(abs(short - long))
        }
        let trade = Trade(
            id: id, book: book, mode: mode, symbol: symbol, structure: structure, contracts: contracts,
            entryTime: time, entryCredit: credit, entryFees: .zero, width: width, entryIVRank: number(11),
            entryDelta: number(12), directionalFilterPassed: integer(13).map { $0 != 0 })
        var notes = [
            Finding(
                severity: .warning, rule: "desk.open-undetailed", subject: "trades", day: trade.entryDay, place: place,
                message: "an open position of \(symbol) without expiration, fees or stop rule; fees are taken as 0")
        ]
        let recorded = Money(dollars: number(7) ?? 0) ?? .zero
        if recorded != trade.credit {
            notes.append(
                Finding(
                    severity: .note, rule: "desk.credit-rounding", subject: "trades", day: trade.entryDay,
                    place: place,
                    message: "credit \(recorded) over \(contracts) contracts is \(trade.credit) in whole "
                        + "ten-thousandths of a dollar a share"))
        }
        return .open(trade, notes)
    }

    private func text(_ index: Int) -> String? { String.fromDatabaseValue(row[index] as DatabaseValue) }
    private func number(_ index: Int) -> Double? { Double.fromDatabaseValue(row[index] as DatabaseValue) }
    private func integer(_ index: Int) -> Int? { Int.fromDatabaseValue(row[index] as DatabaseValue) }
    private func shown(_ index: Int) -> String {
        let value = row[index] as DatabaseValue
        return value.isNull ? "NULL" : Excerpt.of("\(value.storage.value ?? "")")
    }
}
