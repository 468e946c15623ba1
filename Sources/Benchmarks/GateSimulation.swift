import Dates
import Ledger
import Mathematics
import Metrics
import Rollout

/// Returns of a strategy that sells premium: a small steady gain and rare, large losses.
///
/// Skewness about −2.0 and kurtosis about 15 a day, scaled to an annual volatility of 30 % on capital at risk, a little above
/// 4 % in five sessions, as the demo desk's MULTIBOOK has; smoothed marks make neighbouring days alike.
struct PremiumReturns {
    static let volatility = 0.30
    /// E|N(3, 1.5)| of the losses, which come on 2 % of days.
    private static let loss = 3.025_446_6
    private static let chance = 0.02

    /// The same days for every edge, so that rows differ by nothing else.
    static func returns(_ count: Int, seed: UInt64, sharpe: Double, autocorrelation: Double) -> [Double] {
        var source = RandomSource(seed: seed, stream: "gate-simulation")
        let mean = -chance * loss
        let deviation = (0.36 + chance * (9 + 2.25) - mean * mean).squareRoot()
        let weight = (1 - autocorrelation * autocorrelation).squareRoot()
        var previous: Double?
        return (0..<count).map { _ in
            let jump = source.uniform() < chance ? -abs(3 + 1.5 * source.normal()) : 0
            let fresh = (0.6 * source.normal() + jump - mean) / deviation
            let day = previous.map { autocorrelation * $0 + weight * fresh } ?? fresh
            previous = day
            return (day + sharpe / 252.0.squareRoot()) * volatility / 252.0.squareRoot()
        }
    }
}

/// What became of one simulated rollout.
struct SimulatedRollout {
    /// The session after which it was promoted from 25 to 50 %, from 1; nil where it never was.
    var promoted: Int?
    /// The session after which it had all of the capital.
    var whole: Int?
    /// The session after which everything was taken back.
    var takenBack: Int?

    /// Walks MULTIBOOK, which begins at 25 %, through its sessions: every night is judged, until it has all of the capital
    /// or nothing.
    ///
    /// LEGACY is idle, so that the tested difference is MULTIBOOK's own return on capital at risk, which is a quarter of its
    /// capital. Nothing else goes wrong: snapshots, books and archive are as they must be.
    init(_ returns: [Double], sessions: [Day], settings: GateSettings) {
        let atRisk = Money(cents: 6_250_000)
        var input = Self.start(sessions, settings)
        for (index, value) in returns.enumerated() {
            let day = sessions[index]
            func side(_ strategy: StrategyName, _ dollars: Double) -> StrategyDay {
                StrategyDay(
                    result: DailyResult(
                        day: day, strategy: strategy, capital: Money(cents: 25_000_000),
                        pnl: Money(dollars: dollars) ?? .zero),
                    atRisk: atRisk)
            }
            input.session = day
            input.figures.append(
                DayPair(multibook: side(.multibook, value * atRisk.dollars), legacy: side(.legacy, 0)))
            input.risks.append(SessionRisk(day: day, delta: 0, theta: 1, dayAtRisk: 0, openRisk: 0))
            input.traded.append(TradedShare(day: day, share: input.records.last?.shareAfter ?? 0.25))
            input.health.lastRecorded = day
            let decision = Gate.judge(input)
            if decision.decision == .promote, promoted == nil { promoted = index + 1 }
            if decision.shareAfter == 1 { whole = index + 1 }
            if decision.shareAfter == 0 { takenBack = index + 1 }
            if whole != nil || takenBack != nil { return }
            input.records.append(
                GateRecord(
                    day: day, decidedAt: NewYork.instant(day, hour: 18), shareBefore: decision.shareBefore,
                    shareAfter: decision.shareAfter, decision: decision.decision, rule: decision.rule.rawValue,
                    grade: "", reasons: [], evidence: "{}", inputsDigest: "", ruleVersion: input.ruleVersion))
        }
    }

    private static func start(_ sessions: [Day], _ settings: GateSettings) -> GateInput {
        var input = GateInput(
            session: sessions[0], sessions: sessions,
            figures: GateFigures(multibook: [], legacy: [], missedKPIs: []), risks: [], traded: [],
            health: GateHealth(lastRecorded: nil, reconciliation: .zero, failedCells: [], isArchiveWhole: true),
            ruleVersion: "simulated")
        input.settings = settings
        // Resampling decides nothing, and would take most of the time.
        input.settings.resamples = 0
        input.openPoints = []
        return input
    }
}

/// A desk two years old at 25 %, on the night of its last session.
func nightInput(_ sessions: [Day]) -> GateInput {
    let days = 504
    let returns = [
        PremiumReturns.returns(days, seed: 1, sharpe: 1, autocorrelation: 0.2),
        PremiumReturns.returns(days, seed: 2, sharpe: 0.5, autocorrelation: 0.2),
    ]
    func side(_ strategy: StrategyName, _ series: [Double]) -> [StrategyDay] {
        zip(sessions, series).map { day, value in
            StrategyDay(
                result: DailyResult(
                    day: day, strategy: strategy, capital: Money(cents: 25_000_000),
                    pnl: Money(dollars: value * 62_500) ?? .zero),
                atRisk: Money(cents: 6_250_000))
        }
    }
    let session = sessions[days - 1]
    var input = GateInput(
        session: session, sessions: sessions,
        figures: GateFigures(
            multibook: side(.multibook, returns[0]), legacy: side(.legacy, returns[1]), missedKPIs: []),
        risks: sessions.prefix(days).map { SessionRisk(day: $0, delta: 0, theta: 1, dayAtRisk: 0, openRisk: 0) },
        traded: sessions.prefix(days).map { TradedShare(day: $0, share: 0.25) },
        health: GateHealth(lastRecorded: session, reconciliation: .zero, failedCells: [], isArchiveWhole: true),
        ruleVersion: "simulated")
    input.afterLoss = input.figures
    return input
}
