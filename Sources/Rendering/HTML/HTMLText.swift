/// Words put into HTML or XML so that they are shown as they are.
package enum HTMLText {
    /// Words as text or as a double-quoted attribute; characters that XML forbids become U+FFFD.
    package static func escaped(_ words: String) -> String {
        guard words.utf8.contains(where: { needsCare($0) }) else { return words }
        var result = ""
        result.reserveCapacity(words.utf8.count + 16)
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where isForbidden(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Words with U+FFFD in place of the characters that XML forbids and of control characters but tabs and line
    /// breaks.
    static func allowed(_ words: String) -> String {
        guard words.utf8.contains(where: { $0 < 32 || $0 == 127 || $0 == 0xEF }) else { return words }
        var result = String.UnicodeScalarView()
        for scalar in words.unicodeScalars { result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10, 13: false
        case 0..<32, 127, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<32, 127, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"),
            0xEF:
            true
        default: false
        }
    }
}
