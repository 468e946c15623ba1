internal import Dates
internal import GRDBSQLite

/// A file layer of SQLite whose clock stands still, so that `date('now')` in a template is the report's own date and
/// the same inputs give the same report on any day.
///
/// It is SQLite's default layer with another clock. SQLite finds layers by name in a list of the whole process; each
/// clock has a name of its own and leaves the list when its connection is closed.
final class FixedClock {
    /// What the connection is opened with.
    let name: String

    private struct Layer {
        var vfs: sqlite3_vfs
        var julianMilliseconds: Int64
    }

    private let layer: UnsafeMutablePointer<Layer>
    private let cName: UnsafeMutablePointer<CChar>

    /// A clock that always shows one instant; nil where SQLite has no file layer at all.
    init?(_ instant: Instant) {
        guard let standard = sqlite3_vfs_find(nil) else { return nil }
        // 1970-01-01T00:00:00Z is Julian day 2,440,587.5.
        let now = 210_866_760_000_000 + instant.secondsSince1970 * 1000
        layer = .allocate(capacity: 1)
        layer.initialize(to: Layer(vfs: standard.pointee, julianMilliseconds: now))
        name = "fixed-clock-\(UInt(bitPattern: layer))"
        let bytes = name.utf8CString
        cName = .allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { cName[index] = byte }
        layer.pointee.vfs.pNext = nil
        layer.pointee.vfs.zName = UnsafePointer(cName)
        layer.pointee.vfs.xCurrentTimeInt64 = { vfs, result in
            guard let vfs, let result else { return SQLITE_ERROR }
            // The layer begins with its vfs, so that one's address is the other's.
            result.pointee = UnsafeRawPointer(vfs).assumingMemoryBound(to: Layer.self).pointee.julianMilliseconds
            return SQLITE_OK
        }
        layer.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) { _ = sqlite3_vfs_register($0, 0) }
    }

    deinit {
        layer.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) { _ = sqlite3_vfs_unregister($0) }
        layer.deinitialize(count: 1)
        layer.deallocate()
        cName.deallocate()
    }
}
