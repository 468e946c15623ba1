public import Dates
internal import Mathematics
internal import Options

/// Makes the option chain of one symbol from its price and its volatility surface, session after session.
///
/// It remembers what is listed, so that a contract once quoted is quoted to its expiration. Values are those of
/// European exercise on the forward: the early-exercise premium of out-of-the-money options of these maturities is
/// below a tick.
public struct ChainBuilder: Sendable {
    /// What one session's chain is made from.
    public struct Inputs: Sendable {
        /// The session.
        public var day: Day
        /// When the quotes are taken; before the session's close.
        public var time: Instant
        /// Price and dividends.
        public var forwards: ForwardCurve
        /// At-the-money volatility by time.
        public var atTheMoney: VolatilityTermStructure
        /// Interest rate for discounting, continuously compounded, annual fraction.
        public var rate: Double

        /// The inputs of one session.
        public init(
            day: Day, time: Instant, forwards: ForwardCurve, atTheMoney: VolatilityTermStructure, rate: Double
        ) {
            self.day = day
            self.time = time
            self.forwards = forwards
            self.atTheMoney = atTheMoney
            self.rate = rate
        }
    }

    /// The root symbol.
    public let symbol: String
    private let smile: SmileShape
    private let skew: Double
    private let spread: SpreadModel.Quoting
    private let cycle: ExpirationCycle
    private var listing: OptionListing

    /// A builder for a symbol of ``SurfaceSettings``, with nothing listed yet.
    public init(symbol: String, settings: SurfaceSettings) {
        self.symbol = symbol
        smile = settings.smile
        skew = settings.skews[symbol] ?? settings.otherSkew
        spread = settings.spread.quoting(symbol)
        cycle = ExpirationCycle(hasMidweek: settings.midweekSymbols.contains(symbol))
        let increment = settings.smallestIncrements[symbol] ?? settings.otherSmallestIncrement
        listing = OptionListing(symbol: symbol, smallestIncrement: max(1, Int((increment * 1000).rounded())))
    }

    /// Restates the listed strikes to shares after a split.
    public mutating func adjust(forSplit ratio: Double) {
        listing.adjust(forSplit: ratio)
    }

    /// The chain of the next session; sessions are asked for in order.
    ///
    /// - Throws: ``CalendarError`` where an expiration lies beyond the calendar, ``ChainError`` where the price or its
    ///   volatility is beyond any market's.
    public mutating func chain(_ inputs: Inputs, calendar: TradingCalendar) throws -> OptionChain {
        let spot = inputs.forwards.spot
        let days = try cycle.expirations(on: inputs.day, calendar: calendar)
        try listing.update(on: inputs.day, expirations: days, spot: spot) { day in
            let years = max(ChainBuilder.years(from: inputs.time, to: day), ChainBuilder.lastListing)
            return inputs.atTheMoney.volatility(years: years) * years.squareRoot()
        }
        let slices = listing.expirations.map { expiration in
            let years = ChainBuilder.years(from: inputs.time, to: expiration.day)
            return SlicePricing(
                spot: spot, forward: inputs.forwards.forward(expiration: expiration.day, years: years),
                years: years, rate: inputs.rate, atTheMoney: inputs.atTheMoney.volatility(years: years),
                smile: smile, amplitude: smile.amplitude(years: years) * skew, spread: spread
            ).slice(expiration: expiration.day, strikes: expiration.strikes)
        }
        return OptionChain(underlying: symbol, time: inputs.time, spot: spot, isSynthetic: true, slices: slices)
    }

    /// Nothing finer is listed in the last five days of an expiration.
    private static let lastListing = 5.0 / 365

    /// Years of 365 days from an instant to 16:00 New York time of an expiration; at least a minute.
    static func years(from time: Instant, to expiration: Day) -> Double {
        let seconds = time.seconds(to: NewYork.instant(expiration, hour: 16))
        return Double(max(60, seconds)) / (365 * 86_400)
    }
}
