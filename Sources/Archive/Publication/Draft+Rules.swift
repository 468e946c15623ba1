extension Draft {
    /// The report in a word, as errors name it.
    var name: String { "\(period) \(kind)" }

    /// - Throws: ``ArchiveError/invalidDraft(report:rule:)`` for the first rule that is broken.
    func check() throws(ArchiveError) {
        let outcome = outcome
        try hold(
            Place(kind: kind, period: period, revision: 1) != nil,
            "the kind must be small letters, digits and hyphens, at most 40, a letter first")
        try hold(!outcome.title.isEmpty, "it has no title")
        for (label, text) in [("decision", outcome.decision), ("verdict", outcome.verdict)] {
            guard let text else { continue }
            try hold(
                !text.isEmpty && text.count <= 40 && !text.contains(where: \.isNewline),
                "the \(label) must be a word or a few, at most 40 characters; it is '\(text)'")
        }
        if let share = outcome.share {
            try hold((0...1).contains(share), "the share of capital must lie from 0 to 1; it is \(share)")
        }
        try hold(outcome.failed >= 0 && outcome.unknown >= 0, "the numbers of checks must not be negative")
        try hold(inputs.allSatisfy { $0.rows >= 0 }, "an input's number of rows must not be negative")
        try unique("template", templates.map(\.name))
        try unique("parameter", parameters.map(\.name))
        try unique("input", inputs.map(\.name))
        let digests =
            [("the settings", settings)] + templates.map { ($0.name, $0.sha256) } + inputs.map { ($0.name, $0.sha256) }
        for (name, digest) in digests {
            try hold(Witness.isDigest(digest), "the digest of \(name) must be 64 hexadecimal digits; it is '\(digest)'")
        }
        try hold(reason.map { $0.contains { !$0.isWhitespace } } ?? true, "the reason is empty")
    }

    private func unique(_ what: String, _ names: [String]) throws(ArchiveError) {
        var seen: Set<String> = []
        for name in names { try hold(seen.insert(name).inserted, "the \(what) '\(name)' is there twice") }
    }

    private func hold(_ condition: Bool, _ rule: String) throws(ArchiveError) {
        guard condition else { throw .invalidDraft(report: name, rule: rule) }
    }
}
