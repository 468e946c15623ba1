import Mail
import Testing

@Suite("Mail addresses")
struct MailAddressTests {
    @Test(
        "are a mailbox, with a name or without",
        arguments: [
            ("desk@example.com", nil, "desk@example.com"),
            ("The Desk <desk@example.com>", "The Desk", "desk@example.com"),
            ("\"Desk, New York\" <desk@example.com>", "Desk, New York", "desk@example.com"),
            ("<desk@example.com>", nil, "desk@example.com"),
            ("Jörg Müller <j.mueller+desk@mail.example.co.uk>", "Jörg Müller", "j.mueller+desk@mail.example.co.uk"),
            ("root@localhost", nil, "root@localhost"),
            ("o'brien@xn--bcher-kva.example", nil, "o'brien@xn--bcher-kva.example"),
        ] as [(String, String?, String)])
    func reading(text: String, name: String?, mailbox: String) throws {
        let address = try MailAddress(text)
        #expect(address.name == name)
        #expect(address.mailbox == mailbox)
        #expect(try MailAddress(address.description) == address)
    }

    @Test("have a host")
    func host() throws {
        #expect(try MailAddress("Desk <desk@mail.example.com>").host == "mail.example.com")
    }

    @Test(
        "that could carry a header or a command, or that no relay takes, are refused",
        arguments: [
            "", "desk", "desk@", "@example.com", "desk@@example.com", "a b@example.com", "desk@example..com",
            "desk@-example.com", "desk@example.com-", "desk@exa_mple.com", ".desk@example.com", "desk.@example.com",
            "a..b@example.com", "\"a b\"@example.com", "desk@[127.0.0.1]", "bücher@example.com", "desk@bücher.example",
            "desk@example.com>", "Desk <desk@example.com", "Desk <desk@example.com> x", "<<desk@example.com>>",
            "desk@example.com\r\nBcc: all@example.com", "desk@example.com\nRCPT TO:<x@y.z>",
            "Desk\r\nBcc: x <desk@example.com>", "desk@example.com\0", "desk@example.com> SIZE=1 <a@b.c",
            "desk@example.com,other@example.com", "desk(comment)@example.com",
            "Desk\u{2028} <desk@example.com>", "Desk\u{85} <desk@example.com>",
            String(repeating: "a", count: 65) + "@example.com",
            "desk@" + String(repeating: "a", count: 64) + ".com",
            "desk@" + Array(repeating: "label", count: 50).joined(separator: "."),
        ])
    func refused(text: String) {
        #expect(throws: MailError.self) { try MailAddress(text) }
    }

    @Test("The refusal says what was seen, on one line, and what to do")
    func message() {
        let error = #expect(throws: MailError.self) { try MailAddress("desk@example.com\r\nBcc: all@example.com") }
        #expect(
            error?.description
                == "mail address 'desk@example.com\\r\\nBcc: all@example.com': holds a line end or another control "
                + "character; take it out")
        let long = #expect(throws: MailError.self) { try MailAddress(String(repeating: "x", count: 1000)) }
        #expect(
            long?.description
                == "mail address '\(String(repeating: "x", count: 79))…': must have one '@'; write name@example.com")
    }
}
