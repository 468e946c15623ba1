import Foundation
import Input

/// What a stream can show: colour and a moving line on a terminal, plain text everywhere else.
public struct Terminal: Sendable {
    /// Whether colours and bold may be used.
    public let isStyled: Bool
    /// Whether a line may be drawn over itself.
    public let isInteractive: Bool

    /// A terminal with these abilities.
    public init(isStyled: Bool, isInteractive: Bool) {
        self.isStyled = isStyled
        self.isInteractive = isInteractive
    }

    /// What standard output can show: nothing but text when it is no terminal, when `NO_COLOR` is set
    /// (no-color.org) or when `TERM` is `dumb`.
    public static func standardOutput(environment: [String: String]) -> Terminal { of(1, environment) }

    /// What standard error can show.
    public static func standardError(environment: [String: String]) -> Terminal { of(2, environment) }

    private static func of(_ descriptor: Int32, _ environment: [String: String]) -> Terminal {
        let isTerminal = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        let noColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Terminal(isStyled: isTerminal && !noColor, isInteractive: isTerminal)
    }

    /// A text in bold where the terminal can.
    public func bold(_ text: String) -> String { styled(text, "1") }
    /// A text in grey where the terminal can.
    public func dim(_ text: String) -> String { styled(text, "2") }
    /// A text in red where the terminal can.
    public func red(_ text: String) -> String { styled(text, "31") }
    /// A text in green where the terminal can.
    public func green(_ text: String) -> String { styled(text, "32") }
    /// A text in yellow where the terminal can.
    public func yellow(_ text: String) -> String { styled(text, "33") }

    /// A text without anything that a terminal obeys but the sequences above and line ends: names, paths and stored values come
    /// from elsewhere, and one with an escape sequence could draw over what stands before it.
    public static func harmless(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 && $0 != 10 || $0 >= 127 }) else { return text }
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "\u{1B}", let style = styles.first(where: { rest.starts(with: $0.unicodeScalars) }) {
                result += style
                rest.removeFirst(style.unicodeScalars.count)
                continue
            }
            rest.removeFirst()
            if scalar == "\n" || !scalar.isInvisible && scalar != "\r" {
                result.unicodeScalars.append(scalar)
            } else {
                result += Excerpt.whole(String(scalar))
            }
        }
        return result
    }

    /// JSON whose texts have escapes in place of such characters, which stand nowhere else in it.
    static func harmless(json text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isInvisible) else { return text }
        return text.unicodeScalars.map { scalar in
            guard scalar.isInvisible else { return String(scalar) }
            return String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }

    private static let styles = ["0", "1", "2", "31", "32", "33"].map { "\u{1B}[\($0)m" }

    private func styled(_ text: String, _ code: String) -> String {
        isStyled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
