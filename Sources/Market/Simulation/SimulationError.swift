public import Dates

/// Why a market cannot be simulated.
public enum SimulationError: Error, Equatable, Sendable {
    /// The range of days holds no session.
    case noSessions(from: Day, to: Day)
    /// The calendar does not reach back far enough for the warm-up.
    case warmUpNotCovered(first: Day, needed: Int, available: Int)
    /// A setting is outside its range.
    case invalidSetting(name: String, value: Double, rule: String)
    /// The table of correlations does not fit the funds, or is no correlation matrix.
    case invalidCorrelations(problem: String)
}

extension SimulationError {
    /// The key in the settings that the error is about; nil for one that is about days.
    public var setting: String? {
        switch self {
        case .noSessions, .warmUpNotCovered: nil
        case .invalidSetting(let name, _, _): "simulation.\(name)"
        case .invalidCorrelations: "simulation.ownCorrelations"
        }
    }
}

extension SimulationError: CustomStringConvertible {
    /// The thing, the rule, the value seen and the remedy.
    public var description: String {
        switch self {
        case .noSessions(let from, let to):
            "no trading session lies between \(from) and \(to); choose a longer range"
        case .warmUpNotCovered(let first, let needed, let available):
            "the simulation needs \(needed) sessions before \(first) to fill its indicators, the calendar has "
                + "\(available); begin later or extend data/calendars"
        case .invalidSetting(let name, let value, let rule):
            "simulation.\(name) is \(value) but must be \(rule)"
        case .invalidCorrelations(let problem):
            "simulation.ownCorrelations \(problem); give one row for each fund after the first, with as many values "
                + "between -1 and 1 as there are rows above it"
        }
    }
}
