internal import Foundation

/// A file that is read because somebody named it or left it there: opened only if it is a regular file, and read no further than
/// its bound, so that neither a pipe keeps the reader waiting nor a device or a file that grows fills the memory.
public struct InputFile {
    /// What may be read besides a regular file at the path itself.
    public struct Allowance: OptionSet, Sendable {
        /// The set as a number.
        public let rawValue: Int

        /// A set of its number.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// What a symbolic link leads to.
        public static let links = Allowance(rawValue: 1)
        /// A pipe: whoever named it waits for the one who writes to it.
        public static let pipes = Allowance(rawValue: 2)
    }

    /// The path.
    public let path: String
    /// Whether it is a pipe, which can be read once and has no size.
    public let isPipe: Bool
    private let bound: Int
    private let handle: FileHandle
    private var count = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - bound: bytes; a larger file is refused here, one that is or becomes larger than it says in ``read(upTo:)``.
    ///   - allowance: what else may stand at the path.
    public init(_ path: String, atMost bound: Int, allowing allowance: Allowance = .links) throws(FileRefusal) {
        // A pipe without a writer opens at once only where it is not waited for; one that may be read is waited for.
        let isWaitedFor = allowance.contains(.pipes) && FileKind(at: path, followingLinks: true) == .pipe
        let flags = (isWaitedFor ? 0 : O_NONBLOCK) | (allowance.contains(.links) ? 0 : O_NOFOLLOW)
        var descriptor: Int32
        repeat {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw FileRefusal(path, InputFile.reason(path, errno, allowance)) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileRefusal(path, .system(code: errno)) }
        let kind = FileKind(status)
        guard kind == .file || kind == .pipe && allowance.contains(.pipes) else {
            throw FileRefusal(path, .kind(kind))
        }
        guard kind == .pipe || status.st_size <= bound else {
            throw FileRefusal(path, .size(bytes: Int(status.st_size), bound: bound))
        }
        self.path = path
        self.bound = bound
        isPipe = kind == .pipe
    }

    /// The next bytes: as many as asked for, and fewer only at the end.
    public mutating func read(upTo wanted: Int) throws(FileRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: min(wanted, 1 << 16))
        while bytes.count < wanted {
            let got = Foundation.read(handle.fileDescriptor, &piece, min(piece.count, wanted - bytes.count))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileRefusal(path, .system(code: errno)) }
            if got == 0 { break }
            bytes += piece[..<got]
            count += got
            guard count <= bound else { throw FileRefusal(path, .endless(bound: bound)) }
        }
        return bytes
    }

    /// A file's bytes as a whole.
    public static func contents(
        of path: String, atMost bound: Int, allowing allowance: Allowance = .links
    ) throws(FileRefusal) -> [UInt8] {
        var file = try InputFile(path, atMost: bound, allowing: allowance)
        return try file.read(upTo: bound + 1)
    }

    /// Why a path could not be opened.
    private static func reason(_ path: String, _ code: Int32, _ allowance: Allowance) -> FileRefusal.Reason {
        switch code {
        case ENOENT, ENOTDIR: .missing
        // With O_NOFOLLOW a link gives the same code as a loop of links.
        case ELOOP where !allowance.contains(.links) && FileKind(at: path) == .link: .kind(.link)
        // A socket cannot be opened at all.
        case ENXIO: FileKind(at: path, followingLinks: true).map { .kind($0) } ?? .system(code: code)
        default: .system(code: code)
        }
    }
}
