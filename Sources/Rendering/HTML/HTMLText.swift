internal import Input

/// Words put into HTML or XML so that they are shown as they are.
package enum HTMLText {
    /// Words as text or as a double-quoted attribute; characters that show nothing become U+FFFD.
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
            case _ where scalar.isInvisible: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Words with U+FFFD in place of characters that show nothing, which XML forbids in part.
    static func allowed(_ words: String) -> String {
        words.visible
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<32, 127..., UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
