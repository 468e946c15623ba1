/// Numbers within sentences, such as targets and names of windows; figures in tables are formatted by whoever shows them.
enum Words {
    /// `25%` of 0.25, `12.5%` of 0.125; at most one decimal.
    static func percent(_ fraction: Double) -> String { "\(number(fraction * 100))%" }

    /// `15`, `2.5`; at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        guard let whole = Int(exactly: tenths) else { return "\(value)" }
        let sign = whole < 0 ? "-" : ""
        let magnitude = whole.magnitude
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }
}
