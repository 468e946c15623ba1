public import Foundation

/// What stands at a path.
public enum FileKind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, with a name or without.
    case pipe
    /// A socket.
    case socket
    /// A device that is read and written as a stream, such as a terminal.
    case characterDevice
    /// A device that is read and written in blocks, such as a disk.
    case blockDevice

    /// What stands at a path; nil for nothing.
    /// - Parameter followingLinks: whether a link counts as what it leads to; one that leads nowhere is nothing then.
    public init?(at path: String, followingLinks: Bool = false) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    /// What the system said of a file.
    public init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        case S_IFBLK: self = .blockDevice
        default: self = .characterDevice
        }
    }

    /// `a pipe`, as a message says it.
    public var words: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .link: "a symbolic link"
        case .pipe: "a pipe"
        case .socket: "a socket"
        case .characterDevice: "a character device"
        case .blockDevice: "a block device"
        }
    }
}
