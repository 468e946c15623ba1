/// Names that Excel accepts, made from any words.
///
/// libxlsxwriter 1.1.4 lets through duplicate and reserved names with which Excel opens a file only after a repair,
/// so that every name is made here.
struct WorkbookNames {
    private var sheets: Set<String> = ["history"]
    private var names: Set<String> = []

    /// No names given out yet.
    init() {}

    /// A sheet name from a title: at most 31 UTF-16 units, without `[]:*?/\`, no apostrophe at an end, not `History`,
    /// not given out before in any case of letters; without `#`, at which the library cuts the address of a link.
    mutating func sheet(_ title: String) -> String {
        let forbidden = Set("[]:*?/\\")
        var words = String(
            title.map {
                forbidden.contains($0) || $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0
            })
        words = words.replacing("#", with: "No.").split(separator: " ").joined(separator: " ")
        let bare = Self.withoutApostrophes(Self.cut(words, to: 31))
        let base = bare.isEmpty ? "Sheet" : bare
        var candidate = base
        var number = 2
        while !sheets.insert(candidate.lowercased()).inserted {
            let tail = " (\(number))"
            candidate = Self.withoutApostrophes(Self.cut(base, to: 31 - tail.utf16.count)) + tail
            number += 1
        }
        return candidate
    }

    /// The name of a table or cell from any words: letters, digits and underscores of ASCII, beginning with a letter
    /// or underscore, not like a cell's address, at most 60 long, not given out before in any case of letters. Tables
    /// and defined names share one space of names.
    mutating func identifier(_ words: String) -> String {
        var letters = ""
        for scalar in words.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            if isPlain { letters.unicodeScalars.append(scalar) } else if letters.last != "_" { letters += "_" }
        }
        while letters.last == "_" { letters.removeLast() }
        var base = String(letters.prefix(60))
        if base.isEmpty { base = "table" }
        if base.first?.isNumber == true || DefinedNames.looksLikeAddress(base) { base = "_" + base }
        var candidate = base
        var number = 2
        while !names.insert(candidate.lowercased()).inserted {
            candidate = "\(base)_\(number)"
            number += 1
        }
        return candidate
    }

    /// Heads of a table's columns: not empty, at most 200 UTF-16 units, unlike each other in any case of letters, and
    /// without the marks that references to columns give a meaning: LibreOffice 7.4 answers `[Theta '[$/day']]` with
    /// an error where a total should stand.
    static func heads(_ titles: [String]) -> [String] {
        var seen: Set<String> = []
        return titles.enumerated().map { index, title in
            let plain = title.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 }
            let words = String(plain).replacing("[", with: "(").replacing("]", with: ")")
                .replacing("#", with: "No.").replacing("'", with: "’").trimmed
            let base = words.isEmpty ? "Column \(index + 1)" : cut(words, to: 200)
            var candidate = base
            var number = 2
            while !seen.insert(candidate.lowercased()).inserted {
                candidate = "\(base) (\(number))"
                number += 1
            }
            return candidate
        }
    }

    /// The longest beginning of whole characters that has at most so many UTF-16 units, on one line and without
    /// control characters: outside of cells the library writes these into the file as they are.
    static func cut(_ words: String, to units: Int) -> String {
        let words = String(HTMLText.allowed(words).map { $0.isWhitespace ? " " : $0 })
        guard words.utf16.count > units else { return words.trimmed }
        var result = ""
        var count = 0
        for character in words {
            count += character.utf16.count
            guard count <= units else { break }
            result.append(character)
        }
        return result.trimmed
    }

    private static func withoutApostrophes(_ words: String) -> String {
        var rest = Substring(words)
        while rest.first == "'" || rest.first == " " { rest.removeFirst() }
        while rest.last == "'" || rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
