import Digests
import Testing

@Suite("SHA-256 for policies")
struct SHA256IntegrityTests {
    // Expected values: Python 3.11, base64.b64encode(hashlib.sha256(text).digest()).
    @Test(
        "the digest's bytes in base 64",
        arguments: [
            ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
            ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
            (String(repeating: "a", count: 1_000_000), "sha256-zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="),
        ])
    func integrity(text: String, expected: String) {
        #expect(SHA256.integrity(of: text) == expected)
    }
}
