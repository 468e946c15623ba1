internal import Dates
internal import Options

/// Makes the chain of VIX options, session after session.
struct VolatilityIndexChain: Sendable {
    private let options: VolatilityIndexOptions
    private let spread: SpreadModel.Quoting
    private var listing: OptionListing

    init(settings: SurfaceSettings) {
        options = settings.volatilityIndexOptions
        spread = settings.spread.quoting("VIX")
        listing = OptionListing(
            symbol: "VIX", smallestIncrement: max(1, Int((options.smallestIncrement * 1000).rounded())))
    }

    /// The chain at a VIX level in points.
    mutating func chain(
        on day: Day, time: Instant, level: Double, rate: Double, calendar: TradingCalendar
    ) throws -> OptionChain {
        var days: [Day] = []
        for ahead in 1...max(1, options.weeklyDays) where day.adding(ahead).weekday == .wednesday {
            let nominal = day.adding(ahead)
            let expiration = try calendar.isSession(nominal) ? nominal : calendar.previous(before: nominal)
            if expiration > day { days.append(expiration) }
        }
        let options = options
        try listing.update(on: day.adding(1), expirations: days, spot: level) { expiration in
            let years = Self.years(from: time, to: expiration)
            return options.volatility(years: years) * years.squareRoot()
        }
        let slices = listing.expirations.map { expiration in
            let years = Self.years(from: time, to: expiration.day)
            let forward = options.forward(level: level, years: years)
            // The forward is what can be traded: delta and gamma are per point of it.
            return SlicePricing(
                spot: forward, forward: forward, years: years, rate: rate,
                atTheMoney: options.volatility(years: years), smile: options.smile,
                amplitude: options.smile.amplitude(years: years), spread: spread
            ).slice(expiration: expiration.day, strikes: expiration.strikes)
        }
        return OptionChain(underlying: "VIX", time: time, spot: level, isSynthetic: true, slices: slices)
    }

    /// Years of 365 days to 09:30 New York time of an expiration.
    private static func years(from time: Instant, to expiration: Day) -> Double {
        Double(max(60, time.seconds(to: NewYork.instant(expiration, hour: 9, minute: 30)))) / (365 * 86_400)
    }
}
