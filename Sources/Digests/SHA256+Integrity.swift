internal import Foundation

extension SHA256 {
    /// The digest of a text as a content-security policy takes it: `sha256-` and the 32 bytes in base 64 (W3C, Content
    /// Security Policy Level 3, section 2.3.1).
    public static func integrity(of text: String) -> String {
        let digits = Array(digest(of: text).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
        return "sha256-" + Data(bytes).base64EncodedString()
    }

    private static func value(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
}
