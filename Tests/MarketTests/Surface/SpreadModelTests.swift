import Testing

@testable import Market

@Suite("Bid and ask around a model value")
struct SpreadModelTests {
    /// Half-spread = multiple · (0.004 + 0.012 √mid) + 0.002 · intrinsic, then out to the grid: hand arithmetic.
    @Test(
        "quotes lie on the symbol's grid, outside of the half-spread",
        arguments: [
            ("SPY", 1.0, 0.0, 0.98, 1.02),  // ±0.016
            ("SPY", 0.0, 0.0, 0.0, 0.01),  // worthless: nobody bids, a cent is asked
            ("SPY", 10.5, 10.0, 10.43, 10.57),  // ±0.0629
            ("XLK", 1.0, 0.0, 0.93, 1.07),  // ±0.064, cents below three dollars
            ("XLK", 4.0, 0.0, 3.85, 4.15),  // ±0.112, five cents from three dollars on
            ("GLD", 4.0, 0.0, 3.85, 4.15),  // not named: four times as wide as SPY
        ])
    func quotes(symbol: String, mid: Double, intrinsic: Double, bid: Double, ask: Double) {
        let quote = SpreadModel().quoting(symbol).quote(mid: mid, intrinsic: intrinsic)
        #expect(quote.bid == bid)
        #expect(quote.ask == ask)
    }

    @Test("a quote is never crossed or locked, and never narrower than the value")
    func neverCrossed() {
        for symbol in ["SPY", "XLE"] {
            let quoting = SpreadModel().quoting(symbol)
            for step in 0..<4000 {
                let mid = Double(step) * 0.0037
                let quote = quoting.quote(mid: mid, intrinsic: 0)
                #expect(quote.bid >= 0 && quote.bid <= mid + 1e-9 && quote.ask >= mid - 1e-9 && quote.bid < quote.ask)
            }
        }
    }
}
