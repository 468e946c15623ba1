/// Whether a strategy's trade was made with capital, or only followed.
///
/// The rollout gives MULTIBOOK a share of the desk's capital and LEGACY the rest. What a strategy is not given it
/// trades in shadow: filled by the same fill model, never sent, so that both keep an unbroken daily return series.
public enum Allotment: String, CaseIterable, Sendable, Codable {
    /// Made with the capital that the rollout gives the strategy.
    case allotted
    /// Followed on the capital that it does not have.
    case shadow
}
