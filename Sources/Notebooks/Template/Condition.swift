/// Under which a cell is computed and shown: `trades_closed > 0`, `refusals is not empty`.
struct Condition: Hashable, Sendable {
    /// What is looked at.
    let reference: Reference
    /// What has to hold of it.
    let test: Rule.Test
    /// As it is written in the template.
    let words: Word

    /// Reads a condition; nil when the text has another form.
    init?(_ words: Word) {
        let indent = words.text.prefix(while: \.isWhitespace).unicodeScalars.count
        guard let rule = Rule(words.text),
            let reference = Reference(rule.left, at: words.place.moved(by: indent))
        else { return nil }
        switch rule.test {
        case .isEmpty, .isNotEmpty: guard reference.path.count == 1 else { return nil }
        case .compares, .isDefined, .isUndefined: break
        }
        self.reference = reference
        test = rule.test
        self.words = words
    }
}
