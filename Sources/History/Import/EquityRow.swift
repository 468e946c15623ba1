internal import Dates
internal import Input
internal import Ledger

/// Reads one row of an equity file.
enum EquityRow {
    static let needed = ["date", "strategy", "allotted_capital", "pnl"]

    /// The day's result; nil when the row is refused.
    static func read(_ row: inout ImportRow) -> DailyResult? {
        let day = row.day("date", row.required("date"))
        let strategy: StrategyName? = row.choice("strategy", row.required("strategy"))
        let capital = row.money("allotted_capital", row.required("allotted_capital"))
        let pnl = row.money("pnl", row.required("pnl"))
        if let capital, capital < .zero {
            row.find(.error, "import.out-of-range", at: "allotted_capital", "is negative")
        }
        if let day, day.weekday.rawValue > 5 {
            row.find(.warning, "import.weekend", at: "date", "is no weekday", day: day)
        }
        if let capital, let pnl, capital == .zero, pnl != .zero {
            row.find(
                .warning, "import.no-capital", at: "pnl", "was made without capital; its return is undefined", day: day)
        }
        guard !row.isRefused, let day, let strategy, let capital, let pnl else { return nil }
        return DailyResult(day: day, strategy: strategy, capital: capital, pnl: pnl)
    }
}
