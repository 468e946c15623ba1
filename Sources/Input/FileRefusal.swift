internal import Foundation

/// Why a file was not read.
public struct FileRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// The rule that it breaks, or what the system said.
    public enum Reason: Equatable, Sendable, CustomStringConvertible {
        /// There is nothing at the path, or a link that leads nowhere.
        case missing
        /// It is something else than a regular file.
        case kind(FileKind)
        /// It is larger than the bound, in bytes.
        case size(bytes: Int, bound: Int)
        /// More came out of it than the bound, in bytes, though it did not say so before.
        case endless(bound: Int)
        /// The system refused; the code is that of `errno`.
        case system(code: Int32)

        /// The rule, what is there, and the remedy.
        public var description: String {
            switch self {
            case .missing: "there is no such file"
            case .kind(.folder): "it is a folder"
            case .kind(.link):
                "it is a symbolic link, and links are not followed here; put the file itself in its place"
            case .kind(let kind): "it is \(kind.words), and only a regular file is read here"
            case .size(let bytes, let bound): "it has \(bytes) bytes, and at most \(bound) are read; divide it"
            case .endless(let bound): "it has more than \(bound) bytes, and at most so many are read; divide it"
            case .system(EACCES), .system(EPERM):
                "permission denied; check the permissions of the file and its folder"
            case .system(let code): String(cString: strerror(code))
            }
        }
    }

    /// The path.
    public let path: String
    /// Why.
    public let reason: Reason

    /// A refusal of a path.
    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The path, the rule, what is there, and the remedy.
    public var description: String { "\(path): cannot be read: \(reason)" }
}
