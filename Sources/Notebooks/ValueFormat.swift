/// How values of a column are shown. Raw values are the names in templates.
///
/// There is one formatter for all three formats: ``text(_:)`` rounds the shortest decimal form half away from
/// zero, groups thousands with a comma, and writes a true minus sign nowhere (`-` everywhere, so that texts can
/// be read back).
public enum ValueFormat: String, Hashable, Sendable, CaseIterable {
    /// Dollars and cents: `$1,234.50`, `-$0.05`.
    case usd
    /// Whole dollars: `$1,235`.
    case usd0
    /// Per cent with one decimal: `12.5%` of 0.125.
    case percent
    /// Per cent with two decimals: `12.50%`.
    case percent2
    /// Dollars and cents of a change, signed: `+$12.50`, `-$0.05`, `$0.00`.
    case usdChange = "usd+"
    /// Per cent of a change with two decimals, signed: `+1.25%`.
    case percentChange = "percent+"
    /// A signed number with two decimals, for deltas and changes: `+0.25`.
    case delta
    /// A ratio with two decimals: `1.25`.
    case ratio
    /// A number with one decimal: `37.2`.
    case number1
    /// A number with four decimals: `0.1234`.
    case number4
    /// A whole number with thousands: `1,234`.
    case integer
    /// A date: `2026-07-31`.
    case date
    /// A moment as New York wall time: `2026-07-31 16:00`.
    case time
    /// Words as they are.
    case text
    /// `yes` or `no`.
    case flag
}
