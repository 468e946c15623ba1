internal import Dates
internal import Metrics

/// The units of columns by name, by which a query's results find their formats.
///
/// The names are an interface (docs/dictionary.md): a column called like one of a dataset or of a view of the history
/// has its unit. A name that means different things in two datasets has none, and is shown by its values.
struct ColumnUnits {
    private var units: [String: Unit?] = [:]

    /// The names of the history's views and of these datasets.
    init(datasets: [Dataset], views: [DatasetDefinition]) {
        let columns =
            datasets.flatMap { $0.columns.map { ($0.name, $0.unit) } }
            + views.flatMap { $0.columns.map { ($0.name, $0.unit) } }
        for (name, unit) in columns {
            if let known = units[name], known != unit {
                units[name] = .some(nil)
            } else {
                units[name] = unit
            }
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
