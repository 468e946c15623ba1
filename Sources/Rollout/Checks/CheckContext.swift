internal import Dates
internal import Ledger
internal import Metrics

/// What every check looks at.
struct CheckContext {
    let input: GateInput
    let figures: GateFigures
    let ladder: Ladder
    let evidence: GateEvidence

    var settings: GateSettings { input.settings }
    var stage: RolloutStage { ladder.stage }

    /// The sessions that limits and discipline look at: those of the stage. At 0 %, where nothing is left to take back,
    /// the last one only; so too where the share changes with the next session, lest the last one be looked at by nobody.
    var guarded: [Day] {
        stage == .none || ladder.stageSessions.isEmpty ? [input.session] : ladder.stageSessions
    }

    /// `stage since 17 November (4 sessions)`.
    func window(_ sessions: [Day], _ name: String = "stage") -> String {
        guard let first = sessions.first else { return "\(name): no session yet" }
        if sessions.count == 1 { return "\(name): \(GateWords.date(first, today: input.session))" }
        let count = GateWords.count(sessions.count, "session")
        return "\(name) since \(GateWords.date(first, today: input.session)) (\(count))"
    }

    /// A check whose status follows from its value; without one it has the status given, with the reason.
    func check(
        _ id: String, _ rule: GateRule, _ title: String, _ value: Figure, _ unit: Unit,
        _ comparison: GateCheck.Comparison, _ limit: Double, window: String, detail: String, link: String,
        missing: CheckStatus = .error
    ) -> GateCheck {
        let status = value.value.map { GateCheck.holds($0, comparison, limit) ? CheckStatus.pass : .fail } ?? missing
        return GateCheck(
            id, rule, title, value: value, unit: unit, comparison, limit, window: window, status: status,
            detail: detail, link: link)
    }

    /// A check of a yes or no; nil could not be found out.
    func flag(
        _ id: String, _ rule: GateRule, _ title: String, _ value: Bool?, expected: Bool, window: String, detail: String,
        link: String
    ) -> GateCheck {
        check(
            id, rule, title, value.map { .value($0 ? 1 : 0, n: 1) } ?? .undefined(.notRecorded, n: 0), .flag, .equal,
            expected ? 1 : 0, window: window, detail: detail, link: link)
    }

    /// The risks at the ends of these sessions, which ascend; nil for one without a snapshot.
    func risks(of sessions: [Day]) -> [SessionRisk?] {
        var found = [SessionRisk?](repeating: nil, count: sessions.count)
        var index = input.risks.count - 1
        for place in sessions.indices.reversed() {
            while index >= 0, input.risks[index].day > sessions[place] { index -= 1 }
            if index >= 0, input.risks[index].day == sessions[place] { found[place] = input.risks[index] }
        }
        return found
    }

    /// Dates in a sentence: the first three and how many more.
    func names(_ days: [Day]) -> String {
        let shown = days.prefix(3).map { GateWords.date($0, today: input.session) }.joined(separator: ", ")
        return days.count > 3 ? "\(shown) and \(days.count - 3) more" : shown
    }
}
