/// How the gate decides: what it asks of evidence, how long a stage lasts at least, and what takes capital back. The
/// defaults are the plan's; see docs/gate.md.
public struct GateSettings: Hashable, Sendable, Codable {
    /// What the evidence does.
    public enum EvidenceRole: String, CaseIterable, Sendable, Codable {
        /// It is shown; the plan's conditions decide.
        case advisory
        /// Without it there is no promotion.
        case required
    }

    /// What the evidence does; `advisory` by default.
    public var evidence = EvidenceRole.advisory
    /// What the evidence is asked for: `better` (by default) or `no-harm`.
    public var claim = EvidenceClaim.better
    /// How much worse MULTIBOOK may be and still do no harm: a fraction of the capital at risk in five sessions; 0.01 by
    /// default.
    public var margin = 0.01
    /// The probability with which each one-sided bound may ever be wrong; 0.05 by default.
    public var alpha = 0.05
    /// The week of the first look; 13 by default, as the bounds are asymptotic.
    public var firstLook = 13
    /// The week about which the bounds are tightest; 26 by default.
    public var tunedFor = 26
    /// Resamples of the interval of the Sharpe difference; 1,000 by default, 0 for none.
    public var resamples = 1_000
    /// The drawdown since the rollout began at which everything is taken back, a positive fraction; 0.10 by default.
    public var maximumDrawdown = 0.10
    /// Unhealthy sessions running after which a stage is taken back; 3 by default.
    public var unhealthySessions = 3
    /// The fewest sessions at each stage.
    public var dwell = DwellSettings()
    /// Share of the half-spread by which a credit on paper counts for less than it was filled at; 0.20 by default.
    public var paperHaircut = 0.20
    /// The most calendar days for which an override may hold; 30 by default.
    public var maximumOverrideDays = 30

    /// The plan's gate.
    public init() {}

    /// Reads the keys that are there.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func read<Setting: Decodable>(_ key: CodingKeys, _ setting: inout Setting) throws {
            setting = try keys.decodeIfPresent(Setting.self, forKey: key) ?? setting
        }
        try read(.evidence, &evidence)
        try read(.claim, &claim)
        try read(.margin, &margin)
        try read(.alpha, &alpha)
        try read(.firstLook, &firstLook)
        try read(.tunedFor, &tunedFor)
        try read(.resamples, &resamples)
        try read(.maximumDrawdown, &maximumDrawdown)
        try read(.unhealthySessions, &unhealthySessions)
        try read(.dwell, &dwell)
        try read(.paperHaircut, &paperHaircut)
        try read(.maximumOverrideDays, &maximumOverrideDays)
        if let fault = faults.first {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: fault))
        }
    }

    /// What no gate can work with, each by key, rule and value seen.
    var faults: [String] {
        let rules: [(key: String, rule: String, value: String, holds: Bool)] = [
            ("claim", "must be better or no-harm", claim.rawValue, claim != .worse),
            ("margin", "must not be negative", "\(margin)", margin >= 0),
            // The formula takes the logarithm of −ln 2α.
            ("alpha", "must lie between 0 and 0.25", "\(alpha)", alpha > 0 && alpha < 0.25),
            ("firstLook", "must be at least 2", "\(firstLook)", firstLook >= 2),
            ("tunedFor", "must be at least 2", "\(tunedFor)", tunedFor >= 2),
            ("resamples", "must lie between 0 and 100000", "\(resamples)", (0...100_000).contains(resamples)),
            (
                "maximumDrawdown", "must lie between 0 and 1", "\(maximumDrawdown)",
                maximumDrawdown > 0 && maximumDrawdown < 1
            ),
            ("unhealthySessions", "must be at least 1", "\(unhealthySessions)", unhealthySessions >= 1),
            ("dwell", "must not be negative", "\(dwell)", dwell.isValid),
            ("paperHaircut", "must not be negative", "\(paperHaircut)", paperHaircut >= 0),
            ("maximumOverrideDays", "must be at least 1", "\(maximumOverrideDays)", maximumOverrideDays >= 1),
        ]
        return rules.filter { !$0.holds }.map { "\($0.key) \($0.rule), not \($0.value)" }
    }
}
