internal import Dates
internal import GRDBSQLite

/// SQLite's file layer for one report: its clock stands still, so that `date('now')` in a template is the report's own
/// date and the same inputs give the same report on any day; and its temporary files have a bound together, so that no
/// statement fills a disk.
///
/// It is SQLite's default layer with another clock. SQLite finds layers by name in a list of the whole process; each
/// report has one of its own, which leaves the list when the connection is closed.
final class FileLayer {
    /// What the connection is opened with.
    let name: String

    /// What SQLite sees; it begins with the layer itself, so that the address of one is that of the other.
    struct Record {
        var vfs: sqlite3_vfs
        var julianMilliseconds: Int64
        let standard: UnsafeMutablePointer<sqlite3_vfs>
        /// Bytes that temporary files may still grow by.
        var temporaryBytesLeft: Int64
    }

    private let record: UnsafeMutablePointer<Record>
    private let cName: UnsafeMutablePointer<CChar>

    /// A layer whose clock always shows one instant; nil where SQLite has no file layer at all.
    init?(now: Instant, temporaryBytes: Int64 = SQLLimits.temporaryBytes) {
        guard let standard = sqlite3_vfs_find(nil) else { return nil }
        record = .allocate(capacity: 1)
        record.initialize(
            to: Record(
                vfs: standard.pointee,
                // 1970-01-01T00:00:00Z is Julian day 2,440,587.5.
                julianMilliseconds: 210_866_760_000_000 + now.secondsSince1970 * 1000, standard: standard,
                temporaryBytesLeft: temporaryBytes))
        name = "report-\(UInt(bitPattern: record))"
        let bytes = name.utf8CString
        cName = .allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { cName[index] = byte }
        record.pointee.vfs.pNext = nil
        record.pointee.vfs.zName = UnsafePointer(cName)
        record.pointee.vfs.xCurrentTimeInt64 = { vfs, result in
            guard let record = FileLayer.record(of: vfs), let result else { return SQLITE_ERROR }
            result.pointee = record.pointee.julianMilliseconds
            return SQLITE_OK
        }
        record.pointee.vfs.xOpen = { vfs, path, file, flags, given in
            guard let vfs, let record = FileLayer.record(of: vfs),
                let open = record.pointee.standard.pointee.xOpen
            else { return SQLITE_ERROR }
            let code = open(vfs, path, file, flags, given)
            let temporary =
                SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL
            if code == SQLITE_OK, flags & temporary != 0, let file { BoundedFile.bound(file, by: record) }
            return code
        }
        record.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) { _ = sqlite3_vfs_register($0, 0) }
    }

    deinit {
        record.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) { _ = sqlite3_vfs_unregister($0) }
        record.deinitialize(count: 1)
        record.deallocate()
        cName.deallocate()
    }

    private static func record(of vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> UnsafeMutablePointer<Record>? {
        vfs.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Record.self) }
    }
}
