import Foundation

@testable import Dates
@testable import Market

/// Daily closes-to-close of the simulated economy over some years, and the level that its surface shows, without the
/// cost of making chains.
struct StylizedFacts {
    var returns: [[Double]]
    var level: [Double] = []

    /// Weekdays stand for sessions.
    init(years: Int, seed: UInt64, settings: SimulationSettings = SimulationSettings()) throws {
        let weekdays = (0..<(years * 366 + 300)).map { Day(daysSince1970: 3652 + $0) }.filter { !$0.weekday.isWeekend }
        var economy = try SimulatedEconomy(settings: settings, sessions: weekdays, seed: seed)
        returns = settings.funds.map { _ in [] }
        var closes = settings.funds.map(\.initialPrice)
        for _ in 0..<(years * 252) {
            for (fund, session) in economy.advance().enumerated() {
                returns[fund].append(log((session.bar.close + session.dividendPaid) / closes[fund]))
                closes[fund] = session.bar.close
                if fund == 0 {
                    // The strip's ratio hardly depends on the volatility; 1.132 is its value at 20 %.
                    level.append(113.2 * economy.termStructure(of: 0).volatility(years: 30.0 / 365))
                }
            }
        }
    }

    static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// The standardised central moment of an order.
    static func moment(_ values: [Double], _ order: Int) -> Double {
        let centre = mean(values)
        let variance = mean(values.map { ($0 - centre) * ($0 - centre) })
        return mean(values.map { pow($0 - centre, Double(order)) }) / pow(variance, Double(order) / 2)
    }

    static func deviation(_ values: [Double]) -> Double {
        let centre = mean(values)
        return mean(values.map { ($0 - centre) * ($0 - centre) }).squareRoot()
    }

    static func correlation(_ first: [Double], _ second: [Double]) -> Double {
        let (a, b) = (mean(first), mean(second))
        return mean(zip(first, second).map { ($0 - a) * ($1 - b) }) / deviation(first) / deviation(second)
    }

    static func autocorrelation(_ values: [Double], _ lag: Int) -> Double {
        let centre = mean(values)
        let products = zip(values, values.dropFirst(lag)).map { ($0 - centre) * ($1 - centre) }
        return products.reduce(0, +) / values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    }

    func quantile(_ fraction: Double) -> Double {
        let sorted = level.sorted()
        return sorted[Int(Double(sorted.count - 1) * fraction)]
    }

    /// Mean realised variance of the 21 sessions ahead ÷ mean implied variance.
    var realizedOverImplied: Double {
        let market = returns[0]
        var (realized, implied) = (0.0, 0.0)
        for start in 0..<(market.count - 22) {
            realized += market[(start + 1)...(start + 21)].reduce(0) { $0 + $1 * $1 } * 12
            implied += level[start] * level[start] / 10_000
        }
        return realized / implied
    }

    /// Daily changes of the logarithm of the level.
    var changes: [Double] { zip(level, level.dropFirst()).map { log($1 / $0) } }
}
