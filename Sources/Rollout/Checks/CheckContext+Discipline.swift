internal import Dates
internal import Ledger
internal import Metrics

/// Whether the desk keeps to its own rules. A breach holds the stage until a person has looked at it and said so, by the
/// sign-off `guard-review`.
extension CheckContext {
    /// The checks of ``GateRule/discipline``.
    func discipline() -> [GateCheck] { [stops(), blackout()] }

    /// When breaches were looked at last.
    var reviewedAt: Instant? {
        input.signOffs.last { $0.item == Gate.reviewItem }.flatMap { $0.isGiven ? $0.recordedAt : nil }
    }

    /// Positions without a stop: those that are open, and those of these sessions that nobody has looked at since.
    func unguarded(in sessions: [Day]) -> [Trade] {
        guard let first = sessions.first else { return [] }
        return input.trades.lazy.map(\.trade).filter { trade in
            guard trade.stopRule?.isEmpty ?? true, trade.entryDay <= input.session else { return false }
            if trade.isOpen(atEndOf: input.session) { return true }
            return trade.exitDay.map { $0 >= first } ?? true && !isReviewed(trade)
        }
    }

    /// Openings of these sessions near an economic event, that nobody has looked at since.
    func openedInBlackout(in sessions: [Day]) -> (near: [ChecklistInput.Opening], unknown: Int) {
        guard let first = sessions.first else { return ([], 0) }
        let opened = input.trades.filter {
            (first...input.session).contains($0.trade.entryDay) && !isReviewed($0.trade)
        }
        var near: [ChecklistInput.Opening] = []
        var unknown = 0
        for opening in opened {
            switch opening.event {
            case .clear: continue
            case .near: near.append(opening)
            case .unknown: unknown += 1
            }
        }
        return (near, unknown)
    }

    private func isReviewed(_ trade: Trade) -> Bool { reviewedAt.map { trade.entryTime <= $0 } ?? false }

    private func stops() -> GateCheck {
        let found = unguarded(in: guarded)
        return check(
            "stops", .discipline, "Positions without a stop", .value(Double(found.count), n: input.trades.count),
            .count,
            .atMost, 0, window: window(guarded),
            detail: found.isEmpty ? "every position has a stop rule" : "no stop rule: \(names(found))",
            link: "#open-at-close")
    }

    private func blackout() -> GateCheck {
        let (near, unknown) = openedInBlackout(in: guarded)
        let isKnown = unknown == 0 || !near.isEmpty
        let detail =
            !near.isEmpty
            ? near.prefix(3).map { "\(name($0.trade)) \(event($0.event))" }.joined(separator: "; ")
            : unknown > 0
                ? "the calendar of events does not cover \(GateWords.count(unknown, "opening"))"
                : "nothing was opened near an event"
        return check(
            "blackout", .discipline, "Openings near an economic event",
            isKnown ? .value(Double(near.count), n: near.count + unknown) : .undefined(.notRecorded, n: unknown),
            .count,
            .atMost, 0, window: window(guarded), detail: detail, link: "#opened")
    }

    private func event(_ event: ChecklistInput.Nearness) -> String {
        guard case .near(let name, let time) = event else { return "" }
        return "near the \(name) of \(NewYork.wallTime(time))"
    }

    private func names(_ trades: [Trade]) -> String {
        let shown = trades.prefix(3).map(name).joined(separator: ", ")
        return trades.count > 3 ? "\(shown) and \(trades.count - 3) more" : shown
    }

    private func name(_ trade: Trade) -> String { "trade \(trade.id) (\(trade.symbol))" }
}
