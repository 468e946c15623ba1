public import Dates
public import Ledger
public import Rollout

/// The gate's decision of a session: the one on record, or the one to be put there.
public struct GateNight: Sendable {
    /// The decision as datasets and scalars.
    public let report: GateReport
    /// Whether it is on record; then it was not computed again.
    public let isRecorded: Bool
    /// SHA-256 over everything that it rests on.
    public let inputsDigest: String

    /// The decision.
    public var decision: GateDecision { report.decision }

    /// What is to be kept of it; nil where it is on record already.
    ///
    /// - Parameter time: when it was computed.
    public func record(decidedAt time: Instant) -> GateRecord? {
        isRecorded ? nil : decision.record(decidedAt: time, inputsDigest: inputsDigest)
    }
}
