/// Heads made from column names.
enum ColumnNames {
    /// Words that are written in another way than their letters in a name.
    private static let words: [String: String] = [
        "annualized": "annualised", "dte": "DTE", "es": "ES", "iv": "IV", "kpi": "KPI", "pnl": "P&L", "psr": "PSR",
        "realized": "realised", "se": "SE", "unrealized": "unrealised", "var": "VaR", "vix": "VIX",
    ]

    /// `realized_pnl` as `Realized P&L`.
    static func title(_ name: String) -> String {
        let parts = name.split(separator: "_").map { words[String($0).lowercased()] ?? String($0) }
        // The statistician's n is never written large.
        if name == "n" { return name }
        let text = parts.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
