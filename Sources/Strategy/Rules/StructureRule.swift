import Ledger
import Options

/// [structure]: what MULTIBOOK sells: a vertical on the filter's side, or a condor from a high IV rank on.
func structureRule(
    ivRank: Double?, side: Right?, settings: StrategySettings
) -> (structure: Structure?, result: RuleResult) {
    let limit = settings.condorFromIVRank
    guard let ivRank else {
        return (nil, RuleResult(.structure, nil, limit: limit, "IV rank not known"))
    }
    let compared = "IV rank \(decimal(ivRank, 1)) \(ivRank >= limit ? "at least" : "below") \(decimal(limit, 0))"
    guard let structure = ivRank >= limit ? .ironCondor : side.map(vertical) else {
        return (nil, RuleResult(.structure, nil, value: ivRank, limit: limit, "\(compared): a vertical without a side"))
    }
    return (structure, RuleResult(.structure, true, value: ivRank, limit: limit, "\(compared): \(structure.rawValue)"))
}

/// [structure]: what LEGACY sells: a vertical on the trigger's side.
func legacyStructureRule(side: Right?) -> (structure: Structure?, result: RuleResult) {
    guard let structure = side.map(vertical) else {
        return (nil, RuleResult(.structure, nil, "no move to sell against"))
    }
    return (structure, RuleResult(.structure, true, "against the move: \(structure.rawValue)"))
}

/// The vertical credit spread of a side.
private func vertical(_ side: Right) -> Structure { side == .put ? .putCredit : .callCredit }

extension Structure {
    /// The rights of the sides that are sold, puts first.
    var soldSides: [Right] {
        switch self {
        case .putCredit: [.put]
        case .callCredit: [.call]
        case .ironCondor: [.put, .call]
        case .hedge: []
        }
    }
}
