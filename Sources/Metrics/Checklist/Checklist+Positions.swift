internal import Dates
internal import Ledger

extension Checklist {
    /// Every open position has a stop rule, and was looked at in the session.
    static func stops(_ input: ChecklistInput) -> Check {
        let positions = input.open.filter { $0.structure != .hedge }
        func check(_ verdict: CheckVerdict, _ unguarded: Int, _ evidence: String) -> Check {
            Check(
                key: "stop-losses", title: "Stop losses", verdict: verdict, value: .integer(unguarded), unit: .count,
                limit: "no position without a stop that is watched", evidence: evidence, link: "#open-at-close")
        }
        let without = positions.filter { $0.stopRule?.isEmpty ?? true }
        guard without.isEmpty else {
            return check(.fail, without.count, "without a stop rule: \(names(without))")
        }
        if let reason = staleness(input) { return check(.unknown, 0, reason) }
        let unmarked = positions.filter { input.marks[$0.id] == nil }
        guard unmarked.isEmpty else {
            return check(
                .unknown, unmarked.count, "not marked in the session, so nobody watched its stop: \(names(unmarked))")
        }
        let beyond = positions.filter { trade in
            guard let stop = stopMultiple(trade.stopRule), let mark = input.marks[trade.id] else { return false }
            return trade.credit > .zero && mark.unrealizedPnL.dollars < -stop * trade.credit.dollars
        }
        if !beyond.isEmpty {
            return check(.warn, 0, "beyond its stop at the last mark, to be closed at the next look: \(names(beyond))")
        }
        switch positions.count {
        case 0: return check(.pass, 0, "nothing is open")
        case 1: return check(.pass, 0, "the one open position has a stop and was marked in the session")
        default:
            return check(.pass, 0, "all \(positions.count) open positions have a stop and were marked in the session")
        }
    }

    /// The hedge is there when the book's vega and the market's IV rank ask for it.
    static func hedge(_ input: ChecklistInput) -> Check {
        let limits = input.limits
        let vegaLimit = Words.grouped(limits.vega)
        let rankLimit = Words.number(limits.meanIVRank)
        func check(_ verdict: CheckVerdict, _ value: Value, _ evidence: String) -> Check {
            Check(
                key: "vix-hedge", title: "VIX hedge", verdict: verdict, value: value, unit: .flag,
                limit: "active when vega is below \(vegaLimit) $/point and mean IV rank above \(rankLimit)",
                evidence: evidence, link: "#exposure")
        }
        if let reason = staleness(input) { return check(.unknown, .undefined(.notRecorded), reason) }
        guard let snapshot = input.snapshot, snapshot.totalVega.isFinite, let rank = snapshot.meanIVRank else {
            let isActive = input.snapshot.map { Value.flag($0.hedgeActive) } ?? .undefined(.notRecorded)
            return check(.unknown, isActive, "vega or mean IV rank of the session is not recorded")
        }
        let isRequired = snapshot.hedgeRequired ?? (snapshot.totalVega < limits.vega && rank > limits.meanIVRank)
        let seen = "vega \(Words.grouped(snapshot.totalVega)) $/point, mean IV rank \(Words.number(rank))"
        let need = isRequired ? "required" : "not required"
        let state = snapshot.hedgeActive ? "active" : "not active"
        return check(
            isRequired && !snapshot.hedgeActive ? .fail : .pass, .flag(snapshot.hedgeActive),
            "\(seen): \(need), \(state)")
    }

    /// Nothing was opened near an economic event.
    static func blackout(_ input: ChecklistInput) -> Check {
        func check(_ verdict: CheckVerdict, _ count: Value, _ evidence: String) -> Check {
            Check(
                key: "blackout", title: "Blackout", verdict: verdict, value: count, unit: .count,
                limit: "no opening within \(input.limits.blackoutHours) h of an event", evidence: evidence,
                link: "#opened")
        }
        var inside: [String] = []
        var unknown: [String] = []
        for opening in input.openings {
            switch opening.event {
            case .clear: continue
            case .near(let event, let time):
                inside.append("\(name(opening.trade)) near the \(event) of \(NewYork.wallTime(time))")
            case .unknown(let reason): unknown.append(reason)
            }
        }
        if !inside.isEmpty { return check(.fail, .integer(inside.count), inside.joined(separator: "; ")) }
        if case .unknown(let reason) = input.calendar { unknown.append(reason) }
        // Where the session's end was not recorded, its openings may not have been either.
        if let reason = staleness(input) { unknown.append(reason) }
        if let reason = unknown.first { return check(.unknown, .undefined(.notRecorded), reason) }
        let opened = input.openings.count
        return check(
            .pass, .integer(0),
            opened == 0
                ? "nothing was opened" : "\(opened) opened, \(opened == 1 ? "not" : "none of them") near an event")
    }

    private static func names(_ trades: [Trade]) -> String {
        let shown = trades.prefix(5).map(name).joined(separator: ", ")
        return trades.count > 5 ? "\(shown) and \(trades.count - 5) more" : shown
    }

    private static func name(_ trade: Trade) -> String {
        "trade \(trade.id) (\(trade.symbol) \(trade.structure.rawValue))"
    }

    /// The multiple of the credit that may be lost, out of `profit 50%, stop 150%, time 21`; nil where the rule says none.
    private static func stopMultiple(_ rule: String?) -> Double? {
        for part in (rule ?? "").split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count == 2, words[0] == "stop", words[1].hasSuffix("%") else { continue }
            return Double(words[1].dropLast()).map { $0 / 100 }
        }
        return nil
    }
}
