internal import Foundation

/// Keeps a second program away from what this one is writing.
///
/// An advisory lock on a file beside it (flock), which the system lets go when the program ends, however it ends.
public struct FileLock: ~Copyable {
    /// Why there is no lock.
    public enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Another program has it; the same call may succeed later.
        case taken(path: String)
        /// The file cannot be made.
        case cannotMake(path: String)

        /// The file, what is wrong and the remedy.
        public var description: String {
            switch self {
            case .taken(let path): "\(path): another program is writing there; try again when it has finished"
            case .cannotMake(let path): "\(path): cannot be made; check the folder's permissions"
            }
        }
    }

    private let path: String
    private let descriptor: Int32

    /// Takes the lock.
    public init(_ path: String) throws(Refusal) {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw .cannotMake(path: path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw .taken(path: path)
            }
            // Whoever had the lock before takes the file away: what was opened may be no longer the one at the path, and a
            // lock on it would keep nobody out.
            var opened = stat()
            var atPath = stat()
            if fstat(descriptor, &opened) == 0, stat(path, &atPath) == 0, opened.st_ino == atPath.st_ino,
                opened.st_dev == atPath.st_dev
            {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    /// Lets go and takes the file away.
    public borrowing func release() {
        unlink(path)
        close(descriptor)
    }
}
