/// Text as lines of at most 76 printable ASCII characters (RFC 2045, section 6.7).
///
/// No line begins with a dot or with `From `, so that nothing rests on what relays and mailboxes do to such lines
/// (RFC 2049, section 3).
enum QuotedPrintable {
    /// A text's lines, each ended by CRLF. LF and CRLF in the text are line ends; a lone CR is a character.
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        for (index, line) in lines.enumerated() {
            let isEnded = index < lines.count - 1
            // A text ends with a line end, whether it was written or not.
            if !isEnded, line.isEmpty { break }
            append(isEnded && line.last == UInt8(ascii: "\r") ? line.dropLast() : line, to: &output)
            output += [13, 10]
        }
        return output
    }

    private static func append(_ line: [UInt8], to output: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            var piece = isPlain(byte, isLast: isLast) ? [byte] : escape(byte)
            // The soft line break takes the 76th column.
            if column + piece.count > (isLast ? 76 : 75) {
                output += [equals, 13, 10]
                column = 0
            }
            if column == 0, byte == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8) {
                piece = escape(byte)
            }
            output += piece
            column += piece.count
        }
    }

    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case 33...126: byte != equals
        default: false
        }
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [equals, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

private let equals = UInt8(ascii: "=")
