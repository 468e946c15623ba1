import Foundation

/// Keeps a second program away from what this one is writing.
///
/// An advisory lock on a file beside it (flock), which the system lets go when the program ends, however it ends.
public struct FileLock: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock.
    /// - Throws: ``Failure`` with status 75 while another program has it, or 73 where the file cannot be made.
    public init(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure(.cannotCreate, "\(path): cannot be made; check the folder's permissions")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(.temporary, "\(path): another program is writing there; try again when it has finished")
        }
        self.path = path
        self.descriptor = descriptor
    }

    /// Lets go and takes the file away.
    public borrowing func release() {
        unlink(path)
        close(descriptor)
    }
}
