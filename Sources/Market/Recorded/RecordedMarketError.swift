public import Dates

/// Why recorded prices cannot be walked through.
public enum RecordedMarketError: Error, Equatable, Sendable {
    /// A symbol of the settings has no bars.
    case noBars(symbol: String)
    /// The range of days holds no session.
    case noSessions(from: Day, to: Day)
    /// The bars that everything hangs on do not reach over the range.
    case notCovered(symbol: String, first: Day, last: Day, from: Day, to: Day)
    /// A setting is outside its range.
    case invalidSetting(name: String, value: Double, rule: String)
}

extension RecordedMarketError {
    /// The key in the settings that the error is about; nil for one that is about bars or days.
    public var setting: String? {
        guard case .invalidSetting(let name, _, _) = self else { return nil }
        return "recorded.\(name)"
    }
}

extension RecordedMarketError: CustomStringConvertible {
    /// The thing, the rule, the value seen and the remedy.
    public var description: String {
        switch self {
        case .noBars(let symbol):
            "there are no bars of \(symbol); add \(symbol).csv or take \(symbol) out of recorded.symbols"
        case .noSessions(let from, let to):
            "no trading session lies between \(from) and \(to); choose a longer range"
        case .notCovered(let symbol, let first, let last, let from, let to):
            "the bars of \(symbol) reach from \(first) to \(last), not over \(from) to \(to); shorten the range or add bars"
        case .invalidSetting(let name, let value, let rule):
            "recorded.\(name) is \(value) but must be \(rule)"
        }
    }
}
