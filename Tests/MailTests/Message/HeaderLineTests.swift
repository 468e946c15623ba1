import Foundation
import Testing

@testable import Mail

@Suite("Headers")
struct HeaderLineTests {
    @Test(
        "of plain ASCII stand as they are",
        arguments: [
            "Weekly 2025-W47: HOLD at 25 %, 2 checks failed", "a", "odd = but ?fine?",
        ])
    func plain(value: String) throws {
        #expect(try HeaderLine("Subject", prose: value).text == "Subject: \(value)\r\n")
    }

    @Test("are folded at spaces before column 76")
    func folding() throws {
        let words = Array(repeating: "promising", count: 20).joined(separator: " ")
        let text = try HeaderLine("Subject", prose: words).text
        #expect(text.hasSuffix("\r\n"))
        let lines = text.dropLast().components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" promising") })
        // Unfolding takes out the line ends and nothing else (RFC 5322, section 2.2.3).
        #expect(lines.joined() == "Subject: \(words)")
    }

    // Python 3.11: base64.b64encode of the UTF-8 bytes.
    @Test(
        "with other characters become encoded words",
        arguments: [
            ("Überprüfung der Woche", "=?UTF-8?B?w5xiZXJwcsO8ZnVuZyBkZXIgV29jaGU=?="),
            ("Grüße 🚀", "=?UTF-8?B?R3LDvMOfZSDwn5qA?="),
            // What a reader would decode, or trim, must not stand as it is.
            ("=?UTF-8?B?eA==?=", "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?="),
            (" spaces  kept ", "=?UTF-8?B?IHNwYWNlcyAga2VwdCA=?="),
        ])
    func encoded(value: String, expected: String) throws {
        #expect(try HeaderLine("Subject", prose: value).text == "Subject: \(expected)\r\n")
    }

    @Test(
        "with many of them are split between whole characters, on lines of at most 76",
        arguments: [
            String(repeating: "Überprüfung ", count: 20), String(repeating: "🚀", count: 60),
            String(repeating: "x", count: 500), "é" + String(repeating: "👩‍👩‍👧‍👦", count: 20),
        ])
    func long(value: String) throws {
        for name in ["Subject", "X-A-Header-With-A-Name-Of-Forty-Nine-Characters-A"] {
            let text = try HeaderLine(name, prose: value).text
            var decoded = ""
            for line in text.dropLast().components(separatedBy: "\r\n") where !line.isEmpty {
                #expect(line.utf8.count <= 76)
                for word in line.split(separator: " ") where !word.hasSuffix(":") {
                    #expect(word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") && word.utf8.count <= 75)
                    let bytes = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
                    decoded += try #require(String(data: bytes, encoding: .utf8), "a character was cut")
                }
            }
            #expect(decoded == value)
        }
    }

    @Test(
        "with a line end or another control character are refused",
        arguments: [
            "a\r\nBcc: all@example.com", "a\nb", "a\rb", "a\0b", "a\u{7F}", "tab\there", "a\u{85}b", "a\u{2028}b",
            "a\u{1B}[31m",
        ])
    func injection(value: String) {
        let error = #expect(throws: MailError.self) { try HeaderLine("Subject", prose: value) }
        #expect(error?.description.contains("header Subject") == true)
        #expect(error?.description.contains("take it out") == true)
        #expect(error?.description.unicodeScalars.contains { $0.value < 32 } == false)
    }

    @Test("of nothing are refused")
    func empty() {
        #expect(throws: MailError.self) { try HeaderLine("Subject", prose: "") }
    }

    @Test(
        "have a name of printable ASCII without a colon",
        arguments: ["", "X Y", "X:", "X\r\nY", "Ü", String(repeating: "X", count: 51)])
    func name(name: String) {
        #expect(throws: MailError.self) { try HeaderLine(name, prose: "value") }
    }

    @Test(
        "of addresses quote the owner's name, or encode it",
        arguments: [
            ("desk@example.com", "From: <desk@example.com>\r\n"),
            ("Desk, New York <desk@example.com>", "From: \"Desk, New York\" <desk@example.com>\r\n"),
            (#"a\b "c" d <desk@example.com>"#, #"From: "a\\b \"c\" d" <desk@example.com>"# + "\r\n"),
            ("Grüße 🚀 <desk@example.com>", "From: =?UTF-8?B?R3LDvMOfZSDwn5qA?= <desk@example.com>\r\n"),
        ])
    func address(text: String, expected: String) throws {
        #expect(try HeaderLine("From", address: MailAddress(text)).text == expected)
    }
}
