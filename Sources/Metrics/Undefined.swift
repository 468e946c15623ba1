/// Why a figure has no value, as a person reads it beside the dash.
public enum Undefined: String, Hashable, Sendable, CaseIterable, Codable {
    /// There is nothing to measure.
    case noData = "no data"
    /// Fewer observations than the definition asks for.
    case tooFew = "n too small"
    /// No length of record would do: what is there points the other way.
    case unreachable = "not at this rate"
    /// All observations are equal.
    case noDispersion = "no dispersion"
    /// A ratio to losses, and there are none.
    case noLosses = "no losses"
    /// A ratio to a drawdown, and there is none.
    case noDrawdown = "no drawdown"
    /// A ratio to theta, and there is none.
    case noTheta = "no theta"
    /// A return on capital, and there is none.
    case noCapital = "no capital"
    /// Equity reached zero, after which no return is defined.
    case ruined = "equity gone"
    /// The history does not hold what the definition needs.
    case notRecorded = "not recorded"
    /// The span is too short for an annual figure.
    case tooShort = "span too short"
    /// Still open, so not yet known.
    case stillOpen = "still open"
}
