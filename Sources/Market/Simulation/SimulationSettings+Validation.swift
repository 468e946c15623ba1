extension SimulationSettings {
    /// Checks what would otherwise end in a price that is no number.
    ///
    /// - Throws: ``SimulationError/invalidSetting(name:value:rule:)`` or ``SimulationError/invalidCorrelations(problem:)``.
    public func validate() throws(SimulationError) {
        func require(_ name: String, _ value: Double, _ rule: String, _ holds: Bool) throws(SimulationError) {
            guard value.isFinite, holds else {
                throw .invalidSetting(name: name, value: value, rule: rule)
            }
        }
        func positive(_ name: String, _ value: Double) throws(SimulationError) {
            try require(name, value, "positive", value > 0)
        }
        // A rate so slow that its reciprocal is no number would still be above zero.
        func divisor(_ name: String, _ value: Double) throws(SimulationError) {
            try require(name, value, "at least \(Self.leastRate)", value >= Self.leastRate)
        }
        func notNegative(_ name: String, _ value: Double) throws(SimulationError) {
            try require(name, value, "zero or more", value >= 0)
        }
        func correlation(_ name: String, _ value: Double) throws(SimulationError) {
            try require(name, value, "between -1 and 1", abs(value) <= 1)
        }
        func share(_ name: String, _ value: Double, below limit: Double = 1) throws(SimulationError) {
            try require(name, value, "at least 0 and below \(limit)", value >= 0 && value < limit)
        }
        try require("warmUpSessions", Double(warmUpSessions), "at least 252", warmUpSessions >= 252)
        try require("funds", Double(funds.count), "a list of at least one fund", !funds.isEmpty)
        try require("rate", rate, "between -0.1 and 0.5", rate >= -0.1 && rate <= 0.5)
        try share("overnightShare", overnightShare)
        try share("ownOutlierChance", ownOutlierChance)
        try share("volumePersistence", volumePersistence)
        try divisor("ownVolatilityReversion", ownVolatilityReversion)
        try notNegative("ownVolatilityOfVolatility", ownVolatilityOfVolatility)
        try require(
            "market.logLevel", market.logLevel, "between -6 and 1", market.logLevel >= -6 && market.logLevel <= 1)
        try require("market.drift", market.drift, "between -1 and 1", abs(market.drift) <= 1)
        try divisor("market.slowReversion", market.slowReversion)
        try divisor("market.fastReversion", market.fastReversion)
        try notNegative("market.slowVolatility", market.slowVolatility)
        try notNegative("market.fastVolatility", market.fastVolatility)
        try correlation("market.slowCorrelation", market.slowCorrelation)
        try correlation("market.fastCorrelation", market.fastCorrelation)
        try divisor("market.calmToStress", market.calmToStress)
        try divisor("market.stressToCalm", market.stressToCalm)
        try share("market.jumpRate", market.jumpRate, below: 252)
        try notNegative("market.jumpDeviation", market.jumpDeviation)
        try notNegative("market.jumpLift", market.jumpLift)
        try divisor("market.variancePremium", market.variancePremium)
        for fund in funds {
            try positive("funds.\(fund.symbol).initialPrice", fund.initialPrice)
            try notNegative("funds.\(fund.symbol).ownVolatility", fund.ownVolatility)
            try share("funds.\(fund.symbol).dividendYield", fund.dividendYield)
            try require(
                "funds.\(fund.symbol).dividendsPerYear", Double(fund.dividendsPerYear), "4 or 12",
                [4, 12].contains(fund.dividendsPerYear))
            try positive("funds.\(fund.symbol).volume", fund.volume)
        }
        _ = try CorrelatedShocks(of: self)
    }

    /// A rate a year, or a factor, that is divided by.
    public static let leastRate = 0.001
}
