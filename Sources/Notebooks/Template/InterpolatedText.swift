import Input

/// Text with places for values: `Week {{ week }}: {{ headline.pnl | usd }}`.
///
/// This is a language of two constructs whose names are checked before anything runs; a general template engine
/// would add sections and lambdas that a report must not have, and does not say where in a line a name is wrong.
struct InterpolatedText: Hashable, Sendable {
    /// A piece of the text.
    enum Segment: Hashable, Sendable {
        /// Characters as they are.
        case literal(String)
        /// A value, shown in its own format unless one is named.
        case value(Reference, ValueFormat?)
    }

    /// The pieces, in order.
    let segments: [Segment]

    /// Nothing but characters.
    init(literal text: String) {
        segments = text.isEmpty ? [] : [.literal(text)]
    }

    /// Reads text; `\{{` is `{{` itself.
    ///
    /// - Parameter places: where the text's braces stand in the template.
    init(_ text: String, places: BracePlaces, faults: inout [TemplateFault]) {
        var places = places
        var segments: [Segment] = []
        var literal = ""
        var rest = Substring(text)
        while let brace = rest.range(of: "{{") {
            let place = places.next()
            literal += rest[..<brace.lowerBound]
            rest = rest[brace.upperBound...]
            if literal.last == "\\" {
                literal.removeLast()
                literal += "{{"
                continue
            }
            guard let end = rest.range(of: "}}") else {
                faults.append(TemplateFault(at: place, "'{{' is never closed. Write '}}' after the name."))
                rest = ""
                break
            }
            let expression = rest[..<end.lowerBound]
            if let segment = InterpolatedText.value(expression, at: place.moved(by: 2), faults: &faults) {
                if !literal.isEmpty { segments.append(.literal(literal)) }
                literal = ""
                segments.append(segment)
            }
            var inside = expression
            while let more = inside.range(of: "{{") {
                _ = places.next()
                inside = inside[more.upperBound...]
            }
            rest = rest[end.upperBound...]
        }
        literal += rest
        if !literal.isEmpty { segments.append(.literal(literal)) }
        self.segments = segments
    }

    /// Names that the text needs.
    var references: [Reference] {
        segments.compactMap { if case .value(let reference, _) = $0 { reference } else { nil } }
    }

    /// Whether there is nothing to show.
    var isEmpty: Bool { segments.isEmpty }

    /// Reads what stands between the braces.
    private static func value(_ expression: Substring, at start: Place, faults: inout [TemplateFault]) -> Segment? {
        func place(_ part: Substring) -> Place {
            // Where the braces hold a line's end, the place of the braces has to do.
            let before = expression[..<part.startIndex]
            return before.contains(where: \.isNewline)
                ? start.moved(by: -2) : start.moved(by: before.unicodeScalars.count)
        }
        let parts = expression.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count <= 2, let reference = Reference(parts[0], at: place(parts[0])) else {
            faults.append(
                TemplateFault(
                    at: start.moved(by: -2),
                    "'{{\(Excerpt.of(expression))}}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}."
                ))
            return nil
        }
        guard parts.count == 2 else { return .value(reference, nil) }
        guard let format = ValueFormat(rawValue: String(parts[1])) else {
            let formats = ValueFormat.allCases.map(\.rawValue)
            faults.append(
                TemplateFault(
                    at: place(parts[1]),
                    "'\(Excerpt.of(parts[1]))' is not a format. \(Suggestion.text(for: String(parts[1]), among: formats))"
                ))
            return nil
        }
        return .value(reference, format)
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: SubSequence {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        // `dropLast()` goes through the whole text.
        while text.last?.isWhitespace == true { text = text[..<text.index(before: text.endIndex)] }
        return text
    }

    /// The first place where another text stands, compared by Unicode scalars.
    func range(of other: String) -> Range<Index>? {
        let wanted = Array(other.unicodeScalars)
        var start = startIndex
        while start < endIndex {
            var index = start
            var matched = 0
            while matched < wanted.count, index < endIndex, unicodeScalars[index] == wanted[matched] {
                index = unicodeScalars.index(after: index)
                matched += 1
            }
            if matched == wanted.count { return start..<index }
            start = unicodeScalars.index(after: start)
        }
        return nil
    }
}
