/// A failure that a command reports to whoever called it: what is wrong, and an exit status that a job can act on.
///
/// The statuses follow BSD's sysexits.
public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Why the command failed, as a number for scripts.
    public enum Status: Int32, Sendable {
        /// The input is there, but wrong.
        case data = 65
        /// The input is not there or cannot be read.
        case noInput = 66
        /// A fault of the program itself.
        case software = 70
        /// An output cannot be written.
        case cannotCreate = 73
        /// Somebody else is at work; the same call may succeed later.
        case temporary = 75
        /// The settings are wrong.
        case settings = 78
    }

    /// The exit status.
    public let status: Status
    /// The thing, the rule, the value seen and the remedy.
    public let description: String

    /// A failure with its exit status and message.
    public init(_ status: Status, _ description: String) {
        self.status = status
        self.description = description
    }
}
