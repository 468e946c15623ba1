import Testing

@testable import Mail

@Suite("What cannot stand in a mail")
struct MailErrorTests {
    /// What is said of something that is refused.
    private func said(_ make: () throws -> Void) -> String? {
        #expect(throws: MailError.self) { try make() }?.description
    }

    @Test(
        "An address is named with the rule that it breaks",
        arguments: [
            ("ada@example.com\n", "holds a line end or another control character; take it out", "ada@example.com\\n"),
            ("Ada <ada@example.com> x", "must end with the '>' that its '<' opens", nil),
            ("ada", "must have one '@'; write name@example.com", nil),
            (
                "a da@example.com",
                "has no plain name before the '@': up to 64 ASCII letters, digits, dots and !#$%&'*+-/=?^_`{|}~", nil
            ),
            (
                "ada@exa_mple.com",
                "has no host name after the '@'; write one such as example.com, in ASCII (xn--… for others)", nil
            ),
        ])
    func addresses(address: String, rule: String, shown: String?) {
        #expect(said { _ = try MailAddress(address) } == "mail address '\(shown ?? address)': \(rule)")
    }

    @Test("A long value is shown by its beginning")
    func long() {
        let value = String(repeating: "x", count: 100)
        #expect(
            said { _ = try MailAddress(value) }
                == "mail address '\(String(repeating: "x", count: 79))…': must have one '@'; write name@example.com")
    }

    @Test(
        "A server is named with the rule that its address breaks; a name or password in it is not repeated",
        arguments: [
            (
                "smtp://ada:s3cret@mail.example.com",
                "'•••': must not hold a name or a password; set THETADESK_SMTP_USER and THETADESK_SMTP_PASSWORD in the "
                    + "environment"
            ),
            ("file:///x", "'file:///x': must read smtp://HOST:PORT or smtps://HOST:PORT"),
            ("smtp://mail.example.com:0", "'smtp://mail.example.com:0': must have a port from 1 to 65535"),
            ("smtp://mail.example.com:65536", "'smtp://mail.example.com:65536': must have a port from 1 to 65535"),
        ])
    func servers(address: String, text: String) {
        #expect(said { _ = try SMTPServer(address) } == "mail server \(text)")
    }

    @Test("Plain text is for this machine alone, and a time is positive")
    func transport() {
        for address in ["smtp://mail.example.com", "smtps://localhost"] {
            #expect(
                said { _ = try SMTPServer(address, plainText: true) }
                    == "mail server '\(address)': may be spoken to in plain text only as smtp:// on this machine (localhost, "
                    + "127.0.0.1, [::1])")
        }
        for (connect, total) in [(0, 10), (20, 10)] {
            #expect(
                said { _ = try SMTPServer("smtp://localhost", connectSeconds: connect, totalSeconds: total) }
                    == "mail server's time '\(connect) s of \(total) s': must be positive, and that for the connection within "
                    + "that for all")
        }
    }

    @Test("A name and a password are set together, each without control characters")
    func credentials() {
        let (user, password) = (Credentials.userVariable, Credentials.passwordVariable)
        let cases = [
            ([user: "ada"], password, "is not set although its other half is; set both or neither"),
            ([password: "s3cret"], user, "is not set although its other half is; set both or neither"),
            (
                [user: "", password: "s3cret"], user,
                "is empty or holds a line end or another control character; set it without one"
            ),
            (
                [user: "ada", password: "s3cret\n"], password,
                "is empty or holds a line end or another control character; set it without one"
            ),
        ]
        for (environment, variable, rule) in cases {
            #expect(
                said { _ = try Credentials(environment: environment) }
                    == "environment variable '\(variable)': \(rule)")
        }
    }

    @Test(
        "The address of a chat is named by its variable alone",
        arguments: [
            ("", "is no web address; set it to https://HOST/PATH"),
            ("https:///s3cret", "is no web address; set it to https://HOST/PATH"),
            ("ftp://hooks.example.com/s3cret", "must begin with https://; http:// is for this machine only"),
            ("http://hooks.example.com/s3cret", "must begin with https://; http:// is for this machine only"),
        ])
    func webhooks(address: String, rule: String) {
        #expect(
            said { _ = try Webhook(Secret(address)) } == "environment variable 'THETADESK_WEBHOOK_URL': \(rule)")
        #expect(
            said { _ = try Webhook(Secret("https://hooks.example.com/s3cret"), seconds: 0) }
                == "webhook's time '0 s': must be positive")
    }

    @Test("An attachment, a header, a mail's name and an alert are named with the rule that they break")
    func parts() {
        let name = "must be named by up to 100 ASCII letters, digits, spaces and . - _, and not begin with a dot"
        for file in ["", ".profile", "a/b.pdf", "é.pdf"] {
            #expect(
                said { _ = try Attachment(name: file, type: "application/pdf", bytes: []) }
                    == "attachment '\(file)': \(name)")
        }
        #expect(
            said { _ = try Attachment(name: "a.pdf", type: "pdf", bytes: []) }
                == "attachment type 'pdf': must be a MIME type such as application/pdf")
        #expect(
            said { _ = try HeaderLine("Sub:ject", prose: "x") }
                == "header 'Sub:ject': must be named by up to 50 printable ASCII characters without ':'")
        #expect(said { _ = try HeaderLine("Subject", prose: "") } == "header Subject '': must not be empty")
        #expect(
            said { _ = try HeaderLine("Subject", prose: "a\r\nb") }
                == "header Subject 'a\\r\\nb': holds a line end or another control character; take it out")
        #expect(
            said { _ = try Alert(key: "nightly mail", title: "", body: "", severity: .notice) }
                == "alert's key 'nightly mail': must be a name such as nightly.mail of up to 64 ASCII characters")
    }

    @Test(
        "A mail's name is made of sound parts",
        arguments: [
            (
                "we ekly", "2026-W31", 1, "3f2a", "example.com",
                "kind 'we ekly': must be up to 64 ASCII letters, digits, inner dots and hyphens"
            ),
            (
                "weekly", "2026 W31", 1, "3f2a", "example.com",
                "period '2026 W31': must be up to 64 ASCII letters, digits, inner dots and hyphens"
            ),
            (
                "weekly", "2026-W31", 1, "", "example.com",
                "input id '': must be up to 64 ASCII letters, digits, inner dots and hyphens"
            ),
            ("weekly", "2026-W31", 0, "3f2a", "example.com", "revision '0': must be at least 1"),
            (
                "weekly", "2026-W31", 1, "3f2a", "exa_mple.com",
                "host 'exa_mple.com': is no host name; write one such as example.com, in ASCII (xn--… for others)"
            ),
        ])
    func names(kind: String, period: String, revision: Int, inputID: String, host: String, text: String) {
        #expect(
            said { _ = try MessageID(kind: kind, period: period, revision: revision, inputID: inputID, host: host) }
                == "message id's \(text)")
    }

    @Test(
        "Of an attempt to deliver it is said how it ended",
        arguments: [
            (Delivery.accepted(ServerReply(code: 250, text: "queued")), "accepted (250 queued)"),
            (.retry(ServerReply(code: 451, text: "later")), "not accepted for now (451 later)"),
            (.permanent(ServerReply(code: 550, text: "no such user")), "refused for good (550 no such user)"),
            (.misconfigured("no STARTTLS"), "not tried: no STARTTLS"),
            (.unknown("the connection broke"), "unknown: the connection broke"),
        ])
    func deliveries(delivery: Delivery, text: String) {
        #expect(delivery.description == text)
    }
}
