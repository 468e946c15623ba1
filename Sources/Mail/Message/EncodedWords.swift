internal import Foundation

/// Words that a header cannot hold as they are, in RFC 2047's way: `=?UTF-8?B?…?=`.
enum EncodedWords {
    /// The encoded words for a text, none longer than `length` characters and each of whole Unicode characters.
    static func words(for text: String, length: Int) -> [String] {
        // `=?UTF-8?B?` and `?=` take 12 characters, and every three bytes take four; the longest character has four bytes.
        let capacity = max((length - 12) / 4 * 3, 4)
        var pieces: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if pieces[pieces.count - 1].count + bytes.count > capacity { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
    }
}
