internal import Dates
public import Ledger
public import Metrics

/// A night's decision as notebooks, `--json` and people's SQL see it: datasets and scalars under stable names.
public struct GateReport: Sendable {
    /// The decision.
    public let decision: GateDecision
    /// The share in force from the next session on: what was computed, or what a person put in its place.
    public let inForce: ShareInForce
    /// All decisions, oldest first, this one last.
    let records: [GateRecord]
    let overrides: [GateOverride]

    /// A night's decision with what went before.
    ///
    /// - Parameters:
    ///   - records: the gate's decisions of earlier sessions, oldest first; later ones are not looked at.
    ///   - overrides: people's decisions against them, oldest first.
    public init(_ decision: GateDecision, records: [GateRecord], overrides: [GateOverride]) {
        let session = decision.session
        // Only what stands in the decision is looked at; when it was computed is not.
        let own = decision.record(decidedAt: NewYork.instant(session, hour: 16), inputsDigest: "")
        self.decision = decision
        self.records = records.filter { $0.day < session } + [own]
        self.overrides = overrides
        inForce = ShareInForce(
            in: decision.holdsFrom ?? session.adding(1), records: self.records, overrides: overrides)
    }

    /// The datasets, in the order of ``GateCatalogue/datasets``.
    public var datasets: [Dataset] { [checks, evidence, history, stages] }
}
