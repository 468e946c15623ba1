extension String {
    /// The text with its Latin letters small. Beyond ASCII nothing changes: another letter that has one of these as its small or
    /// great form, as the long s or the Kelvin sign, is another letter still.
    var lowercasedASCII: String { replacing(UInt8(ascii: "A")...UInt8(ascii: "Z")) }

    /// The text with its Latin letters great, and no other.
    var uppercasedASCII: String { replacing(UInt8(ascii: "a")...UInt8(ascii: "z")) }

    /// Small letters for great ones of a range, and the other way round: the two differ in one bit.
    private func replacing(_ letters: ClosedRange<UInt8>) -> String {
        String(decoding: utf8.map { letters.contains($0) ? $0 ^ 0x20 : $0 }, as: UTF8.self)
    }
}
