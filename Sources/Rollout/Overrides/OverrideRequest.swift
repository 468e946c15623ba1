public import Dates
public import Ledger

/// A person's wish to put another share in the place of the computed one, for a time.
public struct OverrideRequest: Hashable, Sendable {
    /// Who decides.
    public var person: String
    /// Who else does; needed where it goes past a hard limit.
    public var secondPerson: String?
    /// The share that is to be in force, 0–1. The computed share withdraws the override in force.
    public var to: Double
    /// Why.
    public var reason: String
    /// The last day on which it is to hold.
    public var expiresOn: Day

    /// A person's wish.
    public init(person: String, secondPerson: String? = nil, to: Double, reason: String, expiresOn: Day) {
        self.person = person
        self.secondPerson = secondPerson
        self.to = to
        self.reason = reason
        self.expiresOn = expiresOn
    }

    /// Everything that speaks against it; empty where it may be recorded against the newest decision.
    ///
    /// - Parameters:
    ///   - session: the first session that opens after it is recorded.
    ///   - records: the gate's decisions, oldest first.
    ///   - overrides: the overrides so far, oldest first.
    public func faults(
        from session: Day, records: [GateRecord], overrides: [GateOverride], killSwitch: KillSwitch,
        settings: GateSettings
    ) -> [OverrideFault] {
        let now = ShareInForce(in: session, records: records, overrides: overrides)
        guard let decision = now.decision, let share = now.share else { return [.noDecision] }
        var faults: [OverrideFault] = []
        if isBlank(person) { faults.append(.noPerson) }
        if isBlank(reason) { faults.append(.noReason) }
        if RolloutStage(share: to) == nil {
            faults.append(.notOnLadder(to))
        } else if abs(to - share) < 1e-9 {
            faults.append(.alreadyInForce(to))
        }
        let latest = session.adding(settings.maximumOverrideDays)
        if expiresOn < session {
            faults.append(.expired(expiresOn, first: session))
        } else if expiresOn > latest {
            faults.append(.tooLong(expiresOn, latest: latest, days: settings.maximumOverrideDays))
        }
        if let second = secondPerson, !isBlank(second), Self.isSame(person, second) {
            faults.append(.samePersonTwice(person))
        } else if secondPerson.map(isBlank) ?? true, goesPastLimit(decision, records) {
            faults.append(.secondPersonMissing(to, computed: decision.shareAfter))
        }
        if killSwitch.isEngaged, to > 0 { faults.append(.killSwitchEngaged) }
        return faults
    }

    /// More than the rules allow, while a hard limit is passed, or after one or the kill switch took capital back and
    /// before a promotion.
    private func goesPastLimit(_ decision: GateRecord, _ records: [GateRecord]) -> Bool {
        guard to > decision.shareAfter + 1e-9 else { return false }
        let checks = GateDecision(recordOf: decision)?.checks ?? []
        if checks.contains(where: { $0.rule == .hardLimit && $0.status == .fail }) { return true }
        let move = records.last { $0.day <= decision.day && $0.decision != .hold }
        let hard: [GateRule] = [.hardLimit, .killSwitch]
        return move.map { $0.decision == .rollBack && hard.map(\.rawValue).contains($0.rule) } ?? false
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// The same name but for case and spaces around it.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        func plain(_ name: String) -> [Substring] { name.lowercased().split(whereSeparator: \.isWhitespace) }
        return plain(one) == plain(other)
    }
}
