internal import Dates
internal import Ledger

/// One measure of the desk's risk through the week's snapshots.
public struct Exposure: Hashable, Sendable {
    /// The measure's stable name.
    public let measure: String
    /// What it is measured in.
    public let unit: Unit
    /// The last value, over the snapshots that have one.
    public let last: Figure
    /// The lowest value.
    public let lowest: Figure
    /// The highest value.
    public let highest: Figure

    init(_ measure: String, _ unit: Unit, _ values: [Double]) {
        func figure(_ value: Double?) -> Figure {
            value.map { .value($0, n: values.count) } ?? .undefined(.noData, n: 0)
        }
        self.measure = measure
        self.unit = unit
        last = figure(values.last)
        lowest = figure(values.min())
        highest = figure(values.max())
    }

    /// The measures, in a fixed order, over all of the week's snapshots.
    static func all(_ facts: ReviewFacts) -> [Exposure] {
        let snapshots = facts.input.snapshots.filter { facts.weekDays.contains($0.day) }.sorted { $0.time < $1.time }
        func measure(_ name: String, _ unit: Unit, _ value: (PortfolioSnapshot) -> Double?) -> Exposure {
            Exposure(name, unit, snapshots.compactMap(value))
        }
        return [
            measure("delta", .percent) { $0.totalDelta },
            measure("gamma", .percent) { $0.totalGamma },
            measure("theta", .usdPerDay) { $0.totalTheta },
            measure("vega", .usdPerPoint) { $0.totalVega },
            measure("day_at_risk", .percent) { $0.dayAtRisk },
            measure("open_risk", .percent) { $0.openRisk },
            measure("vix", .points) { $0.vix },
            measure("hedge_active", .flag) { $0.hedgeActive ? 1 : 0 },
        ]
    }

    static let definition = DatasetDefinition(
        "exposure", "The desk's risk through the week's snapshots, one row a measure",
        [
            .init("measure", .text, "delta, gamma, theta, vega, day_at_risk, open_risk, vix or hedge_active"),
            .init("last", .ratio, "The last value, in the row's own unit"),
            .init("min", .ratio, "The lowest value"),
            .init("max", .ratio, "The highest value"),
            .init("snapshots", .count, "Snapshots that have the measure"),
            .init("unit", .text, "What the row is measured in; delta, gamma and risk are fractions of equity"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        [
            .text(measure), Value(last), Value(lowest), Value(highest), .integer(last.n), .text(unit.rawValue),
        ]
    }
}
