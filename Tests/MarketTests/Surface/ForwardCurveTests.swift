import Dates
import Market
import Testing

@Suite("Forwards with cash dividends")
struct ForwardCurveTests {
    @Test("the price carried at the rate, less the dividends carried from their ex-dates")
    func forward() throws {
        let today = try day("2024-03-01")
        let curve = ForwardCurve(
            today: today, spot: 500, rate: 0.05,
            dividends: [
                Dividend(exDate: today, amount: 9), Dividend(exDate: today.adding(14), amount: 1.5),
                Dividend(exDate: today.adding(105), amount: 1.6),
            ])
        // 500·e^{0.05·45/365} − 1.5·e^{0.05·31/365}: the one of today is paid for, the third lies beyond. By Python.
        let expected = 501.5853278302399
        #expect(isClose(curve.forward(expiration: today.adding(45), years: 45.0 / 365), expected, within: 1e-10))
        #expect(curve.dividends.count == 2)
    }

    @Test("a share that goes ex leaves the forward of an expiration where it was")
    func exDate() throws {
        let (eve, expiration) = (try day("2024-03-14"), try day("2024-04-19"))
        let dividend = Dividend(exDate: eve.adding(1), amount: 2)
        let before = ForwardCurve(today: eve, spot: 500, rate: 0, dividends: [dividend])
        let after = ForwardCurve(today: eve.adding(1), spot: 498, rate: 0, dividends: [dividend])
        #expect(
            before.forward(expiration: expiration, years: 0.1) == after.forward(expiration: expiration, years: 0.0973))
    }
}
