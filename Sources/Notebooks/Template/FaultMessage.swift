import Input

/// The words of a fault, which may cite anything from a template or from data.
enum FaultMessage {
    /// Scalars of a message.
    private static let longest = 2000

    /// A message on one line, with control and formatting characters made visible; cut beyond what anybody reads.
    static func of(_ message: String) -> String {
        let beginning = message.unicodeScalars.prefix(longest)
        return Excerpt.whole(String(beginning)) + (beginning.endIndex < message.unicodeScalars.endIndex ? "…" : "")
    }
}
