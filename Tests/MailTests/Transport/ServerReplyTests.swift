import Testing

@testable import Mail

@Suite("Replies of servers")
struct ServerReplyTests {
    @Test("are put together from their lines, and given once they are whole")
    func lines() {
        var reader = SMTPReplyReader()
        #expect(reader.read("250-mail.example.com\r\n") == nil)
        #expect(reader.read("250-SIZE 1000\r\n") == nil)
        #expect(reader.read("250 HELP\r\n") == ServerReply(code: 250, text: "mail.example.com SIZE 1000 HELP"))
        #expect(reader.read("354\r\n") == ServerReply(code: 354, text: ""))
        #expect(reader.read("not a reply\r\n") == nil)
        #expect(reader.read("25") == nil)
        #expect(reader.read("999 x\r\n") == nil)
        #expect(reader.read("550 5.1.1 no such user\r\n")?.description == "550 5.1.1 no such user")
    }

    @Test("cannot forge lines of a log or fill it")
    func hostile() {
        let reply = ServerReply(
            code: 550, text: "no\r\n2025-11-21 forged\u{1B}[31m " + String(repeating: "x", count: 9999))
        #expect(reply.text.hasPrefix("no 2025-11-21 forged [31m xxx"))
        #expect(reply.text.count == 300)
        var reader = SMTPReplyReader()
        for _ in 0..<10_000 { #expect(reader.read("250-\(String(repeating: "x", count: 50))\r\n") == nil) }
        #expect(reader.read("250 end\r\n")?.text.count == 300)
    }

    @Test("are words where there is no number, and a number where there are no words")
    func description() {
        #expect(ServerReply(code: 0, text: "no route").description == "no route")
        #expect(ServerReply(code: 250, text: "").description == "250")
    }
}
