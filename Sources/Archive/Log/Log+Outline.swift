internal import Foundation

extension Log {
    /// The places of all lines. The lines are canonical, so that a place is found without reading the rest; a line in which it
    /// is not is read in full.
    /// - Throws: ``UnreadableLine`` for the first line that is no record.
    func outline() throws(UnreadableLine) -> Outline {
        var result: [Outline.Line] = []
        result.reserveCapacity(lines.count)
        for index in lines.indices {
            if let line = scan(index) {
                result.append(line)
                continue
            }
            do {
                result.append(try record(index).outlined)
            } catch {
                throw UnreadableLine(number: index + 1, detail: "\(error)")
            }
        }
        return Outline(result)
    }

    /// A line of the log that is no record.
    struct UnreadableLine: Error {
        /// Its number, from 1.
        let number: Int
        /// What is wrong with it.
        let detail: String
    }

    /// In JSON a quotation mark within a text has a backslash before it, so that this can only be the key.
    private static let key = Array("\"place\":\"".utf8)
    private static let removal = Array("\"type\":\"removal\"}".utf8)

    private static let previous = Array("\"previous\":\"".utf8)

    /// The first line, from 0, that does not name the one before it, or the first of all the origin; nil where the chain is whole.
    func firstBreak(origin: String) -> Int? {
        var expected = Log.genesis(origin)
        for index in lines.indices {
            let isBound = bytes.withUnsafeBytes { buffer in
                let line = UnsafeRawBufferPointer(rebasing: buffer[lines[index]])
                guard let start = Log.end(of: Log.previous, in: line) else { return false }
                let digits = line[start...].prefix(expected.utf8.count + 1)
                return digits.last == 34 && digits.dropLast().elementsEqual(expected.utf8)
            }
            guard isBound else { return index }
            expected = digest(index)
        }
        return nil
    }

    private func scan(_ index: Int) -> Outline.Line? {
        let range = lines[index]
        let text: Substring? = bytes.withUnsafeBytes { buffer in
            let line = UnsafeRawBufferPointer(rebasing: buffer[range])
            guard let base = line.baseAddress, let start = Log.end(of: Log.key, in: line) else { return nil }
            guard let end = memchr(base + start, 34, line.count - start) else { return nil }
            return Substring(decoding: line[start..<(UnsafeRawPointer(end) - base)], as: UTF8.self)
        }
        guard let text, let place = Place(text) else { return nil }
        return Outline.Line(place: place, isRemoval: bytes[range].suffix(Log.removal.count).elementsEqual(Log.removal))
    }

    /// Where the first occurrence of some bytes ends; they begin with a quotation mark.
    private static func end(of wanted: [UInt8], in line: UnsafeRawBufferPointer) -> Int? {
        guard let base = line.baseAddress else { return nil }
        var start = 0
        while line.count - start >= wanted.count, let found = memchr(base + start, 34, line.count - start) {
            let position = UnsafeRawPointer(found) - base
            guard line.count - position >= wanted.count else { return nil }
            if memcmp(found, wanted, wanted.count) == 0 { return position + wanted.count }
            start = position + 1
        }
        return nil
    }
}
