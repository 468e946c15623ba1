internal import Dates

extension OptionContract {
    /// Reads an OCC symbol, compact (`SPY260918P00580000`) or with the root padded to six characters
    /// (`SPY   260918P00580000`). Years are read as 20YY. Roots of mini and adjusted options end in a
    /// digit (`SPY7` stands for ten shares): who trades standard contracts must compare the root.
    public init(occ symbol: String) throws(OCCSymbolError) {
        let bytes = Array(symbol.utf8)
        guard bytes.count >= 16, bytes.count <= 21 else { throw .length(symbol) }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let tail = bytes.count - 15
        var root = bytes[..<tail]
        if bytes.count == 21 { while root.last == UInt8(ascii: " ") { root.removeLast() } }
        guard root.count <= 6, let first = root.first, isCapital(first),
            root.allSatisfy({ isCapital($0) || isDigit($0) })
        else { throw .root(symbol) }
        guard let date = number(bytes[tail..<tail + 6]),
            let expiration = Day(2000 + date / 10_000, date / 100 % 100, date % 100)
        else { throw .expiration(symbol, seen: text(tail..<tail + 6)) }
        guard let right = Right(rawValue: text(tail + 6..<tail + 7)) else {
            throw .right(symbol, seen: text(tail + 6..<tail + 7))
        }
        guard let strike = number(bytes[(tail + 7)...]), strike > 0 else {
            throw .strike(symbol, seen: text(tail + 7..<bytes.count))
        }
        self.init(
            underlying: String(decoding: root, as: UTF8.self), expiration: expiration, right: right,
            strikeThousandths: strike)
    }

    /// The compact OCC symbol, such as `SPY260918P00580000`.
    public var occ: String {
        let (year, month, day) = expiration.components
        let date = year % 100 * 10_000 + month * 100 + day
        return underlying + filled(date, 6) + right.rawValue + filled(strikeThousandths, 8)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
private func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

/// Decimal digits as a number; nil where another character stands.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
    }
    return value
}

/// A number in decimal, filled with zeros on the left.
private func filled(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
