internal import GRDBSQLite

/// A temporary file of SQLite that takes its growth out of its layer's bound and gives it back when it is closed.
///
/// An open file begins with a pointer to its methods. This puts a copy of them in their place in which writing and
/// closing are others; the copy lives as long as the file is open.
struct BoundedFile {
    /// What the file's pointer leads to; its own methods come first.
    private var methods: sqlite3_io_methods
    private let standard: UnsafePointer<sqlite3_io_methods>
    private let layer: UnsafeMutablePointer<FileLayer.Record>
    private var size: Int64 = 0

    /// Bounds a file that has just been opened.
    static func bound(_ file: UnsafeMutablePointer<sqlite3_file>, by layer: UnsafeMutablePointer<FileLayer.Record>) {
        guard let standard = file.pointee.pMethods else { return }
        let bounded = UnsafeMutablePointer<BoundedFile>.allocate(capacity: 1)
        bounded.initialize(to: BoundedFile(methods: standard.pointee, standard: standard, layer: layer))
        // Of the first version of methods, which has none for files in memory: every growth is a write.
        bounded.pointee.methods.iVersion = 1
        bounded.pointee.methods.xWrite = { file, bytes, count, offset in
            guard let bounded = BoundedFile.of(file), let write = bounded.pointee.standard.pointee.xWrite else {
                return SQLITE_ERROR
            }
            let growth = max(0, offset + Int64(count) - bounded.pointee.size)
            guard growth <= bounded.pointee.layer.pointee.temporaryBytesLeft else { return SQLITE_FULL }
            bounded.pointee.layer.pointee.temporaryBytesLeft -= growth
            bounded.pointee.size += growth
            return write(file, bytes, count, offset)
        }
        bounded.pointee.methods.xClose = { file in
            guard let file, let bounded = BoundedFile.of(file) else { return SQLITE_ERROR }
            bounded.pointee.layer.pointee.temporaryBytesLeft += bounded.pointee.size
            file.pointee.pMethods = bounded.pointee.standard
            bounded.deinitialize(count: 1)
            bounded.deallocate()
            return file.pointee.pMethods?.pointee.xClose?(file) ?? SQLITE_OK
        }
        file.pointee.pMethods = UnsafeRawPointer(bounded).assumingMemoryBound(to: sqlite3_io_methods.self)
    }

    private static func of(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<BoundedFile>? {
        guard let methods = file?.pointee.pMethods else { return nil }
        return UnsafeMutableRawPointer(mutating: methods).assumingMemoryBound(to: BoundedFile.self)
    }
}
