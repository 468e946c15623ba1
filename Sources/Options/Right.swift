/// The right that an option gives. Raw values are those of an OCC symbol.
public enum Right: String, CaseIterable, Sendable, Codable {
    /// To buy the underlying at the strike.
    case call = "C"
    /// To sell the underlying at the strike.
    case put = "P"

    /// +1 for a call, −1 for a put: the sign that turns one formula into both.
    public var sign: Double { self == .call ? 1 : -1 }
}
