public import Dates

/// The kill switch was engaged or released.
public struct KillSwitchEvent: Hashable, Sendable {
    /// When.
    public let time: Instant
    /// Whether trading is stopped from then on.
    public let isEngaged: Bool
    /// Who did it; a program's name where a program did.
    public let person: String
    /// Why.
    public let reason: String

    /// The kill switch was engaged or released.
    public init(time: Instant, isEngaged: Bool, person: String, reason: String) {
        self.time = time
        self.isEngaged = isEngaged
        self.person = person
        self.reason = reason
    }
}
