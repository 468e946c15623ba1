internal import CCrypto

/// A SHA-256 digest of bytes that come one after the other.
public struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer?

    /// A digest of nothing yet.
    public init() {
        context = EVP_MD_CTX_new()
        // These calls fail only without memory or without the algorithm, and then there is nothing to go on with.
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes up a text's UTF-8 bytes.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Takes up bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        precondition(EVP_DigestUpdate(context, start, bytes.count) == 1, "libcrypto could not go on")
    }

    /// The digest of everything taken up: 64 hexadecimal digits in small letters.
    public consuming func finish() -> String {
        var result = [UInt8](repeating: 0, count: 32)
        precondition(EVP_DigestFinal_ex(context, &result, nil) == 1, "libcrypto could not finish")
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
