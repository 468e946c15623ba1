public import Dates

/// Why a backtest cannot be begun or go on.
public enum BacktestError: Error, Hashable, Sendable {
    /// The market has no session to show.
    case noSessions
    /// The equity to begin with is not positive; in dollars and cents.
    case equityNotPositive(String)
    /// MULTIBOOK's share of capital lies outside 0–1.
    case shareOutOfRange(Double)
    /// A session came that is not after the one before.
    case sessionOutOfOrder(Day, after: Day)
    /// A position is held through a split that does not give whole shares for one.
    case splitNotWhole(symbol: String, day: Day, ratio: Double)
}

extension BacktestError: CustomStringConvertible {
    /// What is wrong, the value seen and the remedy.
    public var description: String {
        switch self {
        case .noSessions:
            "the market has no session in the range asked for; widen the range or check the folder of prices"
        case .equityNotPositive(let equity):
            "the initial equity is \(equity), but a backtest needs capital; give more than 0"
        case .shareOutOfRange(let share):
            "MULTIBOOK's share is \(share), but a share of capital lies between 0 and 1; 10 % is 0.1"
        case .sessionOutOfOrder(let day, let last):
            "the market showed the session \(day) after \(last); sessions must ascend, so sort its data by date"
        case .splitNotWhole(let symbol, let day, let ratio):
            "\(symbol) splits \(ratio) for 1 on \(day) while a position is open; only whole ratios from 2 on are "
                + "adjusted, so end the run before that day or leave the symbol out"
        }
    }
}
