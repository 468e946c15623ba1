internal import CZlib
internal import Foundation

/// Whether every part of a written workbook has its end.
///
/// libxlsxwriter writes each part into a temporary file and does not ask whether that went well: where the folder of
/// temporary files is full, it packs as much as there is, and calls the workbook good. Each part is one XML element, so
/// that one whose element is not closed was broken off. The file's form is that of PKWARE's APPNOTE.TXT, 4.3.
enum WorkbookParts {
    /// How much of a part's beginning is kept to find its element, and of its end to find whether that is closed.
    private static let window = 1024

    /// Whether a file is a workbook of which no part is broken off.
    static func areWhole(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else { return false }
        return data.withUnsafeBytes { file in
            guard let parts = parts(of: file) else { return false }
            return !parts.isEmpty && parts.allSatisfy { isWhole(inflated: file[$0]) }
        }
    }

    /// Where the packed parts lie, by the directory at the file's end; nil where that cannot be read.
    private static func parts(of file: UnsafeRawBufferPointer) -> [Range<Int>]? {
        func number(_ offset: Int, _ bytes: Int) -> Int? {
            guard offset >= 0, offset + bytes <= file.count else { return nil }
            return (0..<bytes).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
        }
        // The library writes no comment behind the directory's end.
        let end = file.count - 22
        guard number(end, 4) == 0x0605_4B50, let count = number(end + 10, 2), var entry = number(end + 16, 4) else {
            return nil
        }
        var parts: [Range<Int>] = []
        for _ in 0..<count {
            guard number(entry, 4) == 0x0201_4B50, number(entry + 10, 2) == 8, let size = number(entry + 20, 4),
                let name = number(entry + 28, 2), let extra = number(entry + 30, 2), let note = number(entry + 32, 2),
                let local = number(entry + 42, 4), number(local, 4) == 0x0403_4B50,
                let localName = number(local + 26, 2), let localExtra = number(local + 28, 2)
            else { return nil }
            let start = local + 30 + localName + localExtra
            guard start + size <= file.count else { return nil }
            parts.append(start..<(start + size))
            entry += 46 + name + extra + note
        }
        return parts
    }

    /// Whether a packed part is one closed element.
    private static func isWhole(inflated packed: Slice<UnsafeRawBufferPointer>) -> Bool {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return false
        }
        defer { inflateEnd(&stream) }
        let input = UnsafeRawBufferPointer(rebasing: packed).bindMemory(to: UInt8.self)
        // zlib reads from there and writes nothing, in spite of its pointer's type.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        var head: [UInt8] = []
        var tail: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let answer = buffer.withUnsafeMutableBufferPointer { output in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_NO_FLUSH)
            }
            let bytes = buffer[..<(buffer.count - Int(stream.avail_out))]
            if head.count < window { head += bytes.prefix(window - head.count) }
            tail = (tail + bytes.suffix(window)).suffix(window)
            if answer == Z_STREAM_END { return isClosed(head: head, tail: tail) }
            guard answer == Z_OK, !bytes.isEmpty else { return false }
        }
    }

    /// Whether a text that begins and ends so is one element with its end.
    private static func isClosed(head: [UInt8], tail: [UInt8]) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
            default: false
            }
        }
        // The first mark of an element: what stands before it begins with `<?`.
        let mark = head.indices.dropLast().first { head[$0] == UInt8(ascii: "<") && isLetter(head[$0 + 1]) }
        guard let mark else { return false }
        let name = head[(mark + 1)...].prefix { isLetter($0) || $0 == UInt8(ascii: ":") || (48...57).contains($0) }
        let blanks = tail.reversed().prefix { [9, 10, 13, 32].contains($0) }.count
        return tail.dropLast(blanks).suffix(name.count + 3).elementsEqual("</".utf8 + name + ">".utf8)
    }
}
