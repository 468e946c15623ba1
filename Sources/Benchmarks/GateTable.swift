import Dates
import Foundation
import Rollout

/// The gate simulated: how often it promotes what has no edge, and how often what has one.
struct GateTable {
    let histories: Int
    /// Three years of sessions.
    private static let days = 756

    /// One row: a setting of the gate in one kind of market.
    private struct Row: Sendable {
        let setting: String
        let settings: GateSettings
        let edge: String
        let sharpe: Double
        let autocorrelation: Double
    }

    /// Runs every row and prints the table as Markdown, with the time that it took.
    func print() async {
        let clock = ContinuousClock()
        let start = clock.now
        Swift.print(
            "| evidence | edge (annual Sharpe) | AR(1) | 50 % in 1 y | in 3 y | median | 100 % in 1 y | to 0 % in 1 y |"
        )
        Swift.print("|---|---|--:|--:|--:|--:|--:|--:|")
        for row in Self.rows {
            Swift.print(line(row, await run(row)))
            fflush(nil)
        }
        Swift.print("\n\(histories) histories a row, \(Int((clock.now - start) / .seconds(1))) s")
    }

    private static var rows: [Row] {
        var required = GateSettings()
        required.evidence = .required
        var alone = required
        alone.maximumDrawdown = 0.99
        var harmless = required
        harmless.claim = .noHarm
        var harmlessAlone = harmless
        harmlessAlone.maximumDrawdown = 0.99
        // A mean week at −margin is the worst that the claim of no harm may still let through.
        let atMargin = -harmless.margin * 50.4 / PremiumReturns.volatility
        let edges: [(String, Double)] = [("0", 0), ("1", 1), ("2", 2)]
        let settings = [
            ("advisory", GateSettings(), edges), ("required: better", required, edges),
            ("required: better, no drawdown limit", alone, [edges[0]]),
            ("required: no harm", harmless, [("at −margin", atMargin)] + edges),
            ("required: no harm, no drawdown limit", harmlessAlone, [("at −margin", atMargin)]),
        ]
        return settings.flatMap { name, settings, edges in
            edges.flatMap { edge, sharpe in
                [0, 0.2].map {
                    Row(setting: name, settings: settings, edge: edge, sharpe: sharpe, autocorrelation: $0)
                }
            }
        }
    }

    private func run(_ row: Row) async -> [SimulatedRollout] {
        let sessions = Self.sessions
        let workers = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        return await withTaskGroup(of: [SimulatedRollout].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: histories, by: workers).map { history in
                        SimulatedRollout(
                            PremiumReturns.returns(
                                Self.days, seed: UInt64(history), sharpe: row.sharpe,
                                autocorrelation: row.autocorrelation),
                            sessions: sessions, settings: row.settings)
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func line(_ row: Row, _ rollouts: [SimulatedRollout]) -> String {
        func share(_ night: (SimulatedRollout) -> Int?, within days: Int) -> String {
            let count = rollouts.count { night($0).map { $0 <= days } ?? false }
            let tenths = (Double(count) / Double(rollouts.count) * 1_000).rounded()
            return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
        }
        let nights = rollouts.compactMap(\.promoted).sorted()
        let median = nights.isEmpty ? "–" : "\(nights[nights.count / 2])"
        let cells = [
            row.setting, row.edge, "\(row.autocorrelation)", share(\.promoted, within: 252),
            share(\.promoted, within: Self.days), median, share(\.whole, within: 252), share(\.takenBack, within: 252),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    /// Weekdays, and as many beyond the last as a dwell may ask for.
    private static let sessions: [Day] = {
        let first = Day(daysSince1970: 4)
        return (0..<days * 7 / 5 + 60).map { first.adding($0) }.filter { !$0.weekday.isWeekend }
    }()
}

/// One night of a desk two years old, resampled interval, stress and digest included.
func gateNight() -> Case {
    let sessions = (0..<800).map { Day(daysSince1970: 4).adding($0) }.filter { !$0.weekday.isWeekend }
    let input = nightInput(sessions)
    return Case(name: "gate-night", unit: "decisions") {
        (1, Gate.judge(input).shareAfter + Double(input.digest.utf8.count))
    }
}
