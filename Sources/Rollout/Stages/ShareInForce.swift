public import Dates
public import Ledger

/// Which share MULTIBOOK may have in a session: what the gate computed last, or what a person put in its place.
///
/// An override holds from the first session that opens after it was recorded, and ends with its expiry, with a newer
/// override, or with a later decision that moves the share; a decision that holds leaves it alone. Of overrides only the
/// newest counts: an older one does not come back. One that asks for the computed share withdraws the one before it.
public struct ShareInForce: Hashable, Sendable {
    /// Why the newest override is no longer in force.
    public enum Ending: Hashable, Sendable {
        /// Its last day has passed.
        case expired
        /// The decision of this session moved the share.
        case superseded(Day, RolloutDecision)
        /// It asked for the computed share, and so withdrew the override before it.
        case withdrawal
    }

    /// The session.
    public let session: Day
    /// The newest decision before the session; nil where none is on record.
    public let decision: GateRecord?
    /// The newest override; nil where there is none.
    public let newest: GateOverride?
    /// Why the newest override is not in force; nil where it is, or where there is none.
    public let ending: Ending?

    /// The share in force in a session.
    ///
    /// - Parameters:
    ///   - session: the session; only decisions of earlier ones and overrides recorded before it opens count.
    ///   - records: the gate's decisions, oldest first.
    ///   - overrides: people's decisions against them, oldest first.
    public init(
        in session: Day, records: some BidirectionalCollection<GateRecord>, overrides: [GateOverride]
    ) {
        self.session = session
        decision = records.last { $0.day < session }
        guard !overrides.isEmpty else {
            newest = nil
            ending = nil
            return
        }
        let opening = NewYork.instant(session, hour: 9, minute: 30)
        let newest = overrides.last { $0.recordedAt < opening }
        self.newest = newest
        ending = newest.flatMap { override in
            let computed = records.last { $0.day == override.gateDay }?.shareAfter
            if let computed, abs(computed - override.to) < 1e-9 { return .withdrawal }
            let later = records.reversed().prefix { $0.day > override.gateDay }
            if let move = later.last(where: { $0.day < session && $0.decision != .hold }) {
                return .superseded(move.day, move.decision)
            }
            return override.expiresOn < session ? .expired : nil
        }
    }

    /// The override in force; nil where none is.
    public var override: GateOverride? { ending == nil ? newest : nil }
    /// The share that the rules allow, 0–1; nil where no decision is on record.
    public var computed: Double? { decision?.shareAfter }
    /// The share in force, 0–1; nil where no decision is on record.
    public var share: Double? { override?.to ?? computed }

    /// `Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 5 December.`
    ///
    /// An override that has ended is mentioned for a week.
    public var text: String {
        guard let decision, let share else { return "No decision of the gate is on record." }
        return "Computed: \(decision.summary). In force: \(GateWords.percent(share))\(overrideText)."
    }

    private var overrideText: String {
        guard let newest else { return "" }
        let name = "override \(newest.id) (\(GateWords.people(newest.person, newest.secondPerson)))"
        func recent(_ day: Day) -> Bool { day.days(to: session) <= 7 }
        switch ending {
        case nil: return " by \(name), until \(GateWords.date(newest.expiresOn, today: session))"
        case .expired:
            return recent(newest.expiresOn)
                ? "; \(name) expired on \(GateWords.date(newest.expiresOn, today: session))" : ""
        case .superseded(let day, let decision):
            let cause = decision == .promote ? "promotion" : "roll-back"
            return recent(day) ? "; \(name) ended with the \(cause) of \(GateWords.date(day, today: session))" : ""
        case .withdrawal:
            let day = NewYork.day(at: newest.recordedAt)
            return recent(day) ? "; \(name) put the computed share back" : ""
        }
    }
}

extension GateRecord {
    /// `HOLD at 25 %`, `PROMOTE to 50 %`, `ROLL BACK to 10 %`.
    public var summary: String { decision.summary(at: shareAfter) }
}

extension RolloutDecision {
    /// `HOLD at 25 %`, `PROMOTE to 50 %`, `ROLL BACK to 10 %`.
    func summary(at share: Double) -> String {
        "\(rawValue) \(self == .hold ? "at" : "to") \(GateWords.percent(share))"
    }

    /// What a script can act on: 0 PROMOTE, 10 HOLD, 20 ROLL BACK.
    public var exitStatus: Int32 {
        switch self {
        case .promote: 0
        case .hold: 10
        case .rollBack: 20
        }
    }
}
