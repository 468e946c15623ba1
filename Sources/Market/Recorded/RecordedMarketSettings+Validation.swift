extension RecordedMarketSettings {
    /// Checks what would otherwise end in a price that is no number.
    func validate() throws(RecordedMarketError) {
        func require(_ name: String, _ value: Double, _ rule: String, _ holds: Bool) throws(RecordedMarketError) {
            guard value.isFinite, holds else { throw .invalidSetting(name: name, value: value, rule: rule) }
        }
        try require("symbols.count", Double(symbols.count), "at least 1", !symbols.isEmpty)
        try require("realizedSessions", Double(realizedSessions), "at least 2", realizedSessions >= 2)
        try require("leastRatio", leastRatio, "positive", leastRatio > 0)
        try require("greatestRatio", greatestRatio, "at least leastRatio", greatestRatio >= leastRatio)
        try require("distantVolatility", distantVolatility, "positive", distantVolatility > 0)
        try require("termReversion", termReversion, "positive", termReversion > 0)
        try require("dividendNotice", Double(dividendNotice), "between 0 and 60", (0...60).contains(dividendNotice))
    }
}
