internal import Dates
internal import Ledger

/// How much of their width the trades took in as credit, against the target.
public struct CreditToWidth: Hashable, Sendable {
    /// One range of credit ÷ width, its lower end included.
    public struct Bucket: Hashable, Sendable {
        /// The range's name, such as `20-25%`.
        public let name: String
        /// Trades opened in the week.
        public let inWeek: Int
        /// Trades opened since inception.
        public let toDate: Int
    }

    /// The ranges, ascending, empty ones among them.
    public let buckets: [Bucket]
    /// Mean over the trades opened in the week, a fraction.
    public let mean: Figure
    /// Share of the trades opened in the week that reach the target.
    public let atTarget: Figure

    init(_ facts: ReviewFacts) {
        let borders = [0.10, 0.15, 0.20, 0.25, 0.30]
        let names = ["<10%", "10-15%", "15-20%", "20-25%", "25-30%", ">=30%"]
        func ratios(since first: Day) -> [Double] {
            // Prices are exact to 1e-4; a credit of 0.30 on a width of 1.50 must reach 0.20.
            facts.opened(since: first).compactMap { $0.creditToWidth.map { ($0 * 1e9).rounded() / 1e9 } }
        }
        func counts(_ ratios: [Double]) -> [Int] {
            var counts = [Int](repeating: 0, count: names.count)
            for ratio in ratios { counts[borders.count { $0 <= ratio }] += 1 }
            return counts
        }
        let week = ratios(since: facts.input.week.monday)
        let all = ratios(
            since: facts.windows.first { $0.name == ReviewWindow.sinceInception }?.days.lowerBound ?? facts.end)
        buckets = zip(names, zip(counts(week), counts(all))).map { Bucket(name: $0, inWeek: $1.0, toDate: $1.1) }
        let shape = Moments(week)
        mean = week.isEmpty ? .undefined(.noData, n: 0) : .value(shape.mean, n: shape.n)
        let target = facts.settings.creditToWidth
        atTarget = Proportion(week.count { $0 >= target }, of: week.count).share
    }

    static let definition = DatasetDefinition(
        "credit_to_width", "Trades opened with capital by entry credit ÷ width, ascending, empty ranges among them",
        [
            .init("bucket", .text, "The range of credit ÷ width, its lower end included"),
            .init("trades", .count, "Trades opened in the week"),
            .init("share", .percent, "Share of the trades opened in the week"),
            .init("trades_to_date", .count, "Trades opened since inception"),
            .init("share_to_date", .percent, "Share of the trades opened since inception"),
        ])

    var dataset: Dataset {
        let week = buckets.reduce(0) { $0 + $1.inWeek }
        let all = buckets.reduce(0) { $0 + $1.toDate }
        return Self.definition.dataset(
            buckets.map { bucket in
                [
                    .text(bucket.name), .integer(bucket.inWeek), Value(Proportion(bucket.inWeek, of: week).share),
                    .integer(bucket.toDate), Value(Proportion(bucket.toDate, of: all).share),
                ]
            })
    }
}
