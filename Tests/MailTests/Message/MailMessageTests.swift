import Dates
import Foundation
import Testing

@testable import Mail

@Suite("Mails")
struct MailMessageTests {
    private func weekly() throws -> MailMessage {
        try MailMessage(
            from: Fixture.desk, to: Fixture.reader, replyTo: Fixture.address("Ops <ops@example.com>"), id: Fixture.id,
            date: Fixture.evening, subject: "Weekly 2025-W47: HOLD at 25 %, 2 checks failed",
            text: "Decision: HOLD at 25 %\n\n.a line with a dot in front\nNet P&L  $1,234.56\nKöln\n",
            html: "<p>Decision: <b>HOLD at 25&nbsp;%</b></p>\n",
            attachments: [
                Attachment(name: "weekly-2025-W47.xlsx", type: Attachment.workbookType, bytes: Fixture.bytes(100))
            ],
            headers: [("X-Report-Input", "3f2a9c41"), ("X-Report-Log-Size", "312")])
    }

    @Test("A mail with text, HTML and a workbook is the golden file, byte by byte")
    func golden() throws {
        let text = try weekly().text
        #expect(text == (try Golden.text("weekly.eml", updatedBy: text)))
    }

    @Test("The same message gives the same bytes; another id gives other boundaries")
    func sameBytes() throws {
        #expect(try weekly().bytes == weekly().bytes)
        let boundary = try Regex("boundary=\"([^\"]+)\"")
        let other = try MailMessage(
            from: Fixture.desk, to: Fixture.reader, id: Fixture.id(revision: 2), date: Fixture.evening, subject: "x",
            text: "x", html: "x")
        let boundaries = try [weekly().text, other.text].map { $0.matches(of: boundary).map { $0.output[1].substring } }
        #expect(boundaries[0].count == 2 && boundaries[1].count == 1)
        #expect(Set(boundaries[0] + boundaries[1]).count == 3)
    }

    @Test("Every byte is ASCII, every line ends with CRLF, is short, and begins with no dot")
    func wire() throws {
        let text = String(repeating: "Ünïcode . and\n.dots\n\n", count: 500) + String(repeating: "x", count: 5000)
        let bytes = try Fixture.message(
            text: text, html: text, attachments: [Attachment(name: "a.bin", type: "a/b", bytes: Fixture.bytes(100_000))]
        ).bytes
        #expect(bytes.allSatisfy { $0 == 13 || $0 == 10 || (32...126).contains($0) })
        #expect(bytes.suffix(2) == [13, 10])
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.last == 13 && $0.count <= 79 && $0.first != UInt8(ascii: ".") })
    }

    @Test("Text alone is one part; nobody's holiday notice answers it")
    func plain() throws {
        let message = try Fixture.message(text: "Hello\n")
        #expect(message.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(message.header("Auto-Submitted") == "auto-generated")
        #expect(message.header("Message-ID") == "<weekly.2025-W47.r1.3f2a9c41@reports.example.com>")
        #expect(message.text.hasSuffix("\r\n\r\nHello\r\n"))
    }

    @Test("An empty file is a part, too")
    func emptyAttachment() throws {
        let message = try Fixture.message(attachments: [Attachment(name: "empty.txt", type: "text/plain", bytes: [])])
        #expect(message.text.contains("filename=\"empty.txt\""))
    }

    @Test(
        "A second header of a name is refused, also one that the mail writes itself",
        arguments: [
            [("Bcc", "all@example.com")], [("subject", "x")], [("X-A", "1"), ("x-a", "2")],
            [("Content-Type", "text/html")],
        ])
    func twice(headers: [(String, String)]) {
        let error = #expect(throws: MailError.self) {
            try Fixture.message(headers: headers.map { (name: $0.0, value: $0.1) })
        }
        #expect(error?.description.contains("is written by the mail itself or given twice") == true)
    }

    @Test("A header or subject cannot smuggle another header in")
    func injection() {
        #expect(throws: MailError.self) { try Fixture.message(subject: "x\r\nBcc: all@example.com") }
        #expect(throws: MailError.self) { try Fixture.message(headers: [("X-A", "1\r\n\r\nbody")]) }
        #expect(throws: MailError.self) { try Fixture.message(headers: [("X-A: 1\r\nBcc", "x")]) }
    }

    @Test(
        "Attachments have plain names and types",
        arguments: [
            ("", "a/b"), (".hidden", "a/b"), ("a\"b", "a/b"), ("a/b", "a/b"), ("..\\x", "a/b"), ("a\r\nb", "a/b"),
            ("ü.xlsx", "a/b"), (String(repeating: "a", count: 101), "a/b"), ("a", ""), ("a", "text"), ("a", "a/b/c"),
            ("a", "/b"), ("a", "a/b; x=\"y\""), ("a", "a/b\r\nX: y"),
        ])
    func attachment(name: String, type: String) {
        #expect(throws: MailError.self) { try Attachment(name: name, type: type, bytes: []) }
    }
}
