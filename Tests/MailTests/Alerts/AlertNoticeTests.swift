import Dates
import Foundation
import Testing

@testable import Mail

@Suite("What alerts say")
struct AlertNoticeTests {
    private func notice(recovered: Bool = false, body: String = "Three nights in a row.\nCheck the relay.") throws
        -> AlertNotice
    {
        AlertNotice(
            alert: try Alert(
                key: "nightly.mail", title: "Mail is not going out", body: body, severity: .critical),
            since: Fixture.evening, recoveredAt: recovered ? Fixture.evening.adding(seconds: 3600) : nil,
            channels: AlertChannel.allCases)
    }

    @Test("The log has one line, whatever the words hold")
    func log() throws {
        #expect(
            try notice().logLine
                == "2025-11-21T22:00:00Z CRITICAL: Mail is not going out [nightly.mail] Three nights in a row. Check the relay."
        )
        #expect(try notice(recovered: true).logLine.hasPrefix("2025-11-21T23:00:00Z RECOVERED: Mail is not going out"))
        #expect(try notice(body: "a\r\n\u{1B}[31m\u{2028}b").logLine.unicodeScalars.allSatisfy { !$0.isControl })
    }

    @Test("The mail has the headline for its subject, and a name of its own for each notice")
    func mail() throws {
        let message = try notice().message(from: Fixture.desk, to: Fixture.reader, host: "example.com")
        #expect(message.header("Subject") == "CRITICAL: Mail is not going out")
        #expect(message.header("X-Alert-Key") == "nightly.mail")
        #expect(message.header("Date") == "Fri, 21 Nov 2025 17:00:00 -0500")
        #expect(
            message.text.hasSuffix(
                "CRITICAL: Mail is not going out\r\n\r\nThree nights in a row.\r\nCheck the relay.\r\n\r\n"
                    + "Since 2025-11-21 17:00 New York.\r\n"))
        #expect(try notice().message(from: Fixture.desk, to: Fixture.reader, host: "example.com") == message)
        let end = try notice(recovered: true).message(from: Fixture.desk, to: Fixture.reader, host: "example.com")
        #expect(end.id != message.id)
        #expect(end.text.contains("It lasted from 2025-11-21 17:00 to 2025-11-21 18:00 New York."))
    }

    @Test("The webhook's body is JSON, whatever the words hold")
    func webhook() throws {
        let body = try notice(body: "\"a\\b\"\t<@channel> & \u{0} 🚀\nnext\u{7F}").webhookBody
        let object = try JSONDecoder().decode([String: String].self, from: Data(body.utf8))
        #expect(
            object["text"]
                == "CRITICAL: Mail is not going out\n\"a\\b\" &lt;@channel&gt; &amp;   🚀\nnext \n\nSince 2025-11-21 17:00 New York."
        )
    }
}
