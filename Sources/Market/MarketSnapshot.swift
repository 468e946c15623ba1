public import Dates
public import Input

/// Everything that the market shows at one moment: the only thing about it that a decision may see.
public struct MarketSnapshot: Sendable {
    /// One symbol at the snapshot's moment.
    public struct Underlying: Sendable {
        /// The root symbol.
        public let symbol: String
        /// Today's bar so far; its close is the current price.
        public let bar: Bar
        /// Indicators that use data up to this moment only.
        public let indicators: Indicators
        /// Its listed options.
        public let chain: OptionChain
        /// The next dividend known today: ex-date and dollars per share; nil when none is known.
        public let nextDividend: Dividend?
        /// Whether the data are good enough to trade on; each finding of grade error says why not.
        public let findings: [Finding]

        /// One symbol at one moment.
        public init(
            symbol: String, bar: Bar, indicators: Indicators, chain: OptionChain, nextDividend: Dividend? = nil,
            findings: [Finding] = []
        ) {
            self.symbol = symbol
            self.bar = bar
            self.indicators = indicators
            self.chain = chain
            self.nextDividend = nextDividend
            self.findings = findings
        }

        /// The current price in dollars.
        public var spot: Double { bar.close }
        /// Whether no finding forbids to trade on the data.
        public var isTradable: Bool { !findings.contains { $0.severity == .error } }
    }

    /// The moment.
    public let time: Instant
    /// The session.
    public let day: Day
    /// VIX, in points; nil when unknown.
    public let vix: Double?
    /// Symbols in the desk's order.
    public let underlyings: [Underlying]
    /// Options on VIX, when the source has any; its spot is VIX itself.
    public let vixChain: OptionChain?
    /// Whether any price in it was made by a model.
    public let isSynthetic: Bool

    /// The market at one moment.
    public init(
        time: Instant, day: Day, vix: Double?, underlyings: [Underlying], vixChain: OptionChain?, isSynthetic: Bool
    ) {
        self.time = time
        self.day = day
        self.vix = vix
        self.underlyings = underlyings
        self.vixChain = vixChain
        self.isSynthetic = isSynthetic
    }

    /// A symbol's part; nil when it has none today.
    public subscript(symbol: String) -> Underlying? {
        underlyings.first { $0.symbol == symbol }
    }
}
