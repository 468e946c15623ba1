internal import Digests
internal import Foundation
internal import Input

/// Reading and writing so that what has returned is on the disk, and that a file is there whole or not at all.
enum Disk {
    /// A file's bytes. What is no regular file, a link among them, is none of the archive's.
    static func read(_ path: String, atMost bound: Int) throws(ArchiveError) -> [UInt8] {
        do {
            return try InputFile.contents(of: path, atMost: bound, allowing: [])
        } catch {
            throw ArchiveError(error)
        }
    }

    /// A file's digest, read piece by piece, so that memory does not grow with the file.
    static func digest(_ path: String) throws(ArchiveError) -> String {
        do {
            var file = try InputFile(path, atMost: .max, allowing: [])
            var stream = SHA256Stream()
            while true {
                let piece = try file.read(upTo: 1 << 16)
                if piece.isEmpty { return stream.finish() }
                piece.withUnsafeBytes { stream.add($0) }
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Puts a file in its place as a whole; what stood there before is replaced. That it is there is on the disk once its folder
    /// is (``sync(_:)``).
    static func replace(_ path: String, with bytes: [UInt8]) throws(ArchiveError) {
        let partial = partial(of: path)
        do {
            try write(bytes, to: partial, flags: O_CREAT | O_TRUNC)
            try move(partial, to: path)
        } catch {
            unlink(partial)
            throw error
        }
    }

    /// Where a file is written before it has its place.
    static func partial(of path: String) -> String {
        let (folder, name) = split(path)
        return "\(folder)/.\(name).new"
    }

    /// Whether a name is that of a file whose replacing was going on.
    static func isPartial(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".new") }

    /// Writes a file that is not there yet.
    static func create(_ path: String, _ bytes: [UInt8]) throws(ArchiveError) {
        try write(bytes, to: path, flags: O_CREAT | O_EXCL)
    }

    /// Adds to a file's end, and makes the file where there is none.
    static func append(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        try write(bytes, to: path, flags: O_CREAT | O_APPEND)
    }

    /// Cuts a file off.
    static func truncate(_ path: String, to size: Int) throws(ArchiveError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .refused(path: path, action: .written, code: errno) }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(size)) == 0, fsync(descriptor) == 0 else {
            throw .refused(path: path, action: .written, code: errno)
        }
    }

    /// Gives a file or folder its place, at once.
    static func move(_ from: String, to path: String) throws(ArchiveError) {
        guard rename(from, path) == 0 else { throw .refused(path: path, action: .moved, code: errno) }
    }

    /// Waits until a file's bytes or a folder's names are on the disk.
    static func sync(_ path: String) throws(ArchiveError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(path: path, action: .read, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .refused(path: path, action: .written, code: errno) }
    }

    /// Takes from a file or folder that somebody else wrote what no file of the archive lets others do, and waits until it is on the
    /// disk.
    static func settle(_ path: String, mode: mode_t) throws(ArchiveError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .refused(path: path, action: .read, code: errno) }
        guard chmod(path, status.st_mode & mode) == 0 else { throw .refused(path: path, action: .written, code: errno) }
        try sync(path)
    }

    private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(ArchiveError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | flags, 0o644)
        guard descriptor >= 0 else { throw .refused(path: path, action: .written, code: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .refused(path: path, action: .written, code: errno)
            }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw .refused(path: path, action: .written, code: errno) }
    }

    /// A path's folder and the name within it.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
