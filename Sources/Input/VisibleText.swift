extension String {
    /// The text with U+FFFD in place of every character that shows nothing itself and changes how what stands around it
    /// reads: control characters but tabs and line breaks, marks that turn the direction of a line (Unicode Annex 9), line
    /// ends of Unicode's own, and characters without width. Whoever looks at a symbol or a note sees what is in it.
    public var visible: String {
        guard utf8.contains(where: { $0 < 32 || $0 >= 127 }) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar.isInvisible ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether the character shows nothing and is more than a blank or a line break.
    public var isInvisible: Bool {
        switch value {
        case 9, 10, 13: return false
        // Soft hyphens, and the joiners of Persian and of composed signs, change no order.
        case 0xAD, 0x200C, 0x200D: return false
        case 0xFFFE, 0xFFFF: return true
        case 32..<127: return false
        default: break
        }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
