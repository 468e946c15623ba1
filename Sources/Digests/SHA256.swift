internal import CCrypto
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
    public static func digest(of text: String) -> String { digest(of: Array(text.utf8)) }

    /// The digest of bytes.
    public static func digest(of bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        return digest { add in bytes.withUnsafeBytes(add) }
    }

    /// The digest of a file's bytes, read piece by piece, so that memory does not grow with the file.
    public static func digest(ofFile path: String) throws(Unreadable) -> String {
        guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var failed = false
        let digest = digest { add in
            withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
                while true {
                    let count = fread(buffer.baseAddress, 1, buffer.count, file)
                    if count == 0 { break }
                    add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
                // A folder opens, and then refuses to be read.
                failed = ferror(file) != 0
            }
        }
        guard !failed else { throw Unreadable(path: path) }
        return digest
    }

    private static func digest(_ feed: ((UnsafeRawBufferPointer) -> Void) -> Void) -> String {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        // These calls fail only without memory or without the algorithm, and then there is nothing to go on with.
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
        feed { bytes in
            if let start = bytes.baseAddress, !bytes.isEmpty {
                precondition(EVP_DigestUpdate(context, start, bytes.count) == 1, "libcrypto could not go on")
            }
        }
        var result = [UInt8](repeating: 0, count: 32)
        precondition(EVP_DigestFinal_ex(context, &result, nil) == 1, "libcrypto could not finish")
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
