import Digests
import Foundation
import Testing

@testable import Mail

/// Mails as Python's email package reads them, which has nothing in common with the code that wrote them.
@Suite("Mails read by somebody else", TestServer.isThere)
struct IndependentReaderTests {
    private struct Reading: Decodable {
        struct Part: Decodable {
            let type: String
            let children: Int?
            let name: String?
            let disposition: String?
            let bytes: Int?
            let sha256: String?
            let text: String?
        }
        let headers: [String: String]
        let defects: [String]
        let parts: [Part]
    }

    private func read(_ message: MailMessage) throws -> Reading {
        let folder = try Folder()
        try Data(message.bytes).write(to: URL(fileURLWithPath: folder.path("mail.eml")))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(TestServer.python))
        process.arguments = [TestServer.script("check-mail.py"), folder.path("mail.eml")]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Reading.self, from: data)
    }

    @Test("Parts, texts, names and the workbook's bytes come out as they went in")
    func whole() throws {
        let workbook = Fixture.bytes(200_003)
        let text =
            "Decision: HOLD at 25 %\n.dot\nFrom here\nKöln €\ttab \n" + String(repeating: "x", count: 3000) + "\n"
        let html = "<p title=\"a=b\">Köln</p>\n"
        let mail = try read(
            Fixture.message(
                text: text, html: html,
                attachments: [
                    Attachment(name: "weekly-2025-W47.xlsx", type: Attachment.workbookType, bytes: workbook),
                    Attachment(name: "empty file.bin", type: "application/octet-stream", bytes: []),
                ], headers: [("X-Report-Log-Head", String(repeating: "9f", count: 32))]))
        #expect(mail.defects.isEmpty)
        #expect(
            mail.parts.map(\.type) == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/html", Attachment.workbookType,
                "application/octet-stream",
            ])
        #expect(mail.parts[0].children == 3 && mail.parts[1].children == 2)
        #expect(mail.parts[2].text == text)
        #expect(mail.parts[3].text == html)
        #expect(mail.parts[4].name == "weekly-2025-W47.xlsx" && mail.parts[4].disposition == "attachment")
        #expect(mail.parts[4].bytes == workbook.count && mail.parts[4].sha256 == SHA256.digest(of: workbook))
        #expect(mail.parts[5].name == "empty file.bin" && mail.parts[5].bytes == 0)
        #expect(mail.headers["X-Report-Log-Head"] == String(repeating: "9f", count: 32))
        #expect(mail.headers["Date"] == "Fri, 21 Nov 2025 17:00:00 -0500")
        #expect(mail.headers["Message-ID"] == Fixture.id.description)
        #expect(mail.headers["To"] == "pm@example.org")
    }

    @Test(
        "Subjects come out as they went in",
        arguments: [
            "Weekly 2025-W47: HOLD at 25 %, 2 checks failed", "Überprüfung 🚀", "=?UTF-8?B?eA==?=", "double  space",
            String(repeating: "long subject ", count: 30) + "end", String(repeating: "Größe 👩‍👩‍👧‍👦 ", count: 30) + "end",
            String(repeating: "x", count: 300), "narrow\u{202F}space",
        ])
    func subjects(subject: String) throws {
        let mail = try read(Fixture.message(subject: subject))
        #expect(mail.defects.isEmpty)
        #expect(mail.headers["Subject"] == subject)
    }

    @Test(
        "Owners' names come out as they went in",
        arguments: ["Desk, New York", #"a\b "c" d"#, "Grüße 🚀", "Anne-Zoë Müller-Lüdenscheidt"])
    func names(name: String) throws {
        let to = try MailAddress("\(name) <pm@example.org>")
        let mail = try read(Fixture.message(to: to))
        #expect(mail.defects.isEmpty)
        #expect(mail.headers["To"]?.hasSuffix("<pm@example.org>") == true)
        var words = String(mail.headers["To"]?.dropLast(" <pm@example.org>".count) ?? "")
        if words.hasPrefix("\"") {
            words = String(words.dropFirst().dropLast()).replacing(/\\(.)/) { String($0.output.1) }
        }
        #expect(words == name)
    }
}
