/// Why a position was closed. Raw values are the identifiers of the exit rules.
public enum ExitReason: String, CaseIterable, Sendable, Codable {
    /// The book's share of the credit was earned.
    case profit
    /// The book's multiple of the credit was lost.
    case stop
    /// The book's days to expiration were reached.
    case time
    /// A short leg's delta went beyond the book's limit.
    case deltaBreach = "delta-breach"
    /// A spread is never carried into its last session.
    case expiry
    /// A short call in the money before an ex-dividend date, its extrinsic value below the dividend.
    case assignment
    /// A hedge near its expiration was replaced.
    case hedgeRoll = "hedge-roll"
    /// A hedge was no longer required.
    case hedgeNotRequired = "hedge-not-required"
    /// The options expired.
    case expired
    /// Closed by a person or for a reason the history does not know.
    case other
}
