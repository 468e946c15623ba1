/// What a review takes for granted. Every key may be left out of a settings file.
public struct ReviewSettings: Hashable, Sendable, Codable {
    /// The effective annual risk-free rate, a fraction.
    public var riskFreeRate = 0.0
    /// Sessions in a year, for annual figures.
    public var sessionsPerYear = 252.0
    /// Fewest returns for a Sharpe or Sortino ratio, and for a verdict on them.
    public var minimumReturns = 20
    /// Fewest returns for value at risk and expected shortfall.
    public var minimumTailReturns = 100
    /// Fewest closed trades for a verdict on them, and for a tier to be ranked.
    public var minimumTrades = 20
    /// Fewest calendar days for an annual growth rate.
    public var minimumGrowthDays = 90
    /// Sessions in a month.
    public var sessionsPerMonth = 21
    /// Entry credit ÷ width that trades aim at, a fraction.
    public var creditToWidth = 0.20
    /// What the desk expects.
    public var targets = KPITargets()
    /// How the daily checklist judges.
    public var checklist = ChecklistSettings()

    /// The plan's settings.
    public init() {}

    /// Reads the keys that are there.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func read<Setting: Decodable>(_ key: CodingKeys, _ setting: inout Setting) throws {
            setting = try keys.decodeIfPresent(Setting.self, forKey: key) ?? setting
        }
        try read(.riskFreeRate, &riskFreeRate)
        try read(.sessionsPerYear, &sessionsPerYear)
        try read(.minimumReturns, &minimumReturns)
        try read(.minimumTailReturns, &minimumTailReturns)
        try read(.minimumTrades, &minimumTrades)
        try read(.minimumGrowthDays, &minimumGrowthDays)
        try read(.sessionsPerMonth, &sessionsPerMonth)
        try read(.creditToWidth, &creditToWidth)
        try read(.targets, &targets)
        try read(.checklist, &checklist)
        guard riskFreeRate > -1, sessionsPerYear > 0, sessionsPerMonth > 0 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "riskFreeRate \(riskFreeRate) must exceed -1; sessionsPerYear "
                        + "\(sessionsPerYear) and sessionsPerMonth \(sessionsPerMonth) must be positive"))
        }
    }

    /// How daily figures become annual ones.
    public var year: Annualization { Annualization(sessionsPerYear: sessionsPerYear, riskFreeRate: riskFreeRate) }
}
