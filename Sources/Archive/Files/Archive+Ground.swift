internal import Input

/// What the archive stands on: whatever it writes, removes or reads lies below its root, and no link leads out of it. The root
/// itself may be reached by any links that whoever runs the desk has chosen.
extension Archive {
    /// Sees before anything is written that no link and no pipe has the name of one of the archive's own files or folders. A
    /// folder in a file's place is found by whoever reads or writes the file.
    func checkGround() throws(ArchiveError) {
        for path in [logPath, headPath, notePath, indexPath] {
            if let kind = try Disk.kind(path), kind != .file, kind != .folder {
                throw .occupied(path: path, by: kind.words)
            }
        }
        for entry in try Disk.entries(in: root) where Archive.isYear(entry.name) && entry.kind == .link {
            throw .occupied(path: "\(root)/\(entry.name)", by: FileKind.link.words)
        }
    }

    /// Sees before anything is written to a place, or removed from it, that only folders lead there.
    func checkWay(to place: Place) throws(ArchiveError) {
        if let stranger = try stranger(onTheWayTo: place) {
            throw .occupied(path: stranger.path, by: stranger.kind.words)
        }
    }

    /// The first thing on the way from the root to a run's folder, and that folder, that is there and is no folder.
    func stranger(onTheWayTo place: Place) throws(ArchiveError) -> (path: String, kind: FileKind)? {
        var path = root
        for part in place.path.split(separator: "/") {
            path += "/\(part)"
            guard let kind = try Disk.kind(path) else { return nil }
            if kind != .folder { return (path, kind) }
        }
        return nil
    }
}
