public import Dates
public import Ledger

/// A trade that the rules want to open now.
public struct EntryIntent: Hashable, Sendable {
    /// The book whose rules made it.
    public let book: Book
    /// The underlying.
    public let symbol: String
    /// How it is built.
    public let structure: Structure
    /// One unit with the market of each leg.
    public let quote: ComboQuote
    /// Units of the structure.
    public let contracts: Int
    /// The least to receive in dollars per share: what the market pays at once. Negative for a debit.
    public let limit: Price
    /// The last day of the options.
    public let expiration: Day
    /// Strike distance of the wider side in dollars per share; nil for a hedge.
    public let width: Price?
    /// The most that it can lose when opened at ``limit``, fees of opening it included.
    public let maxLoss: Money
    /// Confidence score, 0–100; nil for a hedge.
    public let confidence: Int?
    /// The summands of the score, base included.
    public let confidenceComponents: [ConfidenceComponent]
    /// IV rank of the symbol, 0–100.
    public let ivRank: Double?
    /// Whether the directional filter passed; nil where the book has none.
    public let directionalFilterPassed: Bool?
    /// The underlying's price, in dollars.
    public let spot: Double
    /// VIX, in points.
    public let vix: Double?
    /// The exit rules under which it will be watched, in words.
    public let stopRule: String

    /// Legs of one unit.
    public var legs: [Leg] { quote.legs.map(\.leg) }
    /// Δ × contracts × 100 × spot in dollars.
    public var dollarDelta: Double { quote.delta * Double(contracts) * 100 * spot }
}
