public import Dates

/// One strategy position from entry to exit: all legs, net of fees.
///
/// A trade belongs to the week of its exit for realised figures and of its entry for activity.
public struct Trade: Hashable, Sendable, Identifiable {
    /// The number in the history, from 1.
    public var id: Int64
    /// The book whose rules made it; it names the strategy too.
    public var book: Book
    /// Made with capital or in shadow.
    public var allotment: Allotment
    /// Where it was made.
    public var mode: TradeMode
    /// The underlying, such as `SPY`.
    public var symbol: String
    /// How it is built.
    public var structure: Structure
    /// Option legs of one unit; empty for an imported trade whose legs are not known.
    public var legs: [Leg]
    /// Units of the structure, at least one.
    public var contracts: Int
    /// When the opening fill was made.
    public var entryTime: Instant
    /// Received at entry in dollars per share; negative for a debit, as a hedge's purchase is.
    public var entryCredit: Price
    /// Commission and regulatory fees of the opening fill, never negative.
    public var entryFees: Money
    /// The last day of the options; nil when an import did not say.
    public var expiration: Day?
    /// Strike distance of the wider side in dollars per share; nil for a hedge and where an import did not say.
    public var width: Price?
    /// Confidence score, 0–100; nil for a hedge and where an import did not say.
    public var confidence: Int?
    /// The summands of the score, base included.
    public var confidenceComponents: [ConfidenceComponent]
    /// IV rank at entry, 0–100.
    public var entryIVRank: Double?
    /// Delta of one unit at entry, per share: positive gains when the underlying rises.
    public var entryDelta: Double?
    /// Whether the directional filter passed; nil where the book has none.
    public var directionalFilterPassed: Bool?
    /// The underlying's price at entry, in dollars.
    public var entrySpot: Double?
    /// VIX at entry, in points.
    public var entryVIX: Double?
    /// The profit, stop, time and delta rules under which the position is watched, such as
    /// `profit 50%, stop 150%, time 21, delta 0.30`; nil when it is watched by none.
    public var stopRule: String?
    /// Whether the prices it traded at were made by a model, and so must be labelled wherever they show.
    public var isSynthetic: Bool
    /// How it ended; nil while it is open.
    public var exit: TradeExit?

    /// A trade as it stands after its opening fill.
    public init(
        id: Int64, book: Book, allotment: Allotment = .allotted, mode: TradeMode, symbol: String,
        structure: Structure, legs: [Leg] = [], contracts: Int, entryTime: Instant, entryCredit: Price,
        entryFees: Money, expiration: Day? = nil, width: Price? = nil, confidence: Int? = nil,
        confidenceComponents: [ConfidenceComponent] = [], entryIVRank: Double? = nil, entryDelta: Double? = nil,
        directionalFilterPassed: Bool? = nil, entrySpot: Double? = nil, entryVIX: Double? = nil,
        stopRule: String? = nil, isSynthetic: Bool = false, exit: TradeExit? = nil
    ) {
        self.id = id
        self.book = book
        self.allotment = allotment
        self.mode = mode
        self.symbol = symbol
        self.structure = structure
        self.legs = legs
        self.contracts = contracts
        self.entryTime = entryTime
        self.entryCredit = entryCredit
        self.entryFees = entryFees
        self.expiration = expiration
        self.width = width
        self.confidence = confidence
        self.confidenceComponents = confidenceComponents
        self.entryIVRank = entryIVRank
        self.entryDelta = entryDelta
        self.directionalFilterPassed = directionalFilterPassed
        self.entrySpot = entrySpot
        self.entryVIX = entryVIX
        self.stopRule = stopRule
        self.isSynthetic = isSynthetic
        self.exit = exit
    }
}
