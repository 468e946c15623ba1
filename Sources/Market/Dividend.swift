public import Dates

/// A cash dividend of one share.
public struct Dividend: Hashable, Sendable {
    /// The first day on which a buyer no longer receives it.
    public let exDate: Day
    /// Dollars per share.
    public let amount: Double

    /// A dividend with its ex-date and dollars per share.
    public init(exDate: Day, amount: Double) {
        self.exDate = exDate
        self.amount = amount
    }
}
