internal import Dates

/// The options of one symbol that are listed: once listed, an expiration keeps each of its strikes to its last day, so
/// that an open position always finds its contracts.
struct OptionListing: Sendable {
    /// One expiration and its strikes in thousandths of a dollar, ascending.
    struct Expiration: Sendable {
        let day: Day
        var strikes: [Int]
    }

    /// Ascending by day.
    private(set) var expirations: [Expiration] = []
    private let symbol: String
    private let smallestIncrement: Int

    /// Nothing listed yet; increments of at least so many thousandths of a dollar.
    init(symbol: String, smallestIncrement: Int) {
        self.symbol = symbol
        self.smallestIncrement = smallestIncrement
    }

    /// Forgets what has expired and lists what a session adds.
    ///
    /// - Parameter deviation: volatility × √years of an expiration, at the price `spot`.
    /// - Throws: ``ChainError`` where price or deviation are beyond any market's.
    mutating func update(
        on day: Day, expirations days: [Day], spot: Double, deviation: (Day) -> Double
    ) throws(ChainError) {
        guard ChainError.prices.contains(spot) else { throw .price(symbol: symbol, day: day, value: spot) }
        expirations.removeAll { $0.day < day }
        for expiration in days where !expirations.contains(where: { $0.day == expiration }) {
            expirations.append(Expiration(day: expiration, strikes: []))
        }
        expirations.sort { $0.day < $1.day }
        for index in expirations.indices {
            let expiration = expirations[index].day
            let deviation = deviation(expiration)
            guard ChainError.deviations.contains(deviation) else {
                throw .deviation(symbol: symbol, day: day, expiration: expiration, value: deviation)
            }
            let wanted = StrikeGrid.strikes(spot: spot, deviation: deviation, smallest: smallestIncrement)
            expirations[index].strikes = merged(expirations[index].strikes, wanted)
        }
    }

    /// After a split each strike is divided by its ratio, as the clearing house adjusts open contracts.
    mutating func adjust(forSplit ratio: Double) {
        for index in expirations.indices {
            expirations[index].strikes = Array(
                Set(expirations[index].strikes.map { Int((Double($0) / ratio).rounded()) })
            ).sorted()
        }
    }

    /// The union of two ascending lists.
    private func merged(_ first: [Int], _ second: [Int]) -> [Int] {
        var union: [Int] = []
        union.reserveCapacity(max(first.count, second.count) + 8)
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            if j == second.count || (i < first.count && first[i] < second[j]) {
                union.append(first[i])
                i += 1
            } else {
                if i < first.count, first[i] == second[j] { i += 1 }
                union.append(second[j])
                j += 1
            }
        }
        return union
    }
}
