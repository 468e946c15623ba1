/// What a column's or scalar's numbers are measured in. Raw values stand in `--json` and in the dictionary.
public enum Unit: String, Hashable, Sendable, CaseIterable, Codable {
    /// Dollars.
    case usd
    /// A fraction shown as per cent: 0.125 is 12.5 %.
    case percent
    /// A plain ratio, such as a Sharpe ratio.
    case ratio
    /// A count.
    case count
    /// Calendar days.
    case days
    /// Dollars per calendar day.
    case usdPerDay = "usd/day"
    /// Dollars per volatility point.
    case usdPerPoint = "usd/point"
    /// Points of an index or a score, such as VIX or IV rank.
    case points
    /// Dollars per share.
    case usdPerShare = "usd/share"
    /// A date.
    case date
    /// A moment in UTC.
    case time
    /// Words.
    case text
    /// Yes or no.
    case flag
}
