/// Heads made from column names.
enum ColumnNames {
    /// Words that are written in another way than their letters in a name.
    private static let words: [String: String] = [
        "cvar": "CVaR", "dte": "DTE", "es": "ES", "iv": "IV", "low": "low", "pnl": "P&L", "psr": "PSR", "se": "SE",
        "usd": "USD", "var": "VaR", "vix": "VIX",
    ]

    /// `realized_pnl` as `Realized P&L`.
    static func title(_ name: String) -> String {
        let parts = name.split(separator: "_").map { words[String($0).lowercased()] ?? String($0) }
        let text = parts.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
