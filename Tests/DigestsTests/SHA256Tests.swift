@testable import Digests
import Foundation
import Testing

/// Expected values: NIST, "Examples with Intermediate Values", SHA-256; the empty text and the million letters from FIPS 180-2,
/// appendix B.
@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "texts of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func texts(text: String, expected: String) {
        #expect(SHA256.digest(of: text) == expected)
    }

    @Test("a file, longer than one piece")
    func file() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("digest-\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try String(repeating: "a", count: 1_000_000).write(toFile: path, atomically: false, encoding: .utf8)
        #expect(
            try SHA256.digest(ofFile: path) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("a file that is not there, and a folder, are named")
    func missing() {
        for path in ["/nowhere/to/be/found", NSTemporaryDirectory()] {
            #expect(throws: SHA256.Unreadable(path: path)) { try SHA256.digest(ofFile: path) }
        }
        #expect(
            SHA256.Unreadable(path: "a/b").description
                == "a/b: cannot be read; check that it is there and its permissions")
    }
}
