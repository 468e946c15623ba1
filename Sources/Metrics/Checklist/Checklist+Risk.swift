internal import Dates
internal import Ledger

extension Checklist {
    /// Net dollar delta ÷ equity within its band.
    static func delta(_ input: ChecklistInput) -> Check {
        let limit = input.limits.delta
        func check(_ verdict: CheckVerdict, _ value: Value, _ evidence: String) -> Check {
            Check(
                key: "portfolio-delta", title: "Portfolio delta", verdict: verdict, value: value, unit: .ratio,
                limit: "within ±\(Words.number(limit, places: 2))", evidence: evidence, link: "#exposure")
        }
        if let reason = staleness(input) { return check(.unknown, .undefined(.notRecorded), reason) }
        guard let snapshot = input.snapshot, snapshot.totalDelta.isFinite else {
            return check(.unknown, .undefined(.notRecorded), "the snapshot has no delta")
        }
        let size = abs(snapshot.totalDelta)
        let verdict = verdict(size, limit: limit, input)
        return check(
            verdict, .number(snapshot.totalDelta),
            "net dollar delta ÷ equity at \(NewYork.wallTime(snapshot.time))\(nearness(size, limit: limit, verdict))")
    }

    /// Maximum loss of what was opened in the session and of everything open, each within its cap.
    static func dayAtRisk(_ input: ChecklistInput) -> Check {
        let (dayLimit, openLimit) = (input.limits.dayRisk, input.limits.openRisk)
        func check(_ verdict: CheckVerdict, _ value: Value, _ evidence: String) -> Check {
            Check(
                key: "day-at-risk", title: "Day at risk", verdict: verdict, value: value, unit: .percent,
                limit: "at most \(Words.percent(dayLimit)); open risk at most \(Words.percent(openLimit))",
                evidence: evidence, link: "#exposure")
        }
        if let reason = staleness(input) { return check(.unknown, .undefined(.notRecorded), reason) }
        guard let snapshot = input.snapshot, snapshot.dayAtRisk.isFinite else {
            return check(.unknown, .undefined(.notRecorded), "the snapshot has no day at risk")
        }
        let day = verdict(snapshot.dayAtRisk, limit: dayLimit, input)
        guard let open = snapshot.openRisk, open.isFinite else {
            return check(
                day == .fail ? .fail : .unknown, .number(snapshot.dayAtRisk), "the snapshot has no open risk")
        }
        let all = verdict(open, limit: openLimit, input)
        let worst: CheckVerdict = [day, all].contains(.fail) ? .fail : [day, all].contains(.warn) ? .warn : .pass
        return check(
            worst, .number(snapshot.dayAtRisk),
            "opened in the session \(Words.percent(snapshot.dayAtRisk))\(nearness(snapshot.dayAtRisk, limit: dayLimit, day)), "
                + "open in all \(Words.percent(open))\(nearness(open, limit: openLimit, all)) of equity")
    }

    /// Limits bind to what a binary fraction can hold: a risk exactly at its cap is within it.
    private static func verdict(_ value: Double, limit: Double, _ input: ChecklistInput) -> CheckVerdict {
        if value > limit + 1e-9 { return .fail }
        return value > limit * input.limits.warningShare ? .warn : .pass
    }

    private static func nearness(_ value: Double, limit: Double, _ verdict: CheckVerdict) -> String {
        switch verdict {
        case .fail: ", beyond the limit by \(Words.percent((value - limit) / limit)) of it"
        case .warn: ", \(Words.percent(value / limit)) of the limit"
        case .pass, .unknown: ""
        }
    }
}
