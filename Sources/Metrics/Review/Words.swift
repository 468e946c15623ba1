/// Numbers within sentences, such as targets and names of windows; figures in tables are formatted by whoever shows them.
public enum Words {
    /// `25%` of 0.25, `12.5%` of 0.125; at most one decimal.
    public static func percent(_ fraction: Double) -> String { "\(number(fraction * 100))%" }

    /// `15`, `2.5`; at most one decimal, halves away from zero.
    public static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        guard let whole = Int(exactly: tenths) else { return "\(value)" }
        let sign = whole < 0 ? "-" : ""
        let magnitude = whole.magnitude
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }

    /// `0.30`: exactly so many decimals, halves away from zero.
    public static func number(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        guard let whole = Int(exactly: (value * scale).rounded()) else { return "\(value)" }
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
        let text = places == 0 ? padded : "\(padded.dropLast(places)).\(padded.suffix(places))"
        return whole < 0 ? "-\(text)" : text
    }

    /// `-1,240`: a whole number with thousands in groups.
    public static func grouped(_ value: Double) -> String {
        guard let whole = Int(exactly: value.rounded()) else { return "\(value)" }
        var groups: [Substring] = []
        var rest = Substring(String(whole.magnitude))
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (whole < 0 ? "-" : "") + groups.joined(separator: ",")
    }
}
