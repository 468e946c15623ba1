internal import Dates
internal import Input
internal import Ledger
internal import Options

/// Reads one row of a trades file.
enum TradeRow {
    static let needed = [
        "trade_id", "strategy", "book_type", "symbol", "structure", "entry_time", "contracts", "entry_credit", "fees",
    ]
    static let optional = [
        "exit_time", "exit_cost", "expiration", "width", "short_put", "long_put", "short_call", "long_call",
        "confidence", "entry_iv_rank", "entry_delta", "directional_filter_passed", "exit_reason", "mode",
    ]
    /// Columns in which a row that closes a trade may differ from the one that opened it.
    static let closing: Set<String> = ["exit_time", "exit_cost", "exit_reason", "fees"]
    /// The underlyings that the desk trades, and the volatility products of its hedge.
    static let universe: Set<String> = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK", "VIX", "VIXY"]

    /// The trade, numbered 0 for now; nil when the row is refused.
    static func read(_ row: inout ImportRow) -> Trade? {
        _ = row.required("trade_id")
        let strategy: StrategyName? = row.choice("strategy", row.required("strategy"))
        let book: Book? = row.choice("book_type", row.required("book_type"))
        let structure: Structure? = row.choice("structure", row.required("structure"))
        let symbol = symbol(&row)
        let entryTime = row.instant("entry_time", row.required("entry_time"))
        let contracts = row.integer("contracts", row.required("contracts"), in: LedgerBounds.contracts)
        let credit = row.price("entry_credit", row.required("entry_credit"))
        let fees = row.money("fees", row.required("fees"))
        if let fees, fees < .zero { row.find(.error, "import.out-of-range", at: "fees", "is negative") }
        let expiration = row.day("expiration", row.optional("expiration"))
        let confidence = row.integer("confidence", row.optional("confidence"), in: 0...100)
        let ivRank = row.number("entry_iv_rank", row.optional("entry_iv_rank"), in: 0...100)
        let delta = row.number("entry_delta", row.optional("entry_delta"))
        let filter = row.flag("directional_filter_passed", row.optional("directional_filter_passed"))
        let mode: TradeMode? = row.choice("mode", row.optional("mode"))
        let strikes = Strikes(&row)
        let statedWidth = row.price("width", row.optional("width"))
        if let statedWidth, statedWidth < .zero { row.find(.error, "import.out-of-range", at: "width", "is negative") }
        let exit = exit(&row)
        guard let strategy, let book, let structure, let symbol, let entryTime, let contracts, let credit, let fees
        else { return nil }

        let entryDay = NewYork.day(at: entryTime)
        if book.strategy != strategy || (book == .hedge) != (structure == .hedge) {
            row.find(
                .error, "import.book", at: "book_type",
                "does not go with strategy \(strategy.rawValue) and structure \(structure.rawValue)", day: entryDay)
        }
        if let exit, exit.time < entryTime {
            row.find(.error, "import.exit-before-entry", at: "exit_time", "lies before entry_time", day: entryDay)
        }
        if let expiration, expiration < entryDay {
            row.find(.error, "import.expired-at-entry", at: "expiration", "lies before the entry", day: entryDay)
        }
        let width = structure == .hedge ? nil : statedWidth ?? strikes.width(structure)
        for (column, price) in [("entry_credit", credit), ("width", width), ("exit_cost", exit?.cost)] {
            guard let price, !LedgerBounds.holds(price, contracts: contracts) else { continue }
            row.find(
                .error, "import.out-of-range", at: column,
                "over \(contracts) contracts lies beyond \(LedgerBounds.trade) dollars", day: entryDay)
        }
        strikes.check(structure, &row)
        // What is doubtful beside a fault is mostly the fault once more.
        guard !row.isRefused else { return nil }
        if let exit, let expiration, exit.day > expiration {
            row.find(.warning, "import.exit-after-expiration", at: "exit_time", "lies after expiration", day: exit.day)
        }
        if let width, structure != .hedge {
            if let apart = strikes.width(structure), apart != width {
                row.find(
                    .warning, "import.width", at: "width", "differs from the strikes, \(apart) apart", day: entryDay)
            }
            if credit > width {
                row.find(.warning, "import.credit", at: "entry_credit", "is above the width \(width)", day: entryDay)
            }
        }
        if structure != .hedge, credit <= .zero {
            row.find(.warning, "import.credit", at: "entry_credit", "is no credit", day: entryDay)
        }
        if mode == nil, row.optional("mode") == nil {
            row.find(.note, "import.mode", at: "mode", "is not stated; taken as paper", day: entryDay)
        }
        if structure != .hedge, let exit, exit.cost < .zero {
            row.find(.warning, "import.exit-cost", at: "exit_cost", "is no cost; closing paid the desk", day: exit.day)
        }
        let legs = strikes.legs(structure, symbol, expiration, &row)
        return Trade(
            id: 0, book: book, mode: mode ?? .paper, symbol: symbol, structure: structure, legs: legs,
            contracts: contracts, entryTime: entryTime, entryCredit: credit, entryFees: fees, expiration: expiration,
            width: width, confidence: confidence, entryIVRank: ivRank, entryDelta: delta,
            directionalFilterPassed: filter, exit: exit)
    }

    private static func symbol(_ row: inout ImportRow) -> String? {
        guard let text = row.required("symbol") else { return nil }
        let symbol = text.uppercasedASCII
        let allowed = symbol.utf8.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: ".")
        }
        guard allowed, symbol.count <= 6 else {
            row.find(.error, "import.symbol", at: "symbol", "is no symbol; write up to six letters such as SPY")
            return nil
        }
        if !universe.contains(symbol) {
            row.find(.warning, "import.unknown-symbol", at: "symbol", "is not among those that the desk trades")
        }
        return symbol
    }

    /// Fees come in one sum, which stands with the entry; so the exit has none of its own.
    private static func exit(_ row: inout ImportRow) -> TradeExit? {
        let time = row.instant("exit_time", row.optional("exit_time"))
        let cost = row.price("exit_cost", row.optional("exit_cost"))
        if (row.optional("exit_time") == nil) != (row.optional("exit_cost") == nil) {
            let column = row.optional("exit_time") == nil ? "exit_time" : "exit_cost"
            row.find(.error, "import.half-exit", at: column, "is missing; an exit needs both exit_time and exit_cost")
        }
        var reason = ExitReason.other
        if let text = row.optional("exit_reason") {
            if let known = ExitReason(rawValue: text.lowercasedASCII) {
                reason = known
            } else {
                row.find(.note, "import.exit-reason", at: "exit_reason", "is not a rule of this desk; kept as other")
            }
        }
        guard let time, let cost else { return nil }
        return TradeExit(time: time, cost: cost, fees: .zero, reason: reason)
    }
}

/// The strikes that a row states, in dollars per share.
private struct Strikes {
    let shortPut, longPut, shortCall, longCall: Price?

    init(_ row: inout ImportRow) {
        func strike(_ column: String) -> Price? {
            let price = row.price(column, row.optional(column))
            if let price, price <= .zero { row.find(.error, "import.strikes", at: column, "is not above zero") }
            return price
        }
        shortPut = strike("short_put")
        longPut = strike("long_put")
        shortCall = strike("short_call")
        longCall = strike("long_call")
    }

    /// The distance of the wider side; nil unless every strike of the structure is stated.
    func width(_ structure: Structure) -> Price? {
        let puts = shortPut.flatMap { short in longPut.map { short - $0 } }
        let calls = shortCall.flatMap { short in longCall.map { $0 - short } }
        switch structure {
        case .putCredit: return puts
        case .callCredit: return calls
        case .ironCondor: return puts.flatMap { first in calls.map { max(first, $0) } }
        case .hedge: return nil
        }
    }

    /// Sees that the strikes stand on their sides.
    func check(_ structure: Structure, _ row: inout ImportRow) {
        if structure != .callCredit, structure != .hedge, let shortPut, let longPut, shortPut <= longPut {
            row.find(.error, "import.strikes", at: "short_put", "is not above long_put")
        }
        if structure != .putCredit, structure != .hedge, let shortCall, let longCall, shortCall >= longCall {
            row.find(.error, "import.strikes", at: "short_call", "is not below long_call")
        }
    }

    /// The legs of one unit; empty unless every strike and the expiration are stated.
    func legs(_ structure: Structure, _ symbol: String, _ expiration: Day?, _ row: inout ImportRow) -> [Leg] {
        let sides: [(column: String, strike: Price?, right: Right, quantity: Int)]
        switch structure {
        case .putCredit: sides = [("short_put", shortPut, .put, -1), ("long_put", longPut, .put, 1)]
        case .callCredit: sides = [("short_call", shortCall, .call, -1), ("long_call", longCall, .call, 1)]
        case .ironCondor:
            sides = [
                ("short_put", shortPut, .put, -1), ("long_put", longPut, .put, 1),
                ("short_call", shortCall, .call, -1), ("long_call", longCall, .call, 1),
            ]
        case .hedge: sides = [("long_call", longCall, .call, 1)]
        }
        let stated = sides.filter { $0.strike != nil }
        guard stated.count == sides.count, let expiration else {
            if let first = sides.first(where: { $0.strike == nil }), !stated.isEmpty {
                row.find(.note, "import.legs", at: first.column, "is missing; the legs are not known")
            } else if !stated.isEmpty {
                row.find(.note, "import.legs", at: "expiration", "is missing; the legs are not known")
            }
            return []
        }
        return stated.compactMap { side in
            side.strike.map {
                Leg(
                    contract: OptionContract(
                        underlying: symbol, expiration: expiration, right: side.right,
                        strikeThousandths: Int(($0.tenThousandths + 5) / 10)),
                    quantity: side.quantity)
            }
        }
    }
}
