extension Archive {
    /// Writes every index page anew from the log. The bytes are those that the publications left, unless the calendar of
    /// expected runs has changed since.
    /// - Throws: ``ArchiveError/missing(path:)`` where nothing was ever published, and nothing is written.
    public func rebuildIndex() throws {
        guard exists else { throw ArchiveError.missing(path: root) }
        try writing { log in
            let outline = try outline(of: log)
            try writeIndex(log, outline, years: Set(outline.years))
        }
    }

    /// Writes the first page and those of some years.
    func writeIndex(_ log: Log, _ outline: Outline, years: Set<Int>) throws {
        var reader = IndexReader(log, outline, expected: expected)
        for year in years.sorted() {
            try Disk.makeFolder("\(root)/\(year)")
            try Disk.replace(indexPath(of: year), with: try page(.year(year), &reader, origin: origin))
            try Disk.sync("\(root)/\(year)")
        }
        try checkpoint(.yearsIndexed)
        try Disk.replace(indexPath, with: try page(.newest, &reader, origin: origin))
        try Disk.sync(root)
        try checkpoint(.indexed)
    }

    /// A page's bytes.
    func page(_ scope: IndexContent.Scope, _ reader: inout IndexReader, origin: String) throws(ArchiveError) -> [UInt8]
    {
        do {
            return Array(IndexPage.html(try reader.content(scope), origin: origin).utf8)
        } catch {
            throw .damagedLog(path: logPath, line: error.number, detail: error.detail)
        }
    }
}
