internal import Foundation

/// C strings that live as long as this object, for the library's structures.
final class CTexts {
    private var texts: [UnsafeMutablePointer<CChar>] = []

    deinit {
        for text in texts { free(text) }
    }

    /// A C string of some words; nil for empty words, which the library must not see.
    func make(_ words: String) -> UnsafeMutablePointer<CChar>? {
        guard !words.isEmpty, let text = strdup(words) else { return nil }
        texts.append(text)
        return text
    }
}
