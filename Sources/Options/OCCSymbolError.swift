/// Why a text is not the OCC symbol of an option (OCC, "Options Symbology Initiative", 2010).
public enum OCCSymbolError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is too short or too long for root, six digits of date, right and eight digits of strike.
    case length(String)
    /// The root is not one to six capital letters or digits, a letter first.
    case root(String)
    /// The six characters of the expiration are not a date YYMMDD.
    case expiration(String, seen: String)
    /// The character after the date is neither C nor P.
    case right(String, seen: String)
    /// The last eight characters are not all digits, or are zero.
    case strike(String, seen: String)

    /// The symbol, the part that is wrong and what was seen.
    public var description: String {
        switch self {
        case .length(let symbol):
            "'\(symbol)' is not an OCC symbol: write root (1–6), YYMMDD, C or P, strike × 1000 in 8 digits"
        case .root(let symbol):
            "'\(symbol)' is not an OCC symbol: the root must be 1–6 capital letters or digits, a letter first"
        case .expiration(let symbol, let seen):
            "'\(symbol)' is not an OCC symbol: '\(seen)' is not a date YYMMDD"
        case .right(let symbol, let seen):
            "'\(symbol)' is not an OCC symbol: '\(seen)' stands where C or P should"
        case .strike(let symbol, let seen):
            "'\(symbol)' is not an OCC symbol: the strike '\(seen)' is not 8 digits above zero"
        }
    }
}
