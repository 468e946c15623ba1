internal import Dates
public import Input
internal import Mathematics
internal import Options

/// An ``OptionChain`` out of quotes: forwards by put–call parity, one implied volatility per strike, Greeks.
///
/// The volatility of a strike is that of its out-of-the-money option, call at and above the forward and put below it:
/// by parity both have the same, and the out-of-the-money one has the narrower quote and next to no early-exercise
/// premium, so that exercise may be taken as European around the implied forward. Where nobody bids for it, half its
/// ask stands for its value; where it is not quoted at all, volatility and Greeks are NaN.
public enum QuotedChain {
    /// The chain of one underlying on one day, and findings on what had to be inferred. Nil without a usable quote.
    ///
    /// - `rate`: continuously compounded interest rate, annual fraction.
    public static func chain(
        of quotes: [ChainQuote], calendar: TradingCalendar, rate: Double
    ) throws(CalendarError) -> (chain: OptionChain?, findings: [Finding]) {
        guard let first = quotes.first else { return (nil, []) }
        let day = first.quoteDay
        let symbol = first.contract.underlying
        var findings: [Finding] = []
        func report(_ severity: Finding.Severity, _ rule: String, _ message: String) {
            findings.append(Finding(severity: severity, rule: rule, subject: symbol, day: day, message: message))
        }
        let mine = quotes.filter { $0.quoteDay == day && $0.contract.underlying == symbol }
        if mine.count < quotes.count {
            report(
                .error, "chain.mixed",
                "\(quotes.count - mine.count) quotes of another day or underlying were refused; one chain is one of each"
            )
        }
        let session = try calendar.session(on: day)
        if session == nil { report(.error, "chain.non-session", "the quotes are of \(day), which is no session") }
        var drafts: [Draft] = []
        for (expiration, group) in Dictionary(grouping: mine, by: \.contract.expiration).sorted(by: { $0.key < $1.key })
        {
            // Until February 2015 monthly options expired on a Saturday; the last price was Friday's.
            let last = try calendar.isSession(expiration) ? expiration : calendar.previous(before: expiration)
            drafts.append(Draft(group, expiration: expiration, years: Double(day.days(to: last)) / 365, rate: rate))
        }
        let inferred = drafts.first { $0.forward != nil && $0.years > 0 }.flatMap { $0.discountedForward }
        let prices = Set(mine.compactMap(\.underlyingPrice)).sorted()
        if prices.count > 1 {
            report(
                .error, "chain.spot", "the underlying has \(prices.count) prices, \(prices[0]) to \(prices.last ?? 0)")
        }
        guard let spot = prices.first ?? inferred else {
            report(.error, "chain.empty", "no option has a market from which the underlying's price could be inferred")
            return (nil, findings)
        }
        if prices.isEmpty {
            report(
                .warning, "chain.spot-inferred",
                "the file has no underlying price; put–call parity of the nearest expiration gives \(rounded(spot))")
        }
        for draft in drafts where draft.forward == nil {
            report(
                .warning, "chain.forward",
                "expiration \(draft.expiration) has no strike with bids for call and put; its forward is spot and rate")
        }
        let chain = OptionChain(
            underlying: symbol, time: session?.close ?? NewYork.instant(day, hour: 16), spot: spot, isSynthetic: false,
            slices: drafts.filter { $0.years > 0 }.map { $0.slice(spot: spot) })
        return (chain, findings)
    }

    private static func rounded(_ price: Double) -> Double { (price * 100).rounded() / 100 }
}

/// One expiration before its Greeks are known.
private struct Draft {
    let expiration: Day
    let years: Double
    let rate: Double
    let strikes: [Int]
    var calls: OptionChain.Side
    var puts: OptionChain.Side
    let forward: Double?

    init(_ quotes: [ChainQuote], expiration: Day, years: Double, rate: Double) {
        strikes = Set(quotes.map(\.contract.strikeThousandths)).sorted()
        let rows = Dictionary(uniqueKeysWithValues: strikes.enumerated().map { ($1, $0) })
        calls = OptionChain.Side(unquoted: strikes.count)
        puts = calls
        for quote in quotes where quote.hasMarket {
            guard let row = rows[quote.contract.strikeThousandths] else { continue }
            if quote.contract.right == .call {
                (calls.bid[row], calls.ask[row]) = (quote.bid, quote.ask)
            } else {
                (puts.bid[row], puts.ask[row]) = (quote.bid, quote.ask)
            }
        }
        self.expiration = expiration
        self.years = years
        self.rate = rate
        forward = ParityForward.forward(
            strikes: strikes, calls: calls, puts: puts, growth: Elementary.exp(rate * years))
    }

    /// The spot price that the forward means if nothing is paid before the expiration.
    var discountedForward: Double? { forward.map { $0 * Elementary.exp(-rate * years) } }

    func slice(spot: Double) -> OptionChain.Slice {
        let forward = forward ?? spot * Elementary.exp(rate * years)
        let dividendYield = rate - Elementary.log(forward / spot) / years
        var (calls, puts) = (calls, puts)
        for (row, thousandths) in strikes.enumerated() {
            let strike = Double(thousandths) / 1000
            let right: Right = strike >= forward ? .call : .put
            let side = right == .call ? calls : puts
            func inputs(_ right: Right, _ volatility: Double) -> PricingInputs {
                PricingInputs(
                    right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
                    volatility: volatility)
            }
            guard side.hasMarket(at: row),
                let volatility = try? BlackScholes.impliedVolatility(ofPrice: side.mid(at: row), inputs(right, 0))
            else { continue }
            calls.set(BlackScholes.valuation(inputs(.call, volatility)), volatility: volatility, at: row)
            puts.set(BlackScholes.valuation(inputs(.put, volatility)), volatility: volatility, at: row)
        }
        return OptionChain.Slice(
            expiration: expiration, years: years, forward: forward, strikes: strikes, calls: calls, puts: puts)
    }
}

extension OptionChain.Side {
    /// Columns without a quote or a Greek.
    fileprivate init(unquoted count: Int) {
        let none = [Double](repeating: .nan, count: count)
        self.init(bid: none, ask: none, impliedVolatility: none, delta: none, gamma: none, theta: none, vega: none)
    }

    fileprivate mutating func set(_ valuation: Valuation, volatility: Double, at row: Int) {
        impliedVolatility[row] = volatility
        delta[row] = valuation.delta
        gamma[row] = valuation.gamma
        theta[row] = valuation.theta
        vega[row] = valuation.vega
    }
}
