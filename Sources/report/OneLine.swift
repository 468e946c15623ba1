import ArgumentParser

/// Words that are recorded and shown: one line, with something in it.
/// - Throws: `ValidationError` with what is wrong.
@Sendable func oneLine(_ text: String) throws -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("it is empty, and would be recorded so")
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
        throw ValidationError("it must be one line without control characters")
    }
    return text
}
