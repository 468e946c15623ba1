/// How a trade is built. Raw values are those of the desk's old file, and `hedge`.
public enum Structure: String, CaseIterable, Sendable, Codable {
    /// A short put and a long put below it: gains when the underlying does not fall.
    case putCredit = "put_credit"
    /// A short call and a long call above it: gains when the underlying does not rise.
    case callCredit = "call_credit"
    /// Both at once: gains when the underlying stays between the short strikes.
    case ironCondor = "iron_condor"
    /// Long calls on volatility.
    case hedge = "hedge"

    /// The view of the market that the structure expresses.
    public var direction: Direction {
        switch self {
        case .putCredit: .bullish
        case .callCredit: .bearish
        case .ironCondor: .neutral
        case .hedge: .hedge
        }
    }

    /// Option legs in one unit of the structure.
    public var legCount: Int {
        switch self {
        case .putCredit, .callCredit: 2
        case .ironCondor: 4
        case .hedge: 1
        }
    }
}
