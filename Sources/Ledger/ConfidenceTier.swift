/// The tiers of the confidence score, half-open so that every score belongs to exactly one.
public enum ConfidenceTier: String, CaseIterable, Sendable, Codable {
    /// Scores below 70, at which MULTIBOOK does not trade.
    case below70 = "<70"
    /// [70, 80).
    case from70 = "70-79"
    /// [80, 90).
    case from80 = "80-89"
    /// [90, 100].
    case from90 = "90-100"

    /// The tier of a score, 0–100.
    public init(score: Int) {
        switch score {
        case ..<70: self = .below70
        case ..<80: self = .from70
        case ..<90: self = .from80
        default: self = .from90
        }
    }
}
