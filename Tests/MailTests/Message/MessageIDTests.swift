import Mail
import Testing

@Suite("Message ids")
struct MessageIDTests {
    @Test("are made of the report's kind, period, revision and input")
    func form() throws {
        #expect(Fixture.id.description == "<weekly.2025-W47.r1.3f2a9c41@reports.example.com>")
        #expect(Fixture.id(revision: 2) != Fixture.id)
    }

    @Test(
        "have no part that would break a header",
        arguments: [
            ("", "2025-W47", 1, "3f", "example.com"), ("weekly", "2025 W47", 1, "3f", "example.com"),
            ("weekly", "2025-W47", 0, "3f", "example.com"), ("weekly", "2025-W47", 1, "3f>\r\nX: y", "example.com"),
            ("weekly", "2025-W47", 1, "3f", "example.com>"), ("weekly", "2025-W47", 1, "3f", ""),
            ("week@ly", "2025-W47", 1, "3f", "example.com"),
            ("weekly", "2025-W47", 1, String(repeating: "f", count: 65), "example.com"),
        ])
    func refused(kind: String, period: String, revision: Int, input: String, host: String) {
        #expect(throws: MailError.self) {
            try MessageID(kind: kind, period: period, revision: revision, inputID: input, host: host)
        }
    }
}
