public import Foundation

/// Reads CSV record by record, in bounded memory.
///
/// RFC 4180, strictly: commas, `"` as quote, doubled to stand for itself, line ends inside quotes kept. Tolerated
/// beyond it: LF as line end, a UTF-8 byte order mark, blank lines, a last line without an end. After a fault
/// ``next()`` may be called again and goes on with the line after it, so that one bad line does not hide the rest: where a quote
/// never ends, that is the line after the one in which its record begins.
public struct CSVReader {
    /// How large things may grow before the reader refuses them.
    public struct Limits: Sendable {
        /// Bytes of one record.
        public var recordBytes: Int
        /// Fields of one record.
        public var fields: Int
        /// Bytes of a file.
        public var fileBytes: Int

        /// Limits; a record of one mebibyte and 1,024 fields and a file of 64 mebibytes unless told otherwise.
        public init(recordBytes: Int = 1 << 20, fields: Int = 1024, fileBytes: Int = 1 << 26) {
            self.recordBytes = recordBytes
            self.fields = fields
            self.fileBytes = fileBytes
        }
    }

    /// The file's name, for messages.
    public let file: String
    /// The text of the record that the last error was about, as it stands in the file, without its end.
    public private(set) var refusedText = ""
    private let limits: Limits
    private var source: InputFile?
    private var buffer: [UInt8]
    private var index = 0
    /// Where the record begins that is being read, in the buffer and by its line.
    private var start = (index: 0, line: 1)
    private var line = 1
    private var column = 1
    private var hasBegun = false
    private var recordBytes = 0
    /// Fields of the record before, which the next one will have as well.
    private var fieldCount = 0
    private var scratch: [UInt8] = []

    /// A reader of text in memory; `file` is its name in messages.
    public init(text: String, file: String, limits: Limits = Limits()) {
        self.init(bytes: Array(text.utf8), file: file, limits: limits)
    }

    /// A reader of bytes in memory; `file` is their name in messages.
    public init(bytes: [UInt8], file: String, limits: Limits = Limits()) {
        self.file = file
        self.limits = limits
        source = nil
        buffer = bytes
    }

    /// A reader of a file, in pieces of 64 KiB; messages name it by its last path component. A pipe is read to its end at once, so
    /// that nobody who holds a lock while reading waits for its writer.
    /// - Parameter allowance: what may stand at the path besides a regular file.
    public init(
        contentsOf url: URL, limits: Limits = Limits(), allowing allowance: InputFile.Allowance = .links
    ) throws(CSVError) {
        do {
            var opened = try InputFile(url.path, atMost: limits.fileBytes, allowing: allowance)
            buffer = opened.isPipe ? try opened.read(upTo: limits.fileBytes + 1) : []
            source = opened.isPipe ? nil : opened
        } catch {
            switch error.reason {
            case .size, .endless: throw .oversized(file: Excerpt.whole(error.path), reason: "\(error.reason)")
            default: throw .unreadable(file: Excerpt.whole(error.path), reason: "\(error.reason)")
            }
        }
        file = Excerpt.whole(url.lastPathComponent)
        self.limits = limits
    }

    /// The next record; nil at the end. After an error, the next call goes on behind the faulty line.
    public mutating func next() throws(CSVError) -> CSVRecord? {
        if !hasBegun {
            hasBegun = true
            try skipByteOrderMark()
        }
        do {
            repeat {
                recordBytes = 0
                start = (index, line)
            } while try skipBlankLine()
            guard try peek() != nil else { return nil }
            return try record()
        } catch {
            switch error {
            case .unreadable: throw error
            // What a quote that never ends has swallowed are other records.
            case .unterminatedQuote, .tooLarge: (index, line, column) = (start.index, start.line, 1)
            default: break
            }
            try skipLine()
            throw error
        }
    }

    private mutating func record() throws(CSVError) -> CSVRecord {
        let start = line
        var fields: [CSVRecord.Field] = []
        fields.reserveCapacity(fieldCount)
        while true {
            fields.append(try field())
            guard fields.count <= limits.fields else {
                throw .tooLarge(at: place(start), what: "the number of fields", limit: limits.fields)
            }
            guard try peek() == comma else { break }
            try advance()
        }
        try endLine()
        fieldCount = fields.count
        return CSVRecord(line: start, fields: fields)
    }

    private mutating func field() throws(CSVError) -> CSVRecord.Field {
        let start = SourcePosition(file: file, line: line, column: column)
        scratch.removeAll(keepingCapacity: true)
        if try peek() == quote { try quotedField(start) } else { try plainField() }
        guard !scratch.contains(0), let text = String(validating: scratch, as: UTF8.self) else {
            throw .notText(at: start)
        }
        return CSVRecord.Field(text: text, line: start.line, column: start.column)
    }

    private mutating func plainField() throws(CSVError) {
        while try peek() != nil {
            var end = index
            while end < buffer.count, !isSpecial(buffer[end]) { end += 1 }
            scratch.append(contentsOf: buffer[index..<end])
            try advance(by: end - index)
            guard index < buffer.count else { continue }
            guard buffer[index] != quote else { throw .strayQuote(at: place(line, column)) }
            return
        }
    }

    private mutating func quotedField(_ start: SourcePosition) throws(CSVError) {
        try advance()
        while let byte = try peek() {
            try advance()
            guard byte == quote else {
                if byte == lineFeed { newLine() }
                scratch.append(byte)
                continue
            }
            switch try peek() {
            case quote:
                scratch.append(quote)
                try advance()
            case nil, comma, lineFeed, carriageReturn: return
            default: throw .strayQuote(at: place(line, column))
            }
        }
        throw .unterminatedQuote(at: start)
    }

    /// Passes over LF or CRLF, or stays at the end of the file.
    private mutating func endLine() throws(CSVError) {
        guard let byte = try peek() else { return }
        if byte == carriageReturn {
            let place = place(line, column)
            try advance()
            guard let following = try peek() else { return }
            guard following == lineFeed else { throw .strayCarriageReturn(at: place) }
        }
        try advance()
        newLine()
    }

    private mutating func skipLine() throws(CSVError) {
        recordBytes = .min
        var text = Array(buffer[start.index..<index])
        defer { refusedText = String(decoding: text, as: UTF8.self) }
        while let byte = try peek() {
            try advance()
            // What was passed over is not gone back to.
            start = (index, line)
            if byte == lineFeed {
                if text.last == carriageReturn { text.removeLast() }
                newLine()
                return
            }
            if text.count < limits.recordBytes { text.append(byte) }
        }
    }

    private mutating func skipBlankLine() throws(CSVError) -> Bool {
        guard let byte = try peek(), byte == lineFeed || byte == carriageReturn else { return false }
        try endLine()
        return true
    }

    private mutating func skipByteOrderMark() throws(CSVError) {
        guard try peek() != nil, buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        index = 3
    }

    private mutating func newLine() {
        line += 1
        column = 1
    }

    private mutating func advance(by count: Int = 1) throws(CSVError) {
        index += count
        column += count
        recordBytes += count
        guard recordBytes <= limits.recordBytes else {
            throw .tooLarge(at: place(line), what: "the length of a record in bytes", limit: limits.recordBytes)
        }
    }

    private mutating func peek() throws(CSVError) -> UInt8? {
        if index < buffer.count { return buffer[index] }
        guard source != nil else { return nil }
        // What was read of the record is kept, so that it can be gone back to.
        buffer.removeFirst(start.index)
        index -= start.index
        start.index = 0
        do {
            buffer += try source?.read(upTo: 1 << 16) ?? []
        } catch {
            throw .unreadable(file: file, reason: "after line \(line), \(error.reason)")
        }
        return index < buffer.count ? buffer[index] : nil
    }

    private func place(_ line: Int, _ column: Int = 0) -> SourcePosition {
        SourcePosition(file: file, line: line, column: column)
    }
}

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

/// Whether a byte ends or spoils a field without quotes.
private func isSpecial(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn || byte == quote
}
