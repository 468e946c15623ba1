internal import Foundation
internal import NIOCore

/// A file of a site, opened, to be read piece by piece; closed when nobody holds it.
struct SiteFile: Sendable {
    private let handle: FileHandle

    /// Opens a regular file at an offset, by no link, and without waiting for anybody.
    ///
    /// - Throws: the answer to give instead.
    init(path: String, offset: Int) throws(Refusal) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard [EMFILE, ENFILE, ENOMEM].contains(errno) else { throw Self.missing }
            throw Refusal(response: .words(503, "Too much at once; try again."))
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (try? handle.seek(toOffset: UInt64(offset))) != nil
        else { throw Self.missing }
    }

    /// The answer when there is no file.
    struct Refusal: Error {
        let response: SiteResponse
    }

    private static let missing = Refusal(response: .words(404, "There is no such report."))

    /// The next bytes, at most so many; none at the end.
    func piece(upTo count: Int) throws -> ByteBuffer {
        ByteBuffer(bytes: try handle.read(upToCount: count) ?? Data())
    }
}
