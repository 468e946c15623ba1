/// Names of hosts, as RFC 1123 (1989, section 2.1) writes them.
enum DomainName {
    /// What a name must be, for messages.
    static let rule = "is no host name; write one such as example.com, in ASCII (xn--… for others)"

    /// Whether a text is labels of letters, digits and inner hyphens, joined by dots, each of at most 63 characters and
    /// all of at most 253.
    static func isValid(_ text: some StringProtocol) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 253 else { return false }
        return Substring(text).split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            let bytes = label.utf8
            return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
                && bytes.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }
}

private let hyphen = UInt8(ascii: "-")

/// Whether a byte is a letter or a digit of ASCII.
func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
    default: false
    }
}

/// Whether a text is an atom of RFC 5322, section 3.2.3, with dots inside: what may stand on the left of an `@`.
func isDotAtom(_ text: some StringProtocol) -> Bool {
    Substring(text).split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }
}
