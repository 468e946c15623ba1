internal import Foundation

/// SHA-256 digests (FIPS 180-4), computed by OpenSSL's libcrypto: 64 hexadecimal digits in small letters.
public enum SHA256 {
    /// A file whose digest was asked for cannot be read.
    public struct Unreadable: Error, Equatable, Sendable, CustomStringConvertible {
        /// The file.
        public let path: String

        /// The file, what is wrong and the remedy.
        public var description: String { "\(path): cannot be read; check that it is there and its permissions" }
    }

    /// The digest of a text's UTF-8 bytes.
    public static func digest(of text: String) -> String {
        var stream = SHA256Stream()
        stream.add(text)
        return stream.finish()
    }

    /// The digest of bytes.
    public static func digest(of bytes: some Sequence<UInt8>) -> String {
        var stream = SHA256Stream()
        Array(bytes).withUnsafeBytes { stream.add($0) }
        return stream.finish()
    }

    /// The digest of a file's bytes, read piece by piece, so that memory does not grow with the file.
    public static func digest(ofFile path: String) throws(Unreadable) -> String {
        guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var stream = SHA256Stream()
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
            while true {
                let count = fread(buffer.baseAddress, 1, buffer.count, file)
                if count == 0 { break }
                stream.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        // A folder opens, and then refuses to be read.
        guard ferror(file) == 0 else { throw Unreadable(path: path) }
        return stream.finish()
    }
}
