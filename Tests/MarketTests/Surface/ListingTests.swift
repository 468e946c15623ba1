import Dates
import Testing

@testable import Market

@Suite("What is listed")
struct ListingTests {
    /// The cycle's rule applied by hand to a calendar of 2024; Good Friday is 29 March.
    @Test("Fridays seven weeks ahead and the next monthly; a holiday's expiration moves to the session before")
    func fridays() throws {
        let days = try ExpirationCycle().expirations(on: day("2024-03-18"), calendar: sampleCalendar())
        #expect(
            days.map(\.iso) == [
                "2024-03-22", "2024-03-28", "2024-04-05", "2024-04-12", "2024-04-19", "2024-04-26", "2024-05-03",
                "2024-05-17",
            ])
    }

    @Test("Mondays and Wednesdays nine days ahead where they are listed, its own day included")
    func midweek() throws {
        let days = try ExpirationCycle(hasMidweek: true).expirations(on: day("2024-03-18"), calendar: sampleCalendar())
        #expect(
            days.prefix(6).map(\.iso) == [
                "2024-03-18", "2024-03-20", "2024-03-22", "2024-03-25", "2024-03-27", "2024-03-28",
            ])
    }

    @Test("on every session an expiration lies 7 to 14, 14 to 30 and 40 to 50 days ahead")
    func booksFindExpirations() throws {
        let calendar = try sampleCalendar()
        for session in try calendar.sessions(from: day("2024-01-02"), through: day("2024-12-31")) {
            let ahead = try ExpirationCycle().expirations(on: session, calendar: calendar).map { session.days(to: $0) }
            for range in [7...14, 14...30, 40...50] {
                #expect(ahead.contains { range.contains($0) }, "\(session) lists \(ahead)")
            }
        }
    }

    /// Zones of ±1.25, ±2.25 and −4.5/+3 deviations in steps of 5, 10 and 20 dollars: 0.2 × 450 × 0.06 = 5.4.
    @Test("strikes are dense near the price and sparse far from it")
    func strikes() {
        let strikes = StrikeGrid.strikes(spot: 450, deviation: 0.06, smallest: 1000).map { Double($0) / 1000 }
        // 450·e^{−0.27} = 343.5, 450·e^{−0.135} = 393.2, 450·e^{−0.075} = 417.5, 450·e^{0.075} = 485.04,
        // 450·e^{0.135} = 515.04, 450·e^{0.18} = 538.8.
        let expected: [Double] =
            [340, 360, 380, 390, 400, 410] + Array(stride(from: 415.0, through: 490, by: 5)) + [500, 510, 520, 540]
        #expect(strikes == expected)
    }

    @Test("the symbol's smallest increment bounds the grid from below")
    func smallestIncrement() {
        let strikes = StrikeGrid.strikes(spot: 100, deviation: 0.005, smallest: 1000)
        #expect(zip(strikes, strikes.dropFirst()).allSatisfy { $1 - $0 >= 1000 })
    }

    @Test("a strike once listed stays listed until its expiration, however far the price moves")
    func staysListed() throws {
        var listing = OptionListing(symbol: "SPY", smallestIncrement: 1000)
        let (near, far) = (try day("2024-03-22"), try day("2024-04-19"))
        try listing.update(on: try day("2024-03-18"), expirations: [near, far], spot: 100) { _ in 0.03 }
        let first = try #require(listing.expirations.last).strikes
        try listing.update(on: try day("2024-03-25"), expirations: [far], spot: 60) { _ in 0.03 }
        #expect(listing.expirations.map(\.day) == [far])
        let second = try #require(listing.expirations.last).strikes
        #expect(Set(second).isSuperset(of: first))
        #expect(second.contains(60_000) && second.count > first.count)
        #expect(zip(second, second.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(
        "a price or a volatility beyond any market's is named, and lists nothing",
        arguments: [
            (Double.infinity, 0.03, "price of inf, which lies outside 0.01 to 10000.0"),
            (.nan, 0.03, "price of nan, which lies outside 0.01 to 10000.0"),
            (0.001, 0.03, "price of 0.001, which lies outside 0.01 to 10000.0"),
            (1e300, 0.03, "price of 1e+300, which lies outside 0.01 to 10000.0"),
            (100, .infinity, "to 2024-04-19, as volatility × √years is inf and lies outside 0.0 to 2.0"),
            (100, .nan, "to 2024-04-19, as volatility × √years is nan and lies outside 0.0 to 2.0"),
            (100, 2.1, "to 2024-04-19, as volatility × √years is 2.1 and lies outside 0.0 to 2.0"),
        ])
    func beyond(spot: Double, deviation: Double, told: String) throws {
        var listing = OptionListing(symbol: "SPY", smallestIncrement: 1000)
        let (today, far) = (try day("2024-03-18"), try day("2024-04-19"))
        let error = #expect(throws: ChainError.self) {
            try listing.update(on: today, expirations: [far], spot: spot) { _ in deviation }
        }
        let how = spot == 100 ? "listed" : "listed at a"
        #expect(
            error?.description
                == "SPY on 2024-03-18: no options can be \(how) \(told); mend its bars, or simulate a calmer market")
        #expect(listing.expirations.map(\.strikes.count).max() ?? 0 == 0)
    }

    @Test("at the bounds the strikes stay few enough to quote", arguments: [0.01, 10_000], [0.0, 2.0])
    func atTheBounds(spot: Double, deviation: Double) throws {
        var listing = OptionListing(symbol: "SPY", smallestIncrement: 500)
        let (today, far) = (try day("2024-03-18"), try day("2024-04-19"))
        try listing.update(on: today, expirations: [far], spot: spot) { _ in deviation }
        let count = listing.expirations.first?.strikes.count ?? 0
        #expect((1...20_000).contains(count), "\(count) strikes")
    }

    @Test("a split divides the listed strikes")
    func split() throws {
        var listing = OptionListing(symbol: "SPY", smallestIncrement: 1000)
        let far = try day("2024-04-19")
        try listing.update(on: try day("2024-03-18"), expirations: [far], spot: 100) { _ in 0.03 }
        let before = try #require(listing.expirations.first).strikes
        listing.adjust(forSplit: 2)
        #expect(listing.expirations.first?.strikes == before.map { $0 / 2 })
    }
}
