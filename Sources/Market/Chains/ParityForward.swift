internal import Mathematics

/// The forward price that the quotes of one expiration imply.
///
/// Put–call parity (Stoll, "The Relationship Between Put and Call Option Prices", 1969): call − put =
/// e^(−rT) (forward − strike). Near the money, early exercise is worth too little to disturb it over some months; the
/// median over several strikes keeps one bad quote from moving the result.
enum ParityForward {
    /// The forward in dollars; nil where no strike has a bid for both call and put.
    static func forward(strikes: [Int], calls: OptionChain.Side, puts: OptionChain.Side, growth: Double) -> Double? {
        let pairs = strikes.indices
            .filter { index in [calls, puts].allSatisfy { $0.hasMarket(at: index) && $0.bid[index] > 0 } }
            .map { (strike: Double(strikes[$0]) / 1000, difference: calls.mid(at: $0) - puts.mid(at: $0)) }
            .sorted { (abs($0.difference), $0.strike) < (abs($1.difference), $1.strike) }
        let estimates = pairs.prefix(5).map { $0.strike + growth * $0.difference }.sorted()
        return Sample.quantile(ofSorted: estimates, 0.5)
    }
}
