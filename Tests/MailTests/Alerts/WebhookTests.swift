import CCurl
import Testing

@testable import Mail

@Suite("Webhooks")
struct WebhookTests {
    @Test(
        "are https, or http on this machine",
        arguments: ["https://hooks.example.com/services/T0/s3cret", "http://127.0.0.1:8080/x", "http://localhost/x"])
    func addresses(text: String) throws {
        #expect(try Webhook(environment: [Webhook.variable: text]) != nil)
    }

    @Test(
        "are nothing else, and the refusal keeps the secret",
        arguments: [
            "", "s3cret", "http://hooks.example.com/s3cret", "ftp://hooks.example.com/s3cret", "file:///s3cret",
            "https:///s3cret", "https://hooks.example.com/s3cret\n", "http://127.0.0.1.example.com/s3cret",
        ])
    func refused(text: String) {
        let error = #expect(throws: MailError.self) { try Webhook(Secret(text)) }
        #expect(error?.description.contains("THETADESK_WEBHOOK_URL") == true)
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test("are not there where the environment names none, and have a time-out")
    func absent() throws {
        #expect(try Webhook(environment: [:]) == nil)
        #expect(throws: MailError.self) { try Webhook(Secret("https://hooks.example.com/x"), seconds: 0) }
    }

    // RFC 9110, section 15; 408, 425 and 429 are the statuses that ask for another time.
    @Test(
        "An answer decides; where there is none, it is told again",
        arguments: [
            (CURLE_OK, 200, "accepted"), (CURLE_OK, 204, "accepted"), (CURLE_OK, 302, "misconfigured"),
            (CURLE_OK, 400, "permanent"), (CURLE_OK, 401, "misconfigured"), (CURLE_OK, 404, "misconfigured"),
            (CURLE_OK, 408, "retry"), (CURLE_OK, 425, "retry"), (CURLE_OK, 429, "retry"), (CURLE_OK, 500, "retry"),
            (CURLE_OK, 0, "permanent"), (CURLE_COULDNT_CONNECT, 0, "retry"), (CURLE_OPERATION_TIMEDOUT, 0, "retry"),
            (CURLE_RECV_ERROR, 0, "retry"), (CURLE_PEER_FAILED_VERIFICATION, 0, "misconfigured"),
        ] as [(CURLcode, Int, String)])
    func outcomes(curl: CURLcode, status: Int, expected: String) {
        let delivery = WebhookOutcome(code: curl, status: status, host: "hooks.example.com").delivery
        #expect(Mirror(reflecting: delivery).children.first?.label == expected)
        #expect("\(delivery)".contains("hooks.example.com"))
    }
}
