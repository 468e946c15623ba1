import Backtesting
import Dates
import Testing

@Suite("Why a backtest cannot be begun or go on")
struct BacktestErrorTests {
    @Test("Each error names what is wrong, the value seen and the remedy")
    func texts() throws {
        let day = try #require(Day("2026-07-31"))
        let texts: [(BacktestError, String)] = [
            (
                .noSessions,
                "the market has no session in the range asked for; widen the range or check the folder of prices"
            ),
            (
                .equityNotPositive("0.00"),
                "the initial equity is 0.00, but a backtest needs capital; give more than 0"
            ),
            (
                .shareOutOfRange(10),
                "MULTIBOOK's share is 10.0, but a share of capital lies between 0 and 1; 10 % is 0.1"
            ),
            (
                .sessionOutOfOrder(day, after: day.adding(3)),
                "the market showed the session 2026-07-31 after 2026-08-03; sessions must ascend, so sort its data by date"
            ),
            (
                .splitNotWhole(symbol: "XLK", day: day, ratio: 1.5),
                "XLK splits 1.5 for 1 on 2026-07-31 while a position is open; only whole ratios from 2 on are adjusted, so "
                    + "end the run before that day or leave the symbol out"
            ),
        ]
        for (error, text) in texts { #expect(error.description == text) }
    }
}
