internal import Dates
internal import Metrics

/// The units of columns by name, by which a query's results find their formats.
///
/// The names are an interface (docs/metrics.md): a column called like one of a dataset or of a view of the history
/// has its unit. A name that means different things in two datasets has none, and is shown by its values.
struct ColumnUnits {
    private var units: [String: Unit?] = [:]

    /// Columns of the history's views.
    private static let ofHistory: [(Unit, [String])] = [
        (.date, ["day", "entry_day", "exit_day", "expiration"]),
        (
            .usd,
            [
                "allotted_capital", "cost_to_close", "credit", "day_at_risk_usd", "equity", "fees", "mark", "open_risk",
                "pnl", "realized_pnl", "unrealized_pnl",
            ]
        ),
        (.percent, ["credit_to_width", "day_at_risk", "drawdown", "return"]),
        (.usdPerDay, ["total_theta"]),
        (.usdPerPoint, ["total_vega"]),
        (.ratio, ["entry_delta", "short_delta", "total_delta", "total_gamma"]),
        (.points, ["confidence", "entry_iv_rank", "vix_level"]),
        (.count, ["candidates", "contracts", "days_in_trade", "dte_at_entry", "trades"]),
        (.flag, ["hedge_active", "passed"]),
    ]

    /// The names of the history's views and of these datasets.
    init(datasets: [Dataset]) {
        for dataset in datasets {
            for column in dataset.columns {
                if let known = units[column.name], known != column.unit {
                    units[column.name] = .some(nil)
                } else {
                    units[column.name] = column.unit
                }
            }
        }
        for (unit, names) in ColumnUnits.ofHistory {
            for name in names where units[name] == nil { units[name] = unit }
        }
    }

    /// How a column of a query is shown: as its name's unit asks, or as its values look.
    func format(of name: String, values: some Sequence<Value>) -> ValueFormat {
        if let unit = units[name] ?? nil {
            let format = ValueFormat(default: unit)
            return unit == .days && values.allSatisfy({ $0.isWholeOrMissing }) ? .integer : format
        }
        var isDate = true
        var isNumber = true
        var isWhole = true
        var isEmpty = true
        for value in values where value != .null {
            isEmpty = false
            isWhole = isWhole && value.isWholeOrMissing
            isNumber = isNumber && value.number != nil
            if case .text(let text) = value { isDate = isDate && Day(text) != nil } else { isDate = false }
        }
        if isEmpty { return .text }
        return isDate ? .date : isWhole ? .integer : isNumber ? .ratio : .text
    }
}

extension Value {
    /// Whether the value is a whole number or none.
    var isWholeOrMissing: Bool {
        switch self {
        case .integer, .null, .undefined: true
        default: false
        }
    }

    /// The value that SQLite's text or number stands for in a column of a format: a date for its ISO 8601 text, a
    /// flag for 0 and 1; itself where it stands for nothing else.
    func read(as format: ValueFormat) -> Value {
        switch (format, self) {
        case (.date, .text(let text)): Day(text).map { .day($0) } ?? self
        case (.time, .text(let text)): Instant(text).map { .instant($0) } ?? self
        case (.flag, .integer(let number)): .flag(number != 0)
        default: self
        }
    }
}
