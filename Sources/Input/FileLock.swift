internal import Foundation

/// Keeps a second program away from what this one is writing.
///
/// An advisory lock on a file beside it (flock), which the system lets go when the program ends, however it ends.
public struct FileLock: ~Copyable {
    /// Why there is no lock.
    public enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Another program has it; the same call may succeed later. Its process, where it could be told.
        case taken(path: String, process: Int32?)
        /// The file cannot be made; what the system said.
        case cannotMake(path: String, reason: String)
        /// Something else than a lock's file stands in its place.
        case occupied(path: String, FileKind)

        /// The file, what is wrong and the remedy.
        public var description: String {
            switch self {
            case .taken(let path, let process):
                "\(path): \(process.map { "process \($0)" } ?? "another program") is writing there; try again when it has "
                    + "finished"
            case .cannotMake(let path, let reason):
                "\(path): cannot be made (\(reason)); check the folder's permissions and the disk's space"
            case .occupied(let path, let kind):
                "\(path): is \(kind.words) where the lock's file must be, and is left as it is; move it elsewhere"
            }
        }
    }

    private let path: String
    private let descriptor: Int32

    /// Takes the lock.
    public init(_ path: String) throws(Refusal) {
        while true {
            // Neither does a link make a file elsewhere, nor a pipe keep anybody waiting.
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
            guard descriptor >= 0 else {
                let code = errno
                if let kind = FileKind(at: path), kind != .file { throw .occupied(path: path, kind) }
                throw .cannotMake(path: path, reason: String(cString: strerror(code)))
            }
            var opened = stat()
            if fstat(descriptor, &opened) == 0, FileKind(opened) != .file {
                close(descriptor)
                throw .occupied(path: path, FileKind(opened))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let process = FileLock.process(in: descriptor)
                close(descriptor)
                throw .taken(path: path, process: process)
            }
            // Whoever had the lock before takes the file away: what was opened may be no longer the one at the path, and a
            // lock on it would keep nobody out.
            var atPath = stat()
            if lstat(path, &atPath) == 0, opened.st_ino == atPath.st_ino, opened.st_dev == atPath.st_dev {
                self.path = path
                self.descriptor = descriptor
                FileLock.sign(descriptor)
                return
            }
            close(descriptor)
        }
    }

    /// Writes down who has the lock. The lock holds without it, so a full disk does no harm.
    private static func sign(_ descriptor: Int32) {
        let text = "\(getpid())\n"
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, text, text.utf8.count, 0)
    }

    /// Who has the lock; nil where nobody wrote it down yet, or a dead program's number stands there still.
    private static func process(in descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 1, bytes[count - 1] == 10,
            let process = Int32(String(decoding: bytes[..<(count - 1)], as: UTF8.self)), process > 0,
            kill(process, 0) == 0 || errno == EPERM
        else { return nil }
        return process
    }

    /// Lets go and takes the file away.
    public borrowing func release() {
        unlink(path)
        close(descriptor)
    }
}
