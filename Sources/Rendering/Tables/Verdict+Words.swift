internal import Notebooks

extension Verdict {
    /// The sign that stands before the word, so that a verdict is told from another without its colour, also where
    /// nothing but the text survives.
    var sign: String {
        switch self {
        case .met, .pass: "✓"
        case .missed, .fail: "✗"
        case .unknown: "?"
        case .warn: "!"
        case .tooEarly: "…"
        case .open: "○"
        }
    }

    /// Sign and word, as in `✗ missed`.
    var signed: String { "\(sign) \(rawValue)" }

    /// A number of checks with this verdict, as in `3 passed`.
    fileprivate func counted(_ count: Int) -> String {
        switch self {
        case .pass: "\(count) passed"
        case .fail: "\(count) failed"
        case .warn: count == 1 ? "1 warning" : "\(count) warnings"
        case .met, .missed, .tooEarly, .open, .unknown: "\(count) \(rawValue)"
        }
    }
}

extension ChecksBlock {
    /// How many checks have which verdict, the gravest first: `1 failed, 1 unknown, 3 passed`.
    var counts: String {
        let verdicts = Verdict.allCases.enumerated()
            .sorted { ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset) }.map(\.element)
        let counts = verdicts.compactMap { verdict in
            let count = rows.count { $0.verdict == verdict }
            return count == 0 ? nil : verdict.counted(count)
        }
        return counts.isEmpty ? "No checks" : counts.joined(separator: ", ")
    }
}
