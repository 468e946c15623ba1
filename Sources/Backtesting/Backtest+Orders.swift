import Dates
import Input
import Ledger
import Market
import Options
import Strategy

extension Backtest {
    /// Opens what a candidate proposes, and records it whatever became of it.
    mutating func open(
        _ candidate: Candidate, of index: Int, snapshot: MarketSnapshot, record: inout SessionRecord
    ) {
        var tradeID: Int64?
        if let entry = candidate.entry,
            let execution = Execution.opening(
                entry.quote, fraction: settings.fills.fraction(legs: entry.quote.legs.count))
        {
            let trade = trade(entry, price: execution.price, of: index, snapshot: snapshot)
            if let position = Position(trade) {
                accounts[index].open(position)
                record.opened.append(trade)
                record.fills += fills(trade.id, execution, entry.quote, trade.contracts, snapshot.time, isOpening: true)
                tradeID = trade.id
                nextID += 1
            }
        }
        record.candidates.append(
            CandidateRecord(
                time: snapshot.time, book: candidate.book, allotment: accounts[index].sleeve.allotment,
                symbol: candidate.symbol, structure: candidate.structure, results: candidate.results,
                tradeID: tradeID))
    }

    /// The trade that an entry becomes at a price.
    private func trade(_ entry: EntryIntent, price: Price, of index: Int, snapshot: MarketSnapshot) -> Trade {
        Trade(
            id: nextID, book: entry.book, allotment: accounts[index].sleeve.allotment, mode: mode,
            symbol: entry.symbol, structure: entry.structure, legs: entry.legs, contracts: entry.contracts,
            entryTime: snapshot.time, entryCredit: price,
            entryFees: strategy.fees.fees(legs: entry.legs.count, contracts: entry.contracts),
            expiration: entry.expiration, width: entry.width, confidence: entry.confidence,
            confidenceComponents: entry.confidenceComponents, entryIVRank: entry.ivRank,
            entryDelta: entry.quote.delta.isFinite ? entry.quote.delta : nil,
            directionalFilterPassed: entry.directionalFilterPassed, entrySpot: entry.spot, entryVIX: entry.vix,
            stopRule: entry.stopRule, isSynthetic: snapshot.isSynthetic)
    }

    /// Closes a position in its market; without one it stays, and a finding says so.
    mutating func close(
        _ exit: ExitIntent, of index: Int, snapshot: MarketSnapshot, record: inout SessionRecord
    ) {
        guard let position = accounts[index].sleeve.positions.first(where: { $0.trade.id == exit.tradeID }) else {
            return
        }
        guard let quote = exit.quote,
            let execution = Execution.closing(
                quote, fraction: settings.fills.fraction(legs: quote.legs.count), width: position.width)
        else {
            record.findings.append(
                Finding(
                    severity: .warning, rule: "exit.no-quote", subject: position.trade.symbol, day: snapshot.day,
                    place: "trade \(exit.tradeID)",
                    message: "\(exit.reason.rawValue) fired (\(exit.detail)), but a leg has no two-sided market; "
                        + "the position stays open"))
            return
        }
        finish(position, execution, quote, of: index, reason: exit.reason, snapshot: snapshot, record: &record)
    }

    /// Settles in cash what has come to its last session all the same, because it could not be closed before.
    mutating func settleExpired(of index: Int, snapshot: MarketSnapshot, record: inout SessionRecord) {
        for position in accounts[index].sleeve.positions where position.expiration <= snapshot.day {
            let spot = position.isHedge ? snapshot.vix : snapshot[position.trade.symbol]?.spot
            guard let spot, let execution = Execution.settlement(of: position.legs, spot: spot) else {
                record.findings.append(
                    Finding(
                        severity: .error, rule: "expiry.no-price", subject: position.trade.symbol, day: snapshot.day,
                        place: "trade \(position.trade.id)",
                        message: "expired, but the underlying has no price to settle at; it waits for one"))
                continue
            }
            finish(position, execution, nil, of: index, reason: .expired, snapshot: snapshot, record: &record)
        }
    }

    /// Books the end of a position. Settlement, which has no market, costs no fees.
    private mutating func finish(
        _ position: Position, _ execution: Execution, _ quote: ComboQuote?, of index: Int, reason: ExitReason,
        snapshot: MarketSnapshot, record: inout SessionRecord
    ) {
        let fees = quote == nil ? .zero : strategy.fees.fees(legs: position.legs.count, contracts: position.contracts)
        guard
            let trade = accounts[index].close(
                position.trade.id, at: snapshot.time, cost: execution.price, fees: fees, reason: reason)
        else { return }
        record.closed.append(trade)
        let market = quote ?? ComboQuote(settled: position.legs, at: execution.legPrices)
        record.fills += fills(trade.id, execution, market, position.contracts, snapshot.time, isOpening: false)
    }

    /// The legs of an execution.
    private func fills(
        _ id: Int64, _ execution: Execution, _ quote: ComboQuote, _ contracts: Int, _ time: Instant, isOpening: Bool
    ) -> [Fill] {
        zip(quote.legs, execution.legPrices).map { leg, price in
            Fill(
                tradeID: id, time: time, isOpening: isOpening, contract: leg.leg.contract,
                quantity: leg.leg.quantity * contracts * (isOpening ? 1 : -1), price: price, bid: leg.bid,
                ask: leg.ask)
        }
    }
}
