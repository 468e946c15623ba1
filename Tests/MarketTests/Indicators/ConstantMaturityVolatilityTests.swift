import Dates
import Market
import Testing

@Suite("30-day at-the-money volatility")
struct ConstantMaturityVolatilityTests {
    private let today = Day(daysSince1970: 20_000)

    private func side(_ volatilities: [Double], bid: Double = 1) -> OptionChain.Side {
        let ones = [Double](repeating: 1, count: volatilities.count)
        return OptionChain.Side(
            bid: ones.map { _ in bid }, ask: ones.map { _ in 1.1 }, impliedVolatility: volatilities, delta: ones,
            gamma: ones, theta: ones, vega: ones)
    }

    private func slice(
        days: Int, forward: Double = 100, calls: [Double], puts: [Double]? = nil, bid: Double = 1
    ) -> OptionChain.Slice {
        OptionChain.Slice(
            expiration: today.adding(days), years: Double(days) / 365, forward: forward,
            strikes: [95_000, 100_000, 105_000], calls: side(calls, bid: bid), puts: side(puts ?? calls, bid: bid))
    }

    private func thirtyDay(_ slices: [OptionChain.Slice]) -> Double? {
        ConstantMaturityVolatility.thirtyDay(
            of: OptionChain(
                underlying: "XYZ", time: Instant(utc: today), spot: 100, isSynthetic: true, slices: slices))
    }

    private func flat(_ days: Int, _ volatility: Double) -> OptionChain.Slice {
        slice(days: days, calls: [volatility, volatility, volatility])
    }

    private func near(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 1e-14 } ?? false
    }

    @Test("total variance is interpolated in time")
    func interpolation() {
        // √(((0.2²·20 + 0.3²·40) ÷ 2) ÷ 30), by Python.
        #expect(near(thirtyDay([flat(20, 0.2), flat(40, 0.3)]), 0.270801280154532))
        #expect(near(thirtyDay([flat(10, 0.9), flat(20, 0.2), flat(40, 0.3), flat(60, 0.1)]), 0.270801280154532))
        #expect(near(thirtyDay([flat(20, 0.2), flat(30, 0.25), flat(40, 0.3)]), 0.25))
    }

    @Test("on one side only, the nearest expiration within 15 days stands for it")
    func oneSide() {
        #expect(thirtyDay([flat(8, 0.3), flat(16, 0.2)]) == 0.2)
        #expect(thirtyDay([flat(45, 0.2), flat(60, 0.3)]) == 0.2)
        #expect(thirtyDay([flat(14, 0.2)]) == nil)
        #expect(thirtyDay([flat(46, 0.2)]) == nil)
        #expect(thirtyDay([]) == nil)
    }

    @Test("expirations of less than a week do not count")
    func shortest() {
        #expect(thirtyDay([flat(6, 0.9), flat(40, 0.3)]) == 0.3)
        #expect(thirtyDay([flat(7, 0.9), flat(40, 0.3)]) != 0.3)
    }

    @Test("the volatility at the forward lies between its two strikes")
    func atTheForward() {
        let between = slice(days: 30, forward: 101, calls: [0.23, 0.2, 0.18])
        // One fifth of the way from 100 to 105.
        #expect(near(ConstantMaturityVolatility.atTheForward(of: between), 0.196))
        let exact = slice(days: 30, forward: 100, calls: [0.23, 0.2, 0.18])
        #expect(ConstantMaturityVolatility.atTheForward(of: exact) == 0.2)
    }

    @Test("call and put are averaged, and one stands in for both where the other has none")
    func averaging() {
        let both = slice(days: 30, calls: [0.2, 0.21, 0.2], puts: [0.2, 0.19, 0.2])
        #expect(near(ConstantMaturityVolatility.atTheForward(of: both), 0.2))
        let one = slice(days: 30, calls: [0.2, .nan, 0.2], puts: [0.2, 0.19, 0.2])
        #expect(ConstantMaturityVolatility.atTheForward(of: one) == 0.19)
        let none = slice(days: 30, forward: 100, calls: [0.2, .nan, 0.3], puts: [0.2, .nan, 0.3])
        #expect(near(ConstantMaturityVolatility.atTheForward(of: none), 0.25))
    }

    @Test("strikes on one side of the forward only give none, nor do options without a bid")
    func unusable() {
        #expect(
            ConstantMaturityVolatility.atTheForward(of: slice(days: 30, forward: 94, calls: [0.2, 0.2, 0.2])) == nil)
        #expect(
            ConstantMaturityVolatility.atTheForward(of: slice(days: 30, forward: 106, calls: [0.2, 0.2, 0.2])) == nil)
        #expect(ConstantMaturityVolatility.atTheForward(of: slice(days: 30, calls: [0.2, 0.2, 0.2], bid: 0)) == nil)
        #expect(
            thirtyDay([flat(20, 0.2), slice(days: 30, calls: [.nan, .nan, .nan]), flat(40, 0.3)])
                .map { abs($0 - 0.270801280154532) < 1e-14 } == true)
    }
}
