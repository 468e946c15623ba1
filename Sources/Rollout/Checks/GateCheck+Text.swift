internal import Metrics

extension GateCheck {
    /// What the value may be, in words: `at most 10 %`, `above 0`.
    public var limitText: String {
        switch comparison {
        case .below: "below \(text(limit))"
        case .atMost: "at most \(text(limit))"
        case .above: "above \(text(limit))"
        case .atLeast: "at least \(text(limit))"
        case .equal: limit == 1 ? "yes" : "no"
        }
    }

    /// The word that a notebook's table of checks shows: pass, `too early`, open or unknown; fail of a guard, missed of a condition.
    public var verdict: String { verdict(as: status) }

    /// The word, had this check found something else.
    func verdict(as status: CheckStatus) -> String {
        switch status {
        case .pass: "pass"
        case .fail: rule.isGuard ? "fail" : "missed"
        // After the first look at the evidence it is no longer too early: nothing is decided.
        case .inconclusive where rule == .evidence && value.value != nil: "open"
        case .inconclusive: "too early"
        case .notRun: "open"
        case .error: "unknown"
        }
    }

    /// A number in the check's unit.
    func text(_ value: Double) -> String {
        switch unit {
        case .usd: GateWords.dollars(value)
        case .percent: abs(value) < 0.01 && value != 0 ? GateWords.finePercent(value) : GateWords.percent(value)
        case .count: Words.number(value, places: 0)
        default: Words.number(value, places: 2)
        }
    }
}
