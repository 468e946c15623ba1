internal import Dates
internal import Mathematics
public import Options

/// Recomputed volatilities and Greeks beside those that a chain file brings, by how far options are in the money.
public struct ChainComparison: Sendable {
    /// What is compared, in this project's units.
    public enum Column: String, CaseIterable, Sendable {
        /// Annualised fraction.
        case impliedVolatility = "iv"
        /// Dollars per dollar.
        case delta
        /// Delta per dollar.
        case gamma
        /// Dollars per share and calendar day.
        case theta
        /// Dollars per share and volatility point.
        case vega
    }

    /// How far an option is in the money: forward ÷ strike − 1 for a call, its negative for a put.
    public enum Moneyness: String, CaseIterable, Sendable {
        /// More than 10 % out of the money.
        case farOut = "out > 10 %"
        /// 3–10 % out of the money.
        case out = "out 3–10 %"
        /// Within 3 % of the forward.
        case near = "within 3 %"
        /// 3–10 % in the money.
        case inside = "in 3–10 %"
        /// More than 10 % in the money.
        case farIn = "in > 10 %"

        init(_ value: Double) {
            self =
                switch value {
                case ..<(-0.1): .farOut
                case ..<(-0.03): .out
                case ...0.03: .near
                case ...0.1: .inside
                default: .farIn
                }
        }
    }

    /// Recomputed less the file's, over the options of one bucket.
    public struct Row: Sendable {
        /// What is compared.
        public let column: Column
        /// Of which options.
        public let moneyness: Moneyness
        /// Options with both values.
        public let count: Int
        /// Median of the differences, with their sign.
        public let median: Double
        /// Median of the differences' magnitudes.
        public let medianMagnitude: Double
        /// The largest magnitude.
        public let largestMagnitude: Double
        /// The option with the largest.
        public let worst: OptionContract
    }

    /// Buckets without options are left out; columns in their order, each by moneyness.
    public let rows: [Row]
    /// Options for which the file has values and no volatility could be recomputed.
    public let notRecomputed: Int

    /// Compares a chain with the quotes that it was made of.
    public init(_ chain: OptionChain, with quotes: [ChainQuote]) {
        typealias Difference = (value: Double, contract: OptionContract)
        var differences: [Column: [Moneyness: [Difference]]] = [:]
        var missing = 0
        for quote in quotes {
            guard let theirs = quote.analytics, let slice = chain.slice(quote.contract.expiration),
                let index = slice.strikes.firstIndex(of: quote.contract.strikeThousandths)
            else { continue }
            let side = slice.side(quote.contract.right)
            guard side.impliedVolatility[index].isFinite else {
                missing += 1
                continue
            }
            let bucket = Moneyness((slice.forward / quote.contract.strike - 1) * quote.contract.right.sign)
            let pairs: [(Column, Double, Double)] = [
                (.impliedVolatility, side.impliedVolatility[index], theirs.impliedVolatility),
                (.delta, side.delta[index], theirs.delta), (.gamma, side.gamma[index], theirs.gamma),
                (.theta, side.theta[index], theirs.theta), (.vega, side.vega[index], theirs.vega),
            ]
            for (column, ours, other) in pairs {
                differences[column, default: [:]][bucket, default: []].append((ours - other, quote.contract))
            }
        }
        notRecomputed = missing
        rows = Column.allCases.flatMap { column in
            Moneyness.allCases.compactMap { bucket in
                differences[column]?[bucket].flatMap { Row(column, bucket, $0) }
            }
        }
    }
}

extension ChainComparison.Row {
    fileprivate init?(
        _ column: ChainComparison.Column, _ moneyness: ChainComparison.Moneyness,
        _ differences: [(value: Double, contract: OptionContract)]
    ) {
        let magnitudes = differences.map { abs($0.value) }.sorted()
        guard let worst = differences.max(by: { abs($0.value) < abs($1.value) }),
            let median = Sample.quantile(ofSorted: differences.map(\.value).sorted(), 0.5),
            let medianMagnitude = Sample.quantile(ofSorted: magnitudes, 0.5)
        else { return nil }
        self.init(
            column: column, moneyness: moneyness, count: differences.count, median: median,
            medianMagnitude: medianMagnitude, largestMagnitude: abs(worst.value), worst: worst.contract)
    }
}
