extension RecordedMarketSettings {
    /// Checks what would otherwise end in a price that is no number.
    ///
    /// - Throws: ``RecordedMarketError/invalidSetting(name:value:rule:)``.
    public func validate() throws(RecordedMarketError) {
        func require(_ name: String, _ value: Double, _ rule: String, _ holds: Bool) throws(RecordedMarketError) {
            guard value.isFinite, holds else { throw .invalidSetting(name: name, value: value, rule: rule) }
        }
        try require("symbols", Double(symbols.count), "a list of at least one symbol", !symbols.isEmpty)
        try require("realizedSessions", Double(realizedSessions), "at least 2", realizedSessions >= 2)
        try require("leastRatio", leastRatio, "at least 0.001", leastRatio >= 0.001)
        try require("greatestRatio", greatestRatio, "at least leastRatio", greatestRatio >= leastRatio)
        try require("distantVolatility", distantVolatility, "at least 0.001", distantVolatility >= 0.001)
        try require("termReversion", termReversion, "at least 0.001", termReversion >= 0.001)
        try require("dividendNotice", Double(dividendNotice), "between 0 and 60", (0...60).contains(dividendNotice))
    }
}
