internal import Foundation
internal import Input

extension Disk {
    /// What stands at a path; nil for nothing. Links are not followed.
    static func kind(_ path: String) -> FileKind? { FileKind(at: path) }

    /// What a path leads to; nil for nothing.
    static func target(_ path: String) -> FileKind? { FileKind(at: path, followingLinks: true) }

    /// A file's size in bytes.
    static func size(_ path: String) throws(ArchiveError) -> Int {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .refused(path: path, action: .read, code: errno) }
        return Int(status.st_size)
    }

    /// The names in a folder, in order.
    static func names(in folder: String) throws(ArchiveError) -> [String] {
        guard let stream = opendir(folder) else { throw .refused(path: folder, action: .read, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Everything below a folder that is no folder, as paths below it, in order.
    static func files(below folder: String) throws(ArchiveError) -> [(name: String, kind: FileKind)] {
        var found: [(name: String, kind: FileKind)] = []
        var open = [""]
        while let prefix = open.popLast() {
            for name in try names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
                let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
                switch kind("\(folder)/\(path)") {
                case .folder: open.append(path)
                case let kind?: found.append((path, kind))
                case nil: break
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
            for name in try names(in: found[index]) where kind("\(found[index])/\(name)") == .folder {
                found.append("\(found[index])/\(name)")
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

    /// Removes a file, or a folder with all that is in it; nothing there is nothing to do.
    static func remove(_ path: String) throws(ArchiveError) {
        switch kind(path) {
        case nil: return
        case .folder?:
            for name in try names(in: path) { try remove("\(path)/\(name)") }
            guard rmdir(path) == 0 else { throw .refused(path: path, action: .removed, code: errno) }
        default:
            guard unlink(path) == 0 else { throw .refused(path: path, action: .removed, code: errno) }
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
