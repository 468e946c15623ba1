import Foundation
import Testing

@testable import Mail

/// Every way in which a webhook call ends, against a real server on loopback.
@Suite("Delivery to a webhook", TestServer.isThere, .serialized)
struct WebhookDeliveryTests {
    private func notice() throws -> AlertNotice {
        AlertNotice(
            alert: try Alert(
                key: "nightly.mail", title: "Mail is <not> going out & more",
                body: "Three \"nights\"\nin a row: 25 % 🚀",
                severity: .critical),
            since: Fixture.evening, channels: [.webhook])
    }

    private func post(_ mode: String, in folder: Folder) throws -> (delivery: Delivery, server: TestServer) {
        let server = try TestServer(mode, in: folder.url)
        let address = Secret("http://127.0.0.1:\(server.port)/T0/s3cret")
        let hook = try Webhook(address, seconds: mode == "web-silent" ? 2 : 30)
        return (hook.post(try notice()), server)
    }

    @Test("The message is JSON with one text, to the address that was given")
    func body() throws {
        let folder = try Folder()
        let (delivery, server) = try post("web-200", in: folder)
        guard case .accepted(let reply) = delivery else {
            Issue.record("\(delivery)")
            return
        }
        #expect(reply.code == 200)
        struct Request: Decodable {
            let line: String
            let headers: [String: String]
            let body: String
        }
        let request = try JSONDecoder().decode(Request.self, from: Data(try #require(server.requests.first)))
        #expect(request.line == "POST /T0/s3cret HTTP/1.1")
        #expect(request.headers["content-type"] == "application/json; charset=utf-8")
        let object = try JSONDecoder().decode([String: String].self, from: Data(request.body.utf8))
        #expect(
            object == [
                "text": "CRITICAL: Mail is &lt;not&gt; going out &amp; more\nThree \"nights\"\nin a row: 25 % 🚀\n\n"
                    + "Since 2025-11-21 17:00 New York."
            ])
    }

    @Test(
        "Each answer says what may be done next",
        arguments: [
            ("web-204", "accepted"), ("web-301", "misconfigured"), ("web-400", "permanent"),
            ("web-403", "misconfigured"),
            ("web-404", "misconfigured"), ("web-410", "misconfigured"), ("web-429", "retry"), ("web-500", "retry"),
            ("web-503", "retry"), ("web-silent", "retry"), ("web-close", "retry"),
        ])
    func answers(mode: String, expected: String) throws {
        let folder = try Folder()
        let (delivery, server) = try post(mode, in: folder)
        #expect("\(Mirror(reflecting: delivery).children.first?.label ?? "")" == expected)
        #expect(server.requests.count == 1, "a redirection is not followed")
        #expect(!"\(delivery)".contains("s3cret"), "the address is a secret")
    }

    @Test("Where nothing listens there is another time, and where nothing is encrypted there is none")
    func nobodyThere() throws {
        let folder = try Folder()
        let server = try TestServer("web-200", in: folder.url)
        let encrypted = try Webhook(Secret("https://127.0.0.1:\(server.port)/s3cret"), seconds: 2)
        #expect("\(encrypted.post(try notice()))".contains("not accepted for now"))
        let gone = try Webhook(Secret("http://127.0.0.1:\(server.port)/s3cret"), seconds: 30)
        server.stop()
        let delivery = gone.post(try notice())
        #expect("\(delivery)" == "not accepted for now (127.0.0.1: Couldn't connect to server)")
        #expect(server.requests.isEmpty)
    }
}
