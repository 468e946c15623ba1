internal import Foundation

/// A file that is written because somebody named it: a new one or, as a whole, one in place of a regular file. Whatever else
/// stands at the path is left as it is.
///
/// `/dev/stdout`, `/dev/stderr` and `/dev/fd/N`, which a shell's `>(…)` gives, are the program's own streams, and a character
/// device such as a terminal is one as well: they are written to, never replaced.
public struct OutputFile: Equatable, Sendable {
    /// Why a file was not written. What stood at the path still stands.
    public enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Something else than a regular file stands there.
        case kind(path: String, FileKind)
        /// The system refused; the code is that of `errno`.
        case system(path: String, code: Int32)

        /// The path, the rule, what is there, and the remedy.
        public var description: String {
            switch self {
            case .kind(let path, let kind):
                "\(path): cannot be written: it is \(kind.words), and only a new or a regular file is; name another file"
            case .system(let path, let code):
                "\(path): cannot be written (\(String(cString: strerror(code)))); check the path, the folder's permissions and "
                    + "the disk's space"
            }
        }
    }

    /// The path.
    public let path: String

    /// A file that is to be written. Nothing is done yet.
    public init(_ path: String) { self.path = path }

    /// Whether it is the program's standard output, on which nothing else should be said then.
    public var isStandardOutput: Bool { stream == STDOUT_FILENO }

    /// Sees whether it could be written, as far as that can be told before.
    public func check() throws(Refusal) {
        guard stream == nil, let kind = FileKind(at: path), kind != .file, kind != .characterDevice else { return }
        throw .kind(path: path, kind)
    }

    /// Writes it, whole or not at all; into a stream, as far as that goes.
    public func write(_ bytes: [UInt8]) throws(Refusal) {
        try check()
        if let stream { return try send(bytes, to: stream) }
        if FileKind(at: path) == .characterDevice {
            let descriptor = try opened(path, O_NOFOLLOW)
            defer { close(descriptor) }
            return try send(bytes, to: descriptor)
        }
        try replace(with: bytes)
    }

    private func replace(with bytes: [UInt8]) throws(Refusal) {
        let url = URL(fileURLWithPath: path)
        let partial = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial").path
        let descriptor = try opened(partial, O_CREAT | O_EXCL | O_NOFOLLOW)
        defer { close(descriptor) }
        do throws(Refusal) {
            // Whoever may read the file that stands there may read the new one.
            var status = stat()
            if lstat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
            try send(bytes, to: descriptor)
            guard fsync(descriptor) == 0, rename(partial, path) == 0 else { throw failure() }
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func opened(_ path: String, _ flags: Int32) throws(Refusal) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0o666)
        guard descriptor >= 0 else { throw failure() }
        return descriptor
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) throws(Refusal) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            sent += count
        }
    }

    private func failure() -> Refusal { .system(path: path, code: errno) }

    /// The number of the program's own stream that a path means.
    private var stream: Int32? {
        switch path {
        case "/dev/stdout": STDOUT_FILENO
        case "/dev/stderr": STDERR_FILENO
        default: path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst(8)) : nil
        }
    }
}
