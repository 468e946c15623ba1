/// Calendar days to expiration at entry, in the groups of the weekly review.
public enum DTEBucket: String, CaseIterable, Sendable, Codable {
    /// Up to 7 days; an expiration before the entry counts here as well.
    case upTo7 = "0-7"
    /// 8 to 14 days.
    case upTo14 = "8-14"
    /// 15 to 30 days.
    case upTo30 = "15-30"
    /// 31 to 50 days.
    case upTo50 = "31-50"
    /// More than 50 days.
    case above50 = ">50"

    /// The group of a number of calendar days.
    public init(days: Int) {
        switch days {
        case ...7: self = .upTo7
        case ...14: self = .upTo14
        case ...30: self = .upTo30
        case ...50: self = .upTo50
        default: self = .above50
        }
    }
}
