import Dates
import Ledger
import Market
import Options

/// A credit spread that could be opened now, with its market.
struct Spread: Sendable {
    /// What it is.
    let structure: Structure
    /// The last day of its options.
    let expiration: Day
    /// Calendar days to it.
    let days: Int
    /// Years to it.
    let years: Double
    /// Its legs with their markets.
    let quote: ComboQuote
    /// Strike distance of the wider side, dollars per share.
    let width: Price
    /// What it brings in at once: shorts at the bid, longs at the ask, whole cents, dollars per share. Sizes and
    /// limits rest on it, so that no fill can make a trade larger than it was thought to be.
    let credit: Price

    /// Credit ÷ width.
    var creditToWidth: Double { Double(credit.tenThousandths) / Double(width.tenThousandths) }
    /// Bid–ask of all legs ÷ width.
    var quoteWidth: Double { 2 * quote.halfSpread / width.dollars }
    /// Legs of one unit.
    var legs: [Leg] { quote.legs.map(\.leg) }
    /// The short strikes in dollars.
    var shortStrikes: [Double] {
        quote.legs.compactMap { $0.leg.quantity < 0 ? $0.leg.contract.strike : nil }
    }

    /// The most that one unit can lose, fees of opening it included.
    func maxLossPerContract(_ fees: FeeSchedule) -> Money {
        (width - credit).total(contracts: 1) + fees.fees(legs: quote.legs.count, contracts: 1)
    }
}
