extension SimulationSettings {
    /// Checks what would otherwise end in a price that is no number.
    func validate() throws(SimulationError) {
        func require(_ name: String, _ value: Double, _ rule: String, _ holds: Bool) throws(SimulationError) {
            guard value.isFinite, holds else {
                throw .invalidSetting(name: name, value: value, rule: rule)
            }
        }
        func positive(_ name: String, _ value: Double) throws(SimulationError) {
            try require(name, value, "positive", value > 0)
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
        try require("funds.count", Double(funds.count), "at least 1", !funds.isEmpty)
        try require("rate", rate, "between -0.1 and 0.5", rate >= -0.1 && rate <= 0.5)
        try share("overnightShare", overnightShare)
        try share("ownOutlierChance", ownOutlierChance)
        try share("volumePersistence", volumePersistence)
        try positive("ownVolatilityReversion", ownVolatilityReversion)
        try notNegative("ownVolatilityOfVolatility", ownVolatilityOfVolatility)
        try require(
            "market.logLevel", market.logLevel, "between -6 and 1", market.logLevel >= -6 && market.logLevel <= 1)
        try require("market.drift", market.drift, "between -1 and 1", abs(market.drift) <= 1)
        try positive("market.slowReversion", market.slowReversion)
        try positive("market.fastReversion", market.fastReversion)
        try notNegative("market.slowVolatility", market.slowVolatility)
        try notNegative("market.fastVolatility", market.fastVolatility)
        try correlation("market.slowCorrelation", market.slowCorrelation)
        try correlation("market.fastCorrelation", market.fastCorrelation)
        try positive("market.calmToStress", market.calmToStress)
        try positive("market.stressToCalm", market.stressToCalm)
        try share("market.jumpRate", market.jumpRate, below: 252)
        try notNegative("market.jumpDeviation", market.jumpDeviation)
        try notNegative("market.jumpLift", market.jumpLift)
        try positive("market.variancePremium", market.variancePremium)
        for fund in funds {
            try positive("funds.\(fund.symbol).initialPrice", fund.initialPrice)
            try notNegative("funds.\(fund.symbol).ownVolatility", fund.ownVolatility)
            try share("funds.\(fund.symbol).dividendYield", fund.dividendYield)
            try require(
                "funds.\(fund.symbol).dividendsPerYear", Double(fund.dividendsPerYear), "4 or 12",
                [4, 12].contains(fund.dividendsPerYear))
            try positive("funds.\(fund.symbol).volume", fund.volume)
        }
    }
}
