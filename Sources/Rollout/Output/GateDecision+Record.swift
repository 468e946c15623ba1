public import Dates
internal import Foundation
public import Ledger

extension GateDecision {
    /// The decision as the history keeps it.
    ///
    /// - Parameters:
    ///   - time: when it was computed.
    ///   - inputsDigest: ``GateInput/digest`` of what it was computed from.
    public func record(decidedAt time: Instant, inputsDigest: String) -> GateRecord {
        GateRecord(
            day: session, decidedAt: time, shareBefore: shareBefore, shareAfter: shareAfter, decision: decision,
            rule: rule.rawValue, grade: evidence.grade.rawValue, reasons: reasons, evidence: json,
            inputsDigest: inputsDigest, ruleVersion: ruleVersion)
    }

    /// The decision that a record holds, all of it; nil where the record's evidence is not of this program's form.
    public init?(recordOf record: GateRecord) {
        guard let decision = try? JSONDecoder().decode(GateDecision.self, from: Data(record.evidence.utf8)) else {
            return nil
        }
        self = decision
    }

    /// Canonical JSON of all of it: keys sorted, numbers with the fewest digits that give them back.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every figure is finite, and nothing else of a decision can fail to be written.
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
