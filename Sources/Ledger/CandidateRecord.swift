public import Dates

/// A trade that was considered: the answer to "why did we not trade XLE on Tuesday?".
public struct CandidateRecord: Hashable, Sendable {
    /// When it was considered.
    public let time: Instant
    /// The book whose rules were applied.
    public let book: Book
    /// With capital or in shadow.
    public let allotment: Allotment
    /// The underlying.
    public let symbol: String
    /// The structure that the rules arrived at; nil when they stopped before.
    public let structure: Structure?
    /// Every rule that it met, in order.
    public let results: [RuleResult]
    /// The trade that it became; nil for a refusal.
    public let tradeID: Int64?

    /// A candidate with its full list of rule results.
    public init(
        time: Instant, book: Book, allotment: Allotment, symbol: String, structure: Structure?,
        results: [RuleResult], tradeID: Int64?
    ) {
        self.time = time
        self.book = book
        self.allotment = allotment
        self.symbol = symbol
        self.structure = structure
        self.results = results
        self.tradeID = tradeID
    }

    /// The exchange date.
    public var day: Day { NewYork.day(at: time) }
    /// The first rule that did not pass; nil for a trade.
    public var refusedBy: String? { results.first { $0.passed != true }?.rule }
}
