internal import Dates
internal import Ledger

/// The daily checklist: five checks of a session's end, each with its value, limit and evidence.
///
/// Stale or missing data never pass: what cannot be evaluated is ``CheckVerdict/unknown``.
public struct Checklist: Hashable, Sendable {
    /// The checks, in the plan's order, and then whatever else was looked at.
    public var checks: [Check]

    /// The plan's five checks.
    public init(_ input: ChecklistInput) {
        checks = [
            Self.delta(input), Self.dayAtRisk(input), Self.stops(input), Self.hedge(input), Self.blackout(input),
        ]
    }

    /// How many checks found this.
    public func count(_ verdict: CheckVerdict) -> Int { checks.count { $0.verdict == verdict } }

    /// The checks, failed ones first, then unknown ones and warnings.
    public var byUrgency: [Check] {
        let order: [CheckVerdict] = [.fail, .unknown, .warn, .pass]
        return order.flatMap { verdict in checks.filter { $0.verdict == verdict } }
    }

    /// What a script can act on: 0 all pass, 1 warnings only, 2 a check failed, 3 a check could not be evaluated.
    public var exitStatus: Int32 {
        count(.fail) > 0 ? 2 : count(.unknown) > 0 ? 3 : count(.warn) > 0 ? 1 : 0
    }

    /// All of it in one sentence: `1 of 5 checks failed, 1 not known`.
    public var verdict: String {
        var parts: [String] = []
        if count(.fail) > 0 { parts.append("\(count(.fail)) of \(checks.count) checks failed") }
        if count(.unknown) > 0 {
            parts.append(
                parts.isEmpty
                    ? "\(count(.unknown)) of \(checks.count) checks could not be evaluated"
                    : "\(count(.unknown)) could not be evaluated")
        }
        if count(.warn) > 0 { parts.append(count(.warn) == 1 ? "one warning" : "\(count(.warn)) warnings") }
        if parts.isEmpty { return "All \(checks.count) checks passed" }
        if count(.fail) + count(.unknown) == 0 { parts.insert("All checks passed", at: 0) }
        return parts.joined(separator: ", ")
    }

    static let definition = DatasetDefinition(
        "checklist", "The daily checklist at a session's end, one row a check", Check.columns)

    /// The dataset `checklist`.
    public var dataset: Dataset { Self.definition.dataset(checks.map(\.cells)) }

    // MARK: Data

    /// Why the session's end is not known from snapshots; nil where it is.
    static func staleness(_ input: ChecklistInput) -> String? {
        guard let snapshot = input.snapshot else {
            let last = input.lastSnapshotBefore.map { "; the last one is of \(NewYork.wallTime($0))" } ?? ""
            return "no snapshot for \(input.session)\(last)"
        }
        let age = input.close.secondsSince1970 - snapshot.time.secondsSince1970
        guard age <= Int64(input.limits.snapshotMinutes) * 60 else {
            return "the session's last snapshot is of \(NewYork.wallTime(snapshot.time)), more than "
                + "\(input.limits.snapshotMinutes) minutes before the close at \(NewYork.wallTime(input.close))"
        }
        return nil
    }
}
