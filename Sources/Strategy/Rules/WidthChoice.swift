import Dates
import Ledger
import Market
import Options

/// Where a spread's long legs may stand, and which of them is taken.
///
/// A condor has the same width on both sides, so that its two risks are alike.
struct WidthChoice {
    /// The symbol.
    let underlying: String
    /// Options of the chosen expiration.
    let slice: OptionChain.Slice
    /// Calendar days to it.
    let days: Int
    /// What is sold.
    let structure: Structure
    /// The short strikes, one a sold side.
    let shorts: [(right: Right, index: Int)]

    /// Listed widths within a range that every sold side has, in thousandths of a dollar, ascending.
    func widths(from minimum: Double, to maximum: Double) -> [Int] {
        guard let first = shorts.first else { return [] }
        let low = Int((minimum * 1000).rounded())
        let high = Int((maximum * 1000).rounded())
        let strike = slice.strikes[first.index]
        let distances = slice.strikes.map { first.right == .put ? strike - $0 : $0 - strike }
        return distances.filter { width in
            width > 0 && width >= low && width <= high
                && shorts.dropFirst().allSatisfy { longIndex(of: $0, width: width) != nil }
        }.sorted()
    }

    /// The spread of a width; nil where a leg is not listed or has no market.
    func spread(width: Int) -> Spread? {
        var quotes: [LegQuote] = []
        quotes.reserveCapacity(4)
        for short in shorts {
            guard let long = longIndex(of: short, width: width) else { return nil }
            for (index, quantity) in [(short.index, -1), (long, 1)] {
                let contract = OptionContract(
                    underlying: underlying, expiration: slice.expiration, right: short.right,
                    strikeThousandths: slice.strikes[index])
                guard
                    let quote = slice.side(short.right).quote(
                        of: Leg(contract: contract, quantity: quantity), at: index)
                else { return nil }
                quotes.append(quote)
            }
        }
        let quote = ComboQuote(legs: quotes)
        guard let credit = Price(quote.marketableCredit) else { return nil }
        return Spread(
            structure: structure, expiration: slice.expiration, days: days, years: slice.years, quote: quote,
            width: Price(tenThousandths: Int64(width) * 10), credit: credit.roundedDownToCent())
    }

    /// The index of the strike that stands a width beyond a short one; nil where none is listed there.
    private func longIndex(of short: (right: Right, index: Int), width: Int) -> Int? {
        let strike = slice.strikes[short.index] + (short.right == .put ? -width : width)
        let index = slice.strikes.partitioningIndex(atLeast: strike)
        return index < slice.strikes.count && slice.strikes[index] == strike ? index : nil
    }
}
