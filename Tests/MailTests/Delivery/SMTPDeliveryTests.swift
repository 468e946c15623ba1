import Foundation
import Testing

@testable import Mail

/// Every way in which an SMTP conversation ends, against a real server on loopback.
@Suite("Delivery by SMTP", TestServer.isThere, .serialized)
struct SMTPDeliveryTests {
    /// What a case must become.
    enum Expected: Sendable {
        case accepted(Int), retry(Int), permanent(Int), misconfigured(String), unknown
    }

    private func check(_ delivery: Delivery, _ expected: Expected) {
        switch (delivery, expected) {
        case (.accepted(let reply), .accepted(let code)): #expect(reply.code == code)
        case (.retry(let reply), .retry(let code)): #expect(reply.code == code, "\(reply)")
        case (.permanent(let reply), .permanent(let code)): #expect(reply.code == code)
        case (.misconfigured(let reason), .misconfigured(let words)): #expect(reason.contains(words))
        case (.unknown, .unknown): break
        default: Issue.record("\(delivery) instead of \(expected)")
        }
    }

    @Test(
        "ends as the server's behaviour says, and says whether the end of the mail had left",
        arguments: [
            ("accept", .accepted(250), true, 1),
            ("greylist", .retry(451), true, 1),
            ("spam", .permanent(554), true, 1),
            ("reject", .permanent(550), false, 0),
            ("full", .retry(452), false, 0),
            ("login-later", .retry(454), false, 0),
            ("busy", .retry(421), false, 0),
            ("silent", .retry(0), false, 0),
            ("silent-sender", .retry(0), false, 0),
            ("close-recipient", .retry(0), false, 0),
            ("close-data", .retry(0), false, 0),
            ("silent-data", .unknown, true, 1),
            ("close-answer", .unknown, true, 1),
            ("silent-quit", .accepted(250), true, 1),
            ("no-starttls", .misconfigured("STARTTLS"), false, 0),
        ] as [(String, Expected, Bool, Int)])
    func modes(mode: String, expected: Expected, hasEnded: Bool, messages: Int) throws {
        let folder = try Folder()
        let server = try TestServer(mode, in: folder.url)
        var asked = 0
        let seconds = mode.hasPrefix("silent") ? 2 : 30
        let delivery = try server.transport(seconds: seconds).send(try Fixture.message()) {
            asked += 1
            return true
        }
        check(delivery, expected)
        #expect(asked == (hasEnded ? 1 : 0))
        #expect(server.messages.count == messages)
    }

    @Test("The sender's host greets, the size is told first, the addresses are those of the mail")
    func conversation() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        let message = try Fixture.message()
        check(try server.transport().send(message) { true }, .accepted(250))
        let sender = try server.event("sender")
        #expect(sender["greeting"] as? String == "example.com")
        #expect(sender["address"] as? String == "desk@example.com")
        #expect((sender["options"] as? [String])?.contains("SIZE=\(message.bytes.count)") == true)
        #expect(sender["user"] as? String == "desk")
        #expect(try server.event("message")["recipients"] as? [String] == ["pm@example.org"])
    }

    @Test("What arrives is what was sent, byte by byte, with a workbook of 5 MB and lines of dots")
    func sameBytes() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        let message = try Fixture.message(
            subject: "Überprüfung der Woche: 25 % 🚀",
            text: ".\n..\n.x\nFrom me\n" + String(repeating: ".\n", count: 50_000),
            html: "<p>.</p>\n.\n",
            attachments: [
                Attachment(name: "big.xlsx", type: Attachment.workbookType, bytes: Fixture.bytes(5_000_000))
            ])
        check(try server.transport().send(message) { true }, .accepted(250))
        // The server is told of the end by a line of its own, which is no part of the mail.
        #expect(server.messages == [message.bytes])
    }

    @Test("A connection that is encrypted from the first byte")
    func implicitTLS() throws {
        let folder = try Folder()
        let server = try TestServer("smtps", in: folder.url)
        check(try server.transport(scheme: "smtps").send(try Fixture.message()) { true }, .accepted(250))
        #expect(server.messages.count == 1)
    }

    @Test("A relay on this machine without encryption, where that was asked for")
    func plainText() throws {
        let folder = try Folder()
        let server = try TestServer("plain", in: folder.url)
        let message = try Fixture.message()
        check(try server.transport(plainText: true, user: nil).send(message) { true }, .accepted(250))
        #expect(server.messages == [message.bytes])
        check(try server.transport(user: nil).send(message) { true }, .misconfigured("STARTTLS"))
        #expect(server.messages.count == 1)
    }

    @Test("A wrong password stops, and the password is in no word of it")
    func wrongPassword() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        let delivery = try server.transport(password: "wr0ng-passw0rd").send(try Fixture.message()) { true }
        check(delivery, .misconfigured("535"))
        #expect(!"\(delivery)".contains("wr0ng"))
        #expect(server.messages.isEmpty)
    }

    @Test("A server that wants a sign-in where there are no credentials stops")
    func signInRequired() throws {
        let folder = try Folder()
        let server = try TestServer("login-required", in: folder.url)
        check(
            try server.transport(plainText: true, user: nil).send(try Fixture.message()) { true }, .misconfigured("530")
        )
    }

    @Test("A certificate that nobody vouches for, or of another name, stops before the password is sent")
    func untrusted() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        let message = try Fixture.message()
        check(try server.transport(authorities: "").send(message) { true }, .misconfigured("certificate"))
        let other = try TestServer("accept", in: folder.url.appending(path: "other"))
        check(
            try server.transport(authorities: other.certificate).send(message) { true }, .misconfigured("certificate"))
        check(
            try server.transport(authorities: folder.path("none.pem")).send(message) { true },
            .misconfigured("certificate"))
        // The right machine by a name that the certificate does not have.
        check(try server.transport(host: "127.0.0.1").send(message) { true }, .misconfigured("certificate"))
        #expect(server.messages.isEmpty)
    }

    @Test("Where nothing listens, and where there is no such host, there is another time")
    func nobodyThere() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        let transport = try server.transport()
        server.stop()
        check(transport.send(try Fixture.message()) { true }, .retry(0))
        let nowhere = SMTPTransport(
            server: try SMTPServer("smtp://mail.invalid", connectSeconds: 2, totalSeconds: 2), credentials: nil)
        check(nowhere.send(try Fixture.message()) { true }, .retry(0))
    }

    @Test("A mail that is withdrawn before its end reaches nobody")
    func withdrawn() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        check(try server.transport().send(try Fixture.message()) { false }, .retry(0))
        let large = try Fixture.message(
            attachments: [Attachment(name: "a", type: "a/b", bytes: Fixture.bytes(300_000))])
        check(try server.transport().send(large) { false }, .retry(0))
        #expect(server.messages.isEmpty)
        check(try server.transport().send(large) { true }, .accepted(250))
        #expect(server.messages.count == 1)
    }

    @Test("Proxies of the environment are not for mail")
    func proxy() throws {
        let folder = try Folder()
        let server = try TestServer("accept", in: folder.url)
        setenv("ALL_PROXY", "http://127.0.0.1:9", 1)
        defer { unsetenv("ALL_PROXY") }
        check(try server.transport().send(try Fixture.message()) { true }, .accepted(250))
    }
}
