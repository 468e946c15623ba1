internal import Dates
internal import Ledger
internal import Metrics

/// What takes capital back, however few the sessions.
extension CheckContext {
    /// The checks of ``GateRule/hardLimit``.
    func limits() -> [GateCheck] {
        let known = risks(of: guarded)
        let limits = input.limits
        return [
            drawdown(),
            risk("portfolio-delta", "Portfolio delta, largest at a day's end", limits.delta, .ratio, known) {
                abs($0.delta)
            },
            risk("day-at-risk", "Day at risk, largest", limits.dayRisk, .percent, known) { $0.dayAtRisk },
            risk("open-risk", "Open risk, largest at a day's end", limits.openRisk, .percent, known) { $0.openRisk },
        ] + (input.obeysGate ? [tradedShare()] : [])
    }

    /// MULTIBOOK's returns with capital since the rollout began.
    var rolloutReturns: Returns {
        guard let first = ladder.rollout.first else { return Returns([]) }
        let days = figures.multibook.filter { $0.result.allotment == .allotted && $0.day >= first }
        return Returns(days: days.map(\.day), values: days.map(\.return))
    }

    private func drawdown() -> GateCheck {
        let returns = rolloutReturns
        let fall = returns.maxDrawdown
        let limit = -settings.maximumDrawdown
        guard !ladder.rollout.isEmpty else {
            return check(
                "drawdown", .hardLimit, "Drawdown of MULTIBOOK", .undefined(.noCapital, n: 0), .percent, .above, limit,
                window: "rollout: no session yet", detail: "MULTIBOOK has no capital", link: "#drawdowns",
                missing: .notRun)
        }
        let detail =
            returns.deepestDrawdown.map {
                GateWords.span($0.peak, $0.trough, today: input.session)
            } ?? (fall.value == nil ? "MULTIBOOK has no result with capital" : "it never fell")
        return check(
            "drawdown", .hardLimit, "Drawdown of MULTIBOOK", fall, .percent, .above, limit,
            window: window(ladder.rollout, "rollout"), detail: detail, link: "#drawdowns")
    }

    /// The largest value of a risk over the sessions' last snapshots. One that is missing hides what it was.
    private func risk(
        _ id: String, _ title: String, _ limit: Double, _ unit: Unit, _ known: [SessionRisk?],
        _ value: (SessionRisk) -> Double?
    ) -> GateCheck {
        let values = known.compactMap { risk in
            risk.flatMap { risk in value(risk).flatMap { $0.isFinite ? (day: risk.day, value: $0) : nil } }
        }
        let worst = values.max { $0.value < $1.value }
        let beyond = values.filter { !GateCheck.holds($0.value, .atMost, limit) }.map(\.day)
        let isComplete = values.count == guarded.count
        // A breach that is on record decides, whatever is missing beside it.
        let shown = isComplete || !beyond.isEmpty ? worst?.value : nil
        let figure = shown.map { Figure.value($0, n: values.count) } ?? .undefined(.notRecorded, n: values.count)
        let detail =
            !beyond.isEmpty
            ? "beyond the limit on \(names(beyond))"
            : isComplete ? "within the limit at every day's end" : "not recorded for every session"
        return check(
            id, .hardLimit, title, figure, unit, .atMost, limit, window: window(guarded), detail: detail,
            link: "#exposure")
    }

    /// The share that was traded, against the one in force.
    private func tradedShare() -> GateCheck {
        let decided = input.records.first?.day
        let judged = guarded.filter { day in decided.map { $0 < day } ?? false }
        var shares = SessionShares(input)
        var last = input.traded.count - 1
        var excess: [(day: Day, over: Double)] = []
        for day in judged.reversed() {
            while last >= 0, input.traded[last].day > day { last -= 1 }
            guard last >= 0, input.traded[last].day == day else { continue }
            // An override of the day itself may have moved the share after the open.
            let later = input.overrides.last { NewYork.day(at: $0.recordedAt) == day }?.to ?? 0
            excess.append((day, input.traded[last].share - max(shares.stage(in: day).share, later)))
        }
        let beyond = excess.filter { $0.over > 1e-9 }.map(\.day).reversed()
        let isComplete = excess.count == judged.count
        let worst = isComplete || !beyond.isEmpty ? excess.map(\.over).max() : nil
        let detail =
            !beyond.isEmpty
            ? "more than was in force on \(names(Array(beyond)))"
            : judged.isEmpty
                ? "no session under a decision yet"
                : isComplete ? "never more than was in force" : "not recorded for every session"
        return check(
            "traded-share", .hardLimit, "Share traded above the one in force, largest",
            worst.map { .value(max($0, 0), n: excess.count) } ?? .undefined(.notRecorded, n: excess.count), .percent,
            .atMost, 0, window: window(judged), detail: detail, link: "#gate-history",
            missing: judged.isEmpty ? .notRun : .error)
    }
}
