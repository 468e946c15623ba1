internal import Dates
internal import Ledger

extension Readiness {
    /// The newest record of a test of the rules says that a person found it good.
    static func approval(_ rule: String, _ title: String, _ input: ReadinessInput) -> Check {
        let newest = input.audit.last { $0.rule == rule && NewYork.day(at: $0.time) <= input.asOf }
        let evidence =
            newest.map { entry in
                let version = entry.version.isEmpty ? "" : ", rules version \(entry.version)"
                return "\(entry.status.rawValue) on \(NewYork.day(at: entry.time))\(version)"
            } ?? "no record of it in strategy_rules_audit"
        return Check(
            key: rule, title: title, verdict: newest?.status == .approved ? .pass : .fail,
            value: newest.map { .text($0.status.rawValue) } ?? .undefined(.notRecorded), unit: .text,
            limit: "approved", evidence: evidence)
    }

    /// Equity adds up to the cent.
    static func balance(_ input: ReadinessInput) -> Check {
        let verdict: CheckVerdict = input.difference.map { $0 == .zero ? .pass : .fail } ?? .unknown
        return Check(
            key: "books-balance", title: "Equity reconciles to the cent", verdict: verdict,
            value: input.difference.map(Value.money) ?? .undefined(.notRecorded), unit: .usd, limit: "$0.00",
            evidence: input.difference == nil
                ? "recorded or computed closing equity is not known" : "recorded less computed closing equity")
    }

    /// No session is without its data.
    static func completeness(_ input: ReadinessInput) -> Check {
        let taken = Set(input.snapshots.map(\.day))
        let missing = input.sessions.filter { !taken.contains($0) || !input.sessionsWithResult.contains($0) }
        func check(_ verdict: CheckVerdict, _ count: Value, _ evidence: String) -> Check {
            Check(
                key: "data-complete", title: "Data complete for \(sessions) sessions", verdict: verdict, value: count,
                unit: .count, limit: "no session without snapshot and results, no error among the findings",
                evidence: evidence)
        }
        guard input.sessions.count >= sessions else {
            return check(
                .unknown, .integer(missing.count), "the history has \(input.sessions.count) of \(sessions) sessions")
        }
        let faults = missing.count + input.errors
        guard faults > 0 else { return check(.pass, .integer(0), "snapshots and results of every session, no error") }
        let days = missing.prefix(5).map(\.iso).joined(separator: ", ")
        var parts: [String] = []
        if !missing.isEmpty { parts.append("incomplete: \(days)\(missing.count > 5 ? " and more" : "")") }
        if input.errors > 0 { parts.append("\(input.errors) finding\(input.errors == 1 ? "" : "s") of severity error") }
        return check(.fail, .integer(faults), parts.joined(separator: "; "))
    }

    /// Every session ended within the limits.
    static func limits(_ input: ReadinessInput) -> Check {
        let limits = input.limits
        let last = input.sessions.suffix(sessions)
        let outside = input.snapshots.filter { snapshot in
            abs(snapshot.totalDelta) > limits.delta + 1e-9 || snapshot.dayAtRisk > limits.dayRisk + 1e-9
                || (snapshot.openRisk ?? .infinity) > limits.openRisk + 1e-9
        }
        let known = input.snapshots.count >= last.count && last.count >= sessions
        let verdict: CheckVerdict = !outside.isEmpty ? .fail : known ? .pass : .unknown
        let evidence =
            !outside.isEmpty
            ? "outside on \(outside.prefix(5).map(\.day.iso).joined(separator: ", "))"
            : known
                ? "every session ended within them" : "\(input.snapshots.count) of \(sessions) sessions have a snapshot"
        return Check(
            key: "limits-held", title: "Limits held for \(sessions) sessions", verdict: verdict,
            value: .integer(outside.count), unit: .count,
            limit: "delta within ±\(Words.number(limits.delta, places: 2)), day at risk at most "
                + "\(Words.percent(limits.dayRisk)), open risk at most \(Words.percent(limits.openRisk))",
            evidence: evidence)
    }

    /// Every position has a stop that is watched, and nothing was opened near an event.
    static func guarded(_ input: ReadinessInput) -> Check {
        let openings = input.openingsInBlackout
        let stops: CheckVerdict = input.stops.verdict == .warn ? .pass : input.stops.verdict
        let verdict: CheckVerdict =
            stops == .fail || (openings ?? 0) > 0 ? .fail : stops == .unknown || openings == nil ? .unknown : .pass
        let near =
            openings.map { $0 == 0 ? "no opening near an event" : "\($0) openings near an event" }
            ?? "the calendar of events does not cover the sessions"
        return Check(
            key: "positions-guarded", title: "Positions guarded", verdict: verdict, value: input.stops.value,
            unit: .count, limit: "a stop on every position, no opening in a blackout",
            evidence: "\(input.stops.evidence); \(near)")
    }

    /// A person's word that is given, not withdrawn and not too old.
    static func word(_ item: Item, _ input: ReadinessInput) -> Check {
        let newest = input.signOffs.last { $0.item == item.rawValue && NewYork.day(at: $0.recordedAt) <= input.asOf }
        let day = newest.map { NewYork.day(at: $0.recordedAt) }
        let isFresh = day.map { $0.adding(signOffDays) >= input.asOf } ?? false
        let evidence: String
        if let newest, let day {
            let note = newest.note.isEmpty ? "" : ": \(newest.note)"
            evidence =
                !newest.isGiven
                ? "withdrawn by \(newest.person) on \(day)\(note)"
                : isFresh
                    ? "\(newest.person) on \(day)\(note)"
                    : "\(newest.person) on \(day), more than \(signOffDays) days ago; sign it off anew"
        } else {
            evidence = "not signed off; `report signoff \(item.rawValue) --person NAME` when it is so"
        }
        return Check(
            key: item.rawValue, title: item.title, verdict: newest?.isGiven == true && isFresh ? .pass : .fail,
            value: newest.map { .text($0.person) } ?? .undefined(.notRecorded), unit: .text,
            limit: "signed off within \(signOffDays) days", evidence: evidence)
    }
}
