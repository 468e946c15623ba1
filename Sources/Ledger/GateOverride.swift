public import Dates

/// A person's decision against the gate's: a record of its own, which never edits the one that it overrides.
public struct GateOverride: Hashable, Sendable, Identifiable {
    /// The number in the history, from 1.
    public let id: Int64
    /// The session whose decision it overrides.
    public let gateDay: Day
    /// When it was recorded.
    public let recordedAt: Instant
    /// Who decided.
    public let person: String
    /// Who else did; required where it goes past a hard limit.
    public let secondPerson: String?
    /// The share that was in force, 0–1.
    public let from: Double
    /// The share that is to be in force instead, 0–1.
    public let to: Double
    /// Why.
    public let reason: String
    /// The last day on which it holds.
    public let expiresOn: Day

    /// A person's decision against the gate's.
    public init(
        id: Int64, gateDay: Day, recordedAt: Instant, person: String, secondPerson: String?, from: Double, to: Double,
        reason: String, expiresOn: Day
    ) {
        self.id = id
        self.gateDay = gateDay
        self.recordedAt = recordedAt
        self.person = person
        self.secondPerson = secondPerson
        self.from = from
        self.to = to
        self.reason = reason
        self.expiresOn = expiresOn
    }
}
