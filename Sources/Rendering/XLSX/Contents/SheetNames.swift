/// What Excel asks of the name of a sheet.
enum SheetNames {
    /// The rules that a name breaks.
    static func problems(of name: String) -> [String] {
        if name.isEmpty { return ["its name is empty"] }
        var problems: [String] = []
        if name.utf16.count > 31 { problems.append("its name has \(name.utf16.count) characters and 31 are the most") }
        if let bad = name.first(where: { "[]:*?/\\".contains($0) }) {
            problems.append("its name has the character '\(bad)'")
        }
        if name.hasPrefix("'") || name.hasSuffix("'") { problems.append("its name begins or ends with an apostrophe") }
        if name.lowercased() == "history" { problems.append("'History' is reserved") }
        if name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
            problems.append("its name has control characters")
        }
        if name.allSatisfy(\.isWhitespace) { problems.append("its name is blank") }
        return problems
    }
}

/// What Excel asks of the name of a table or a cell.
enum DefinedNames {
    /// The rules that a name breaks.
    static func problems(of name: String) -> [String] {
        guard let first = name.unicodeScalars.first else { return ["its name is empty"] }
        var problems: [String] = []
        if name.utf16.count > 255 {
            problems.append("its name has \(name.utf16.count) characters and 255 are the most")
        }
        if !(first.properties.isAlphabetic || first == "_") { problems.append("its name begins with '\(first)'") }
        if let bad = name.unicodeScalars.first(where: { !isLetter($0) }) {
            problems.append("its name has the character '\(bad)'")
        }
        if looksLikeAddress(name) { problems.append("its name reads as a cell, a row, a column or a value") }
        return problems
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "."
    }

    /// Whether Excel would read a name as a cell, row or column, or as a logical value: `A1`, `xfd12`, `R1C1`, `c`.
    static func looksLikeAddress(_ name: String) -> Bool {
        // The longest is R1048576C16384.
        guard (1...14).contains(name.utf8.count) else { return false }
        let upper = name.uppercased()
        if upper == "TRUE" || upper == "FALSE" { return true }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let letters = upper.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let number = upper.utf8.dropFirst(letters.count)
        if (1...3).contains(letters.count), !number.isEmpty, number.allSatisfy(isDigit) { return true }
        var rest = upper.utf8[...]
        for letter in [UInt8(ascii: "R"), UInt8(ascii: "C")] where rest.first == letter {
            rest = rest.dropFirst().drop(while: isDigit)
        }
        return rest.isEmpty
    }
}
