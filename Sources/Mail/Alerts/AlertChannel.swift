/// A way to tell somebody.
public enum AlertChannel: String, Hashable, Sendable, Codable, CaseIterable {
    /// A line of the program's log.
    case log
    /// A mail.
    case mail
    /// A message in a team's chat.
    case webhook
}
