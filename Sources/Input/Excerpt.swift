/// Foreign text, short enough for a message and with nothing in it that a terminal or a page would obey.
public enum Excerpt {
    /// A text's beginning, at most 40 characters, with control and formatting characters made visible.
    public static func of(_ text: some StringProtocol) -> String {
        // What is shown is never longer than so many scalars, however long one character is made.
        let beginning = text.unicodeScalars.prefix(limit + 1)
        let shown = beginning.map(visible).joined()
        guard beginning.count > limit || shown.count > limit else { return shown }
        return "\(shown.prefix(limit - 3))..."
    }

    /// A name as a whole, with control and formatting characters made visible.
    public static func whole(_ name: String) -> String { name.unicodeScalars.map(visible).joined() }

    /// The first names of a list, and how many there are besides.
    public static func of(list: [String]) -> String {
        let first = list.prefix(listLimit).map { of($0) }.joined(separator: ", ")
        return list.count <= listLimit ? first : "\(first) and \(list.count - listLimit) more"
    }

    private static let limit = 40
    private static let listLimit = 8

    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: String(scalar)
            }
        }
    }
}
