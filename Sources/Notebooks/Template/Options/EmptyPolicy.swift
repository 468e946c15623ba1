import Input

/// What becomes of a cell without rows. Raw values are the words in templates.
enum EmptyPolicy: String, CaseIterable {
    /// It is said where the rows would stand.
    case note
    /// It is said, and the report warns of it.
    case warn
    /// The cell fails.
    case error
}

/// What becomes of a cell when there are no rows.
struct Emptiness: Hashable, Sendable {
    var policy = EmptyPolicy.note
    /// The words for it; nil for the usual ones.
    var text: InterpolatedText?

    /// Reads `empty` and `empty-text`.
    init(_ options: inout OptionReader, usually policy: EmptyPolicy = .note) {
        self.policy = policy
        if let word = options.word("empty") {
            if let policy = EmptyPolicy(rawValue: word.text) {
                self.policy = policy
            } else {
                let policies = EmptyPolicy.allCases.map(\.rawValue)
                options.fault(
                    at: word.place,
                    "option 'empty': '\(Excerpt.of(word.text))' is none. \(Suggestion.text(for: word.text, among: policies)) Words for "
                        + "the reader go into 'empty-text'.")
            }
        }
        text = options.text("empty-text")
    }
}
