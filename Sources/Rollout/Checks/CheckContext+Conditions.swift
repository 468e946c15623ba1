internal import Dates
internal import Ledger
internal import Metrics

/// How long the stage has lasted, and what the plan asks for the next one.
extension CheckContext {
    /// Sessions that the stage must last.
    var requiredDwell: Int { settings.dwell.sessions(at: stage) * ladder.dwellFactor }

    /// The first night on which the stage will have lasted long enough; nil where the calendar does not reach.
    var dwellServedOn: Day? {
        let missing = requiredDwell - ladder.window.count
        guard missing > 0 else { return input.session }
        let ahead = input.sessions.drop { $0 <= input.session }
        return ahead.count >= missing ? ahead[ahead.startIndex + missing - 1] : nil
    }

    func dwell() -> GateCheck {
        let served = ladder.window.count
        let earliest = dwellServedOn.map { ", earliest \(GateWords.weekday($0, today: input.session))" } ?? ""
        let detail =
            requiredDwell == 0
            ? "no dwell at \(stage)"
            : served >= requiredDwell
                ? "\(GateWords.count(served, "session")); \(requiredDwell) were asked for"
                : "\(served) of \(GateWords.count(requiredDwell, "session"))\(earliest)"
        let isServed = served >= requiredDwell
        return GateCheck(
            "dwell", .dwell, "Sessions at \(stage)", value: .value(Double(served), n: served), unit: .count, .atLeast,
            Double(requiredDwell), window: window(ladder.window), status: isServed ? .pass : .inconclusive,
            detail: detail, link: "#gate-stages")
    }

    /// The checks of ``GateRule/condition`` for the stage above this one; none at the top.
    func conditions() -> [GateCheck] {
        switch stage {
        case .none:
            [approval("two-year-backtest", "Two-year backtest"), approval("two-weeks-paper", "Two weeks of paper")]
        case .tenth: positive()
        case .quarter: positive() + ahead()
        case .half: positive() + ahead() + [guards(), kpis(), checklist()]
        case .whole: []
        }
    }

    /// Approved by a person, and since everything was taken back last.
    private func approval(_ item: String, _ title: String) -> GateCheck {
        let last = input.approvals.last { $0.rule == item }
        let isSince = last.map { entry in ladder.takenBack.map { entry.time > $0 } ?? true } ?? false
        let detail =
            last.map { entry in
                let state = "version \(entry.version) \(entry.status.rawValue) on \(NewYork.day(at: entry.time))"
                return isSince ? state : "\(state), before everything was taken back: to be approved anew"
            } ?? "not on record, to be approved in strategy_rules_audit"
        return flag(
            item, .condition, "\(title) approved", last?.status == .approved && isSince, expected: true, window: "ever",
            detail: detail, link: "#gate-checks")
    }

    /// Metrics positive.
    private func positive() -> [GateCheck] {
        let window = ladder.window
        let results = withCapital(in: window)
        let pnl = results.reduce(Money.zero) { $0 + $1.result.pnl }
        let isComplete = results.count == window.count
        let theta = thetas(of: window)
        let hasTheta = theta.count == window.count
        func figure(_ value: Double, _ isComplete: Bool) -> Figure {
            if window.isEmpty { return .undefined(.noData, n: 0) }
            return isComplete ? .value(value, n: window.count) : .undefined(.notRecorded, n: window.count)
        }
        let missing: CheckStatus = window.isEmpty ? .inconclusive : .error
        func detail(_ isComplete: Bool, _ text: String) -> String {
            window.isEmpty ? "no session yet" : isComplete ? text : "not recorded for every session"
        }
        return [
            check(
                "stage-pnl", .condition, "Net P&L of MULTIBOOK in the stage", figure(pnl.dollars, isComplete), .usd,
                .above, 0, window: self.window(window),
                detail: detail(isComplete, "marked, after fees and hedge"), link: "#equity", missing: missing),
            check(
                "stage-theta", .condition, "Gross theta of the desk in the stage", figure(theta.reduce(0, +), hasTheta),
                .usd, .above,
                0, window: self.window(window),
                detail: detail(hasTheta, "theta at each day's end × calendar days to the next session"), link: "#theta",
                missing: missing),
        ]
    }

    /// Theta at each session's last snapshot × calendar days to the next session, of those sessions that have both.
    private func thetas(of sessions: [Day]) -> [Double] {
        guard let first = sessions.first else { return [] }
        let known = risks(of: sessions)
        // Sessions of a stage follow one another, so the next of each are those from the second on.
        let next = input.sessions.drop { $0 <= first }
        return zip(known, next).compactMap { risk, next -> Double? in
            guard let risk, risk.theta.isFinite else { return nil }
            return risk.theta * Double(risk.day.days(to: next))
        }
    }

    /// MULTIBOOK's sessions with capital among these.
    private func withCapital(in sessions: [Day]) -> [StrategyDay] {
        guard let first = sessions.first, let last = sessions.last else { return [] }
        return Array(
            figures.multibook.reversed().prefix { $0.day >= first }
                .filter { $0.day <= last && $0.result.allotment == .allotted })
    }

    /// Outperforming, in the stage and since the start.
    private func ahead() -> [GateCheck] {
        [
            ahead("return-on-risk-stage", "in the stage", ladder.window, "stage"),
            ahead("return-on-risk-start", "since the start", ladder.rollout, "rollout"),
        ]
    }

    private func ahead(_ id: String, _ span: String, _ sessions: [Day], _ name: String) -> GateCheck {
        let first = sessions.first ?? input.session.adding(1)
        let pairs = figures.pairs.reversed().prefix { $0.multibook.day >= first }.reversed()
        let (new, old) = (
            StrategyDay.returnOnRisk(pairs.map(\.multibook)), StrategyDay.returnOnRisk(pairs.map(\.legacy))
        )
        let value: Figure
        let detail: String
        if let one = new.value, let other = old.value {
            value = .value(one - other, n: pairs.count)
            detail =
                "MULTIBOOK \(GateWords.finePercent(one)) and LEGACY \(GateWords.finePercent(other)) a dollar-day at risk"
        } else {
            value = new.value == nil ? new : old
            let idle = new.value == nil ? "MULTIBOOK" : "LEGACY"
            detail = sessions.isEmpty ? "no session yet" : "\(idle) had nothing at risk, so there is nothing to compare"
        }
        // Without a pair the history lacks what it should hold; without capital at risk it is too early to say.
        let isMissing = pairs.isEmpty && !sessions.isEmpty
        return check(
            id, .condition, "P&L per dollar-day at risk, MULTIBOOK less LEGACY, \(span)", value, .percent, .above, 0,
            window: window(sessions, name), detail: isMissing ? "no session with results of both" : detail,
            link: "#comparison", missing: isMissing ? .error : .inconclusive)
    }

    /// Limits and discipline clean since the start.
    private func guards() -> GateCheck {
        let sessions = ladder.rollout
        let known = risks(of: sessions)
        let limits = input.limits
        let isReviewed = { (day: Day) in reviewedAt.map { $0 >= NewYork.instant(day, hour: 16) } ?? false }
        let missing = known.count { $0?.openRisk == nil }
        let outside = known.compactMap { $0 }.filter { risk in
            let isWithin =
                GateCheck.holds(abs(risk.delta), .atMost, limits.delta)
                && GateCheck.holds(risk.dayAtRisk, .atMost, limits.dayRisk)
                && risk.openRisk.map { GateCheck.holds($0, .atMost, limits.openRisk) } ?? true
            return !isWithin && !isReviewed(risk.day)
        }
        let (near, unknown) = openedInBlackout(in: sessions)
        let breaches = outside.count + unguarded(in: sessions).count + near.count
        let isKnown = breaches > 0 || (missing == 0 && unknown == 0 && !sessions.isEmpty)
        let detail =
            breaches > 0
            ? "limits \(outside.count), stops \(unguarded(in: sessions).count), blackout \(near.count)"
            : isKnown
                ? "no limit passed, every position with a stop, nothing opened near an event"
                : "not recorded for every session"
        return check(
            "guards-since-start", .condition, "Breaches of limits and discipline since the start",
            isKnown ? .value(Double(breaches), n: sessions.count) : .undefined(.notRecorded, n: sessions.count), .count,
            .atMost, 0, window: window(sessions, "rollout"), detail: detail, link: "#exposure")
    }

    /// No key figure missed; one that it is too early to judge is none.
    private func kpis() -> GateCheck {
        let missed = figures.missedKPIs
        let detail =
            missed.map { $0.isEmpty ? "none is missed" : "missed: \($0.joined(separator: ", "))" }
            ?? "the key figures could not be computed"
        return check(
            "kpis", .condition, "Key figures missed",
            missed.map { .value(Double($0.count), n: figures.multibook.count) } ?? .undefined(.notRecorded, n: 0),
            .count,
            .atMost, 0, window: "since inception", detail: detail, link: "#kpis")
    }

    /// The production checklist passed and signed off.
    private func checklist() -> GateCheck {
        let open = input.openPoints
        let detail =
            open.map { $0.isEmpty ? "every point is passed or signed off" : "open: \($0.joined(separator: ", "))" }
            ?? "the checklist was not looked at"
        return check(
            "production-checklist", .condition, "Open points of the production checklist",
            open.map { .value(Double($0.count), n: 1) } ?? .undefined(.notRecorded, n: 0), .count, .atMost, 0,
            window: "now", detail: detail, link: "#readiness")
    }
}
