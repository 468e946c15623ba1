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

    /// Something wrong in the text.
    struct Fault {
        /// Unicode scalars before it.
        let offset: Int
        let message: String
    }

    /// The pieces, in order.
    let segments: [Segment]

    /// Nothing but characters.
    init(literal text: String) {
        segments = text.isEmpty ? [] : [.literal(text)]
    }

    /// Reads text; `\{{` is `{{` itself.
    init(_ text: String, faults: inout [Fault]) {
        var segments: [Segment] = []
        var literal = ""
        var rest = Substring(text)
        func offset() -> Int { text.unicodeScalars.distance(from: text.startIndex, to: rest.startIndex) }
        while let brace = rest.range(of: "{{") {
            literal += rest[..<brace.lowerBound]
            if literal.last == "\\" {
                literal.removeLast()
                literal += "{{"
                rest = rest[brace.upperBound...]
                continue
            }
            rest = rest[brace.lowerBound...]
            guard let end = rest[brace.upperBound...].range(of: "}}") else {
                faults.append(Fault(offset: offset(), message: "'{{' is never closed. Write '}}' after the name."))
                break
            }
            let expression = rest[brace.upperBound..<end.lowerBound]
            switch InterpolatedText.value(expression) {
            case .success(let segment):
                if !literal.isEmpty { segments.append(.literal(literal)) }
                literal = ""
                segments.append(segment)
            case .failure(let problem): faults.append(Fault(offset: offset(), message: problem.message))
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

    private struct Problem: Error {
        let message: String
    }

    /// Reads what stands between the braces.
    private static func value(_ expression: Substring) -> Result<Segment, Problem> {
        let parts = expression.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count <= 2, let reference = Reference(parts[0]) else {
            return .failure(
                Problem(
                    message: "'{{\(expression)}}' is not a value. Write {{ name }}, {{ cell.column }} or "
                        + "{{ name | format }}."))
        }
        guard parts.count == 2 else { return .success(.value(reference, nil)) }
        guard let format = ValueFormat(rawValue: String(parts[1])) else {
            let formats = ValueFormat.allCases.map(\.rawValue)
            return .failure(
                Problem(
                    message: "'\(parts[1])' is not a format. "
                        + Suggestion.text(for: String(parts[1]), among: formats)))
        }
        return .success(.value(reference, format))
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: SubSequence {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
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
