internal import Dates
internal import Ledger

extension Drawdown {
    static let definition = DatasetDefinition(
        "drawdowns", "The five deepest falls of each strategy's marked curve since inception, the deepest first",
        [
            .init("strategy", .text, "The strategy"),
            .init("depth", .percent, "Trough ÷ peak − 1; negative"),
            .init("peak", .date, "Last session at the peak"),
            .init("trough", .date, "Session at the bottom"),
            .init("recovery", .date, "First session back at the peak; undefined while there is none"),
            .init("days", .days, "Calendar days from the peak to the recovery, or so far"),
            .init("sessions", .count, "Sessions from the peak to the recovery, or so far"),
        ])

    static func dataset(_ sleeves: [Sleeve], limit: Int = 5) -> Dataset {
        definition.dataset(
            sleeves.flatMap { sleeve in
                sleeve.returns.drawdowns.sorted { ($0.depth, $0.peak) < ($1.depth, $1.peak) }.prefix(limit).map {
                    fall in
                    [
                        .text(sleeve.strategy.rawValue), .number(fall.depth), .day(fall.peak), .day(fall.trough),
                        fall.recovery.map(Value.day) ?? .undefined(.stillOpen), .integer(fall.days),
                        .integer(fall.sessions),
                    ]
                }
            })
    }
}
