import Mail
import Testing

@Suite("Mail servers")
struct SMTPServerTests {
    @Test(
        "are a scheme, a host and a port",
        arguments: [
            ("smtp://mail.example.com", "mail.example.com", 587, SMTPServer.Security.startTLS),
            ("smtps://mail.example.com", "mail.example.com", 465, .tls),
            ("SMTP://Mail.Example.com:25/", "mail.example.com", 25, .startTLS),
            ("smtps://127.0.0.1:1465", "127.0.0.1", 1465, .tls), ("smtp://[::1]:2525", "[::1]", 2525, .startTLS),
        ])
    func reading(text: String, host: String, port: Int, security: SMTPServer.Security) throws {
        let server = try SMTPServer(text)
        #expect(server.host == host && server.port == port && server.security == security)
        #expect(try SMTPServer(server.description) == server)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "mail.example.com", "http://mail.example.com", "smtp://", "smtp://mail example.com",
            "smtp://mail.example.com/path", "smtp://mail.example.com?x", "smtp://mail.example.com#x",
            "smtp://mail.example.com:0", "smtp://mail.example.com:65536", "smtp://mail.example.com:abc",
            "smtp://mail.example.com\r\nHELO x", "smtp://mail_host", "smtp://10.0.0.1.", "file:///etc/passwd",
        ])
    func refused(text: String) {
        #expect(throws: MailError.self) { try SMTPServer(text) }
    }

    @Test("with a password in the address are refused without repeating it")
    func password() {
        for text in ["smtp://desk:hunter2@mail.example.com", "smtp://desk@mail.example.com", "smtp://a:hunter2@b@c"] {
            let error = #expect(throws: MailError.self) { try SMTPServer(text) }
            #expect(error?.description.contains("THETADESK_SMTP_PASSWORD") == true)
            #expect(error?.description.contains("hunter2") == false)
        }
    }

    @Test("with a query are refused without repeating it")
    func query() {
        let error = #expect(throws: MailError.self) { try SMTPServer("smtp://mail.example.com?pass=hunter2") }
        #expect(
            error?.description.contains("smtp://mail.example.com") == true
                && error?.description.contains("hunter2") == false)
    }

    @Test("are spoken to in plain text on this machine only, and only where that was asked for")
    func plainText() throws {
        for host in ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"] {
            #expect(try SMTPServer("smtp://\(host):25", plainText: true).security == .plainText)
            #expect(try SMTPServer("smtp://\(host):25").security == .startTLS)
        }
        for text in [
            "smtp://mail.example.com", "smtp://127.0.0.1.example.com", "smtp://128.0.0.1", "smtp://127.0.0.256",
            "smtp://localhost.example.com", "smtps://localhost",
        ] {
            #expect(throws: MailError.self) { try SMTPServer(text, plainText: true) }
        }
    }

    @Test("have time-outs that can be kept", arguments: [(0, 10), (10, 9), (-1, -1)])
    func times(connect: Int, total: Int) {
        #expect(throws: MailError.self) {
            try SMTPServer("smtp://localhost", connectSeconds: connect, totalSeconds: total)
        }
    }
}
