/// A path of a site as folder and file names, safe to be put behind a folder's path.
struct SitePath: Equatable {
    /// The names, outermost first; empty for the root.
    let names: [String]
    /// Whether the path ends with a slash, and so means a folder.
    let isFolder: Bool

    /// Reads the path of a request; nil for anything that could lead elsewhere: a name that is `.`, `..`, hidden or empty,
    /// a slash, backslash or control character behind a percent sign, a broken percent sequence, text that is no UTF-8.
    init?(_ path: some StringProtocol) {
        guard path.first == "/" else { return nil }
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts = parts.dropLast() }
        var names: [String] = []
        for part in parts {
            guard let name = SitePath.decoded(part), let first = name.first, first != ".",
                !name.unicodeScalars.contains(where: {
                    $0.value < 32 || $0.value == 127 || "/\\".unicodeScalars.contains($0)
                })
            else { return nil }
            names.append(name)
        }
        self.names = names
    }

    private static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
