/// How wide words are in Arial, the letters of every cell.
///
/// The library has no automatic fit, and a guess by the count of letters makes `####` of a number or leaves half of a
/// column empty.
enum LetterWidth {
    /// The unit of column widths in pixels: the widest digit of the workbook's normal font, at 96 dots an inch.
    static let unit = 7.0

    /// The width of words of a size in points, in the unit of column widths. Bold letters are a twelfth wider on average.
    static func of(_ words: String, size: Double = 10, isBold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in words.unicodeScalars {
            let value = Int(scalar.value)
            if (32..<127).contains(value) {
                thousandths += ascii[value - 32]
            } else if value >= 127 {
                // Scripts with wide letters begin with the Jamo of Hangul.
                thousandths += value < 0x1100 ? 556 : 1000
            }
        }
        return width(thousandths, size) * (isBold ? 1.08 : 1)
    }

    /// The width of words of ten points that a cell can hold as they are: letters of ASCII without control characters
    /// and without the underscore, which may begin an escape; nil for any other.
    static func ofPlain(_ words: String) -> Double? {
        var thousandths = 0
        for byte in words.utf8 {
            guard byte >= 32, byte < 127, byte != UInt8(ascii: "_") else { return nil }
            thousandths += ascii[Int(byte) - 32]
        }
        return width(thousandths, 10)
    }

    private static func width(_ thousandths: Int, _ size: Double) -> Double {
        // 72 points are 96 pixels.
        Double(thousandths) / 1000 * size * 96 / 72 / unit
    }

    /// Advance widths from the space to the tilde in thousandths of the size (font metrics of Helvetica, which Arial
    /// shares).
    private static let ascii = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
        833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556,
        500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500,
        500, 500, 334, 260, 334, 584,
    ]
}
