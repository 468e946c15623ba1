/// What a company or fund does to its shares on a day, before the open.
public enum CorporateAction: Hashable, Sendable {
    /// A cash dividend in dollars per share goes ex.
    case dividend(symbol: String, amount: Double)
    /// Each share becomes `ratio` shares, as 2 for a two-for-one split.
    case split(symbol: String, ratio: Double)
}
