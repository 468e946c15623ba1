internal import Digests
internal import Foundation

/// The log as bytes: one record a line, each bound to the line before by its digest. Lines are read only when asked for.
struct Log {
    /// The file.
    let bytes: [UInt8]
    /// Where each complete line lies, without its end.
    let lines: [Range<Int>]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Range<Int>] = []
        var start = 0
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            while let end = memchr(base + start, 10, buffer.count - start) {
                let position = UnsafeRawPointer(end) - base
                lines.append(start..<position)
                start = position + 1
            }
        }
        self.lines = lines
    }

    /// The bytes of the complete lines.
    var completeSize: Int { lines.last.map { $0.upperBound + 1 } ?? 0 }

    /// What stands after the last line end: the beginning of a line whose writing was cut off.
    var rest: ArraySlice<UInt8> { bytes[completeSize...] }

    /// The bytes of a line, from 0.
    func line(_ index: Int) -> ArraySlice<UInt8> { bytes[lines[index]] }

    /// The digest of a line, from 0.
    func digest(_ index: Int) -> String {
        var stream = SHA256Stream()
        bytes.withUnsafeBytes { stream.add(UnsafeRawBufferPointer(rebasing: $0[lines[index]])) }
        return stream.finish()
    }

    /// The record on a line, from 0.
    func record(_ index: Int) throws -> LogRecord { try LogRecord(line: line(index)) }

    /// What the next line will name as the one before it.
    func link(origin: String) -> String { lines.isEmpty ? Log.genesis(origin) : digest(lines.count - 1) }

    /// The size and digest of the log as it is; nil while it is empty.
    var witness: Witness? { lines.isEmpty ? nil : Witness(size: lines.count, digest: digest(lines.count - 1)) }

    /// This log with another line.
    func adding(_ line: [UInt8]) -> Log { Log(Array(bytes[..<completeSize]) + line + [10]) }

    /// The log as it was when it had so many lines.
    func first(_ count: Int) -> Log { count == 0 ? Log([]) : Log(Array(bytes[..<(lines[count - 1].upperBound + 1)])) }

    /// What the first line names as the one before it, which binds the log to its archive.
    static func genesis(_ origin: String) -> String { SHA256.digest(of: origin) }
}
