internal import Input

/// Every fault of a settings file, in the order of its lines.
public struct SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// One fault.
    public struct Fault: Equatable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The key, the rule, the value seen and the remedy.
        public let message: String
    }

    /// The file's path as it was given.
    public let file: String
    /// The faults, never empty.
    public let faults: [Fault]

    /// `data/desk.yaml:12: unknown key 'strategy.primry'; did you mean 'primary'?`, a line each.
    public var description: String {
        faults.map { "\(file):\($0.line): \(Excerpt.whole($0.message))" }.joined(separator: "\n")
    }
}
