public import Dates
public import History
public import Metrics

/// Reads what a tear sheet is computed from.
public enum TearSheetLoader {
    /// The tear sheet of the history up to a day, as it stood at that day's end.
    public static func tearSheet(
        through end: Day, from store: HistoryStore, settings: ReviewSettings
    ) throws -> TearSheet {
        TearSheet(
            TearSheetInput(
                end: end, trades: try store.trades(through: end), fills: try store.fills(through: end),
                dailyResults: try store.dailyResults(through: end), market: try store.marketDays(through: end),
                settings: settings))
    }
}
