import Ledger
@testable import Metrics
import Testing

@Suite("Confidence against outcome")
struct TierCalibrationTests {
    private func trades(_ confidence: Int?, wins: Int, losses: Int) -> [ClosedTrade] {
        (0..<wins + losses).compactMap { index in
            ClosedTrade(
                TestTrade.make(
                    Int64(index), entry: "2026-07-01", credit: "1", confidence: confidence, exit: "2026-07-08",
                    cost: index < wins ? "0.5" : "2"))
        }
    }

    /// By hand: 8 of 10 at 75: 0.8·0.0625 + 0.2·0.5625 = 0.1625; 9 of 10 at 95: 0.9·0.0025 + 0.1·0.9025 = 0.0925.
    @Test("Predicted and realised win rates, and the Brier score")
    func brier() {
        let result = TierCalibration(trades(75, wins: 8, losses: 2) + trades(95, wins: 9, losses: 1))
        let tier = result.tiers[1]
        #expect(tier.tier == .from70)
        #expect(tier.realized == Proportion(8, of: 10))
        #expect(isClose(tier.predicted, 0.75))
        #expect(isClose(tier.brier, 0.1625))
        #expect(isClose(result.tiers[3].brier, 0.0925))
        #expect(isClose(result.brier, 0.1275))
        #expect(isClose(result.reference, 0.85 * 0.15))
        #expect(result.tiers[0].predicted == .undefined(.noData, n: 0))
    }

    @Test("Monotone only among tiers with enough trades")
    func monotone() {
        let good = trades(72, wins: 15, losses: 5) + trades(85, wins: 18, losses: 2)
        #expect(TierCalibration(good).isMonotone == true)
        #expect(TierCalibration(good + trades(95, wins: 1, losses: 4)).isMonotone == true)
        #expect(TierCalibration(good + trades(95, wins: 10, losses: 10)).isMonotone == false)
        #expect(TierCalibration(trades(72, wins: 15, losses: 5)).isMonotone == nil)
    }

    @Test("The verdict names the tiers that it compares, where it leaves others out")
    func verdict() {
        let good = trades(72, wins: 15, losses: 5) + trades(85, wins: 18, losses: 2)
        #expect(TierCalibration(good).verdict == "yes")
        #expect(TierCalibration(good + trades(95, wins: 10, losses: 10)).verdict == "no")
        #expect(
            TierCalibration(good + trades(95, wins: 1, losses: 4)).verdict
                == "yes (of 70-79, 80-89; the rest has fewer than 20 trades)")
        #expect(TierCalibration(trades(72, wins: 15, losses: 5)).verdict == "too early")
    }

    @Test("Trades without a score are left out")
    func unscored() {
        let result = TierCalibration(trades(nil, wins: 5, losses: 5))
        #expect(result.brier == .undefined(.noData, n: 0))
        #expect(result.reference == .undefined(.noData, n: 0))
        #expect(result.trend == .undefined(.noData, n: 0))
    }
}
