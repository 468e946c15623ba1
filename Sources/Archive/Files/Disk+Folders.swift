internal import Foundation
internal import Input

extension Disk {
    /// What stands at a path; nil for nothing. Links are not followed. What cannot be told, as behind a folder that may not be
    /// entered, is an error: it may well be there.
    static func kind(_ path: String) throws(ArchiveError) -> FileKind? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return FileKind(status) }
        guard errno == ENOENT || errno == ENOTDIR else { throw .refused(path: path, action: .read, code: errno) }
        return nil
    }

    /// What a path leads to; nil for nothing.
    static func target(_ path: String) -> FileKind? { FileKind(at: path, followingLinks: true) }

    /// A file's size in bytes.
    static func size(_ path: String) throws(ArchiveError) -> Int {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .refused(path: path, action: .read, code: errno) }
        return Int(status.st_size)
    }

    /// Something in a folder.
    struct Entry {
        /// Its name; bytes of one that is no text as `\\xFF`.
        let name: String
        let kind: FileKind
        /// Whether its name is a text, as all names of the archive's are. What has another has no path.
        let isNamed: Bool
    }

    /// What is in a folder, by name.
    static func entries(in folder: String) throws(ArchiveError) -> [Entry] {
        guard let stream = opendir(folder) else { throw .refused(path: folder, action: .read, code: errno) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        for bytes in rawNames(stream) {
            let name = String(validating: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            var status = stat()
            guard fstatat(dirfd(stream), bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                // It may have gone meanwhile.
                if errno == ENOENT { continue }
                throw .refused(path: "\(folder)/\(name ?? shown(bytes))", action: .read, code: errno)
            }
            entries.append(Entry(name: name ?? shown(bytes), kind: FileKind(status), isNamed: name != nil))
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// The names in a folder, in order.
    static func names(in folder: String) throws(ArchiveError) -> [String] { try entries(in: folder).map(\.name) }

    /// The names that a folder gives, each as bytes that end with a zero.
    private static func rawNames(_ stream: OpaquePointer) -> [[CChar]] {
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            if name != [46, 0] && name != [46, 46, 0] { names.append(name) }
        }
        return names
    }

    private static func shown(_ name: [CChar]) -> String {
        name.dropLast().map { byte in
            let byte = UInt8(bitPattern: byte)
            return byte < 0x80 ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// Folders below a run's own that are entered: no report makes more than one.
    private static let deepest = 8

    /// Everything below a folder that is no folder, as paths below it, in order; and folders that are empty, that lie too deep or
    /// whose name is no text.
    static func files(below folder: String) throws(ArchiveError) -> [(name: String, kind: FileKind)] {
        var found: [(name: String, kind: FileKind)] = []
        var open = [(path: "", depth: 0)]
        while let next = open.popLast() {
            let entries = try entries(in: next.path.isEmpty ? folder : "\(folder)/\(next.path)")
            if entries.isEmpty, !next.path.isEmpty { found.append((next.path, .folder)) }
            for entry in entries {
                let path = next.path.isEmpty ? entry.name : "\(next.path)/\(entry.name)"
                if entry.kind == .folder, entry.isNamed, next.depth < deepest {
                    open.append((path, next.depth + 1))
                } else {
                    found.append((path, entry.kind))
                }
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// Every folder below a folder, and itself, the innermost first.
    static func folders(below folder: String) throws(ArchiveError) -> [String] {
        var found = [folder]
        var index = 0
        while index < found.count {
            for entry in try entries(in: found[index]) where entry.kind == .folder {
                found.append("\(found[index])/\(entry.name)")
            }
            index += 1
        }
        return found.reversed()
    }

    /// Makes a folder and those above it; what is there already is left.
    static func makeFolder(_ path: String) throws(ArchiveError) {
        if target(path) == .folder { return }
        let parent = split(path).folder
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST && target(path) == .folder else {
            throw .refused(path: path, action: .made, code: errno)
        }
        try sync(parent)
    }

    /// Removes a file, or a folder with all that is in it, whatever its name; nothing there is nothing to do.
    static func remove(_ path: String) throws(ArchiveError) {
        switch try kind(path) {
        case nil: return
        case .folder?:
            try empty(open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), path)
            guard rmdir(path) == 0 else { throw .refused(path: path, action: .removed, code: errno) }
        default:
            guard unlink(path) == 0 else { throw .refused(path: path, action: .removed, code: errno) }
        }
    }

    /// Removes all that is in a folder, by its descriptor, which is closed: names that are no text have no path.
    private static func empty(_ descriptor: Int32, _ path: String) throws(ArchiveError) {
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            throw .refused(path: path, action: .removed, code: code)
        }
        defer { closedir(stream) }
        for name in rawNames(stream) {
            var status = stat()
            let isFolder = fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && FileKind(status) == .folder
            let inner = "\(path)/\(shown(name))"
            if isFolder {
                try empty(openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), inner)
            }
            guard unlinkat(descriptor, name, isFolder ? AT_REMOVEDIR : 0) == 0 || errno == ENOENT else {
                throw .refused(path: inner, action: .removed, code: errno)
            }
        }
    }

    /// Removes the folders on the way down to a path that have nothing in them, but not the root.
    static func prune(_ path: String, below root: String) {
        var folder = path
        while folder.count > root.count, folder.hasPrefix(root + "/"), rmdir(folder) == 0 {
            folder = split(folder).folder
        }
    }
}
