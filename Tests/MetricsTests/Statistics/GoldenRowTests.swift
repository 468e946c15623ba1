import Testing

import Metrics

/// The golden row of the anchors: nine values of equity, computed independently to ten decimals.
@Suite("The golden row pins the implementation")
struct GoldenRowTests {
    let equity = [
        1_000_000, 990_000, 1_009_800, 1_014_849, 1_004_700.51, 1_004_700.51, 1_019_771.01765, 1_009_573.3074735,
        1_025_726.48,
    ]
    var returns: Returns { Returns(zip(equity, equity.dropFirst()).map { $1 / $0 - 1 }) }

    @Test("Sharpe, Sortino, volatility and maximum drawdown agree to ten digits")
    func ratios() throws {
        #expect(returns.count == 8)
        #expect(abs(try #require(returns.sharpe(minimum: 2).value) - 4.0759890427) < 1e-9)
        #expect(abs(try #require(returns.sortino(minimum: 2).value) - 8.4249627818) < 1e-9)
        #expect(abs(try #require(returns.volatility().value) - 0.2009328237) < 1e-10)
        #expect(abs(try #require(returns.maxDrawdown.value) + 0.01) < 1e-12)
    }

    @Test("Skewness and raw kurtosis are population moments")
    func shape() {
        let shape = Moments(returns.values)
        #expect(abs(shape.skewness - 0.1044345618) < 1e-9)
        #expect(abs(shape.kurtosis - 1.3788975278) < 1e-9)
    }

    @Test("Probabilistic Sharpe Ratio against zero, and the minimum track record")
    func evidence() throws {
        #expect(abs(try #require(returns.probabilisticSharpe(above: 0, minimum: 2).value) - 0.7537784091) < 1e-9)
        #expect(abs(try #require(returns.minimumTrackRecord(above: 0, minimum: 2).value) - 41.1941) < 5e-5)
    }

    @Test("Eight days are too few for the headline")
    func tooFew() {
        #expect(returns.sharpe() == .undefined(.tooFew, n: 8))
        #expect(returns.sortino() == .undefined(.tooFew, n: 8))
        #expect(returns.probabilisticSharpe(above: 0) == .undefined(.tooFew, n: 8))
    }
}
