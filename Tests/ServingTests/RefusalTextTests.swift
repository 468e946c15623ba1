import Foundation
import Testing

@testable import Serving

@Suite("What a visitor is told", .timeLimit(.minutes(1)))
struct RefusalTextTests {
    private static let host = "Host: localhost:8080\r\n"

    @Test(
        "What is refused is told in one line",
        arguments: [
            ("GET /nothing HTTP/1.1\r\n\(host)\r\n", 404, "There is no such report.\n"),
            ("DELETE / HTTP/1.1\r\n\(host)\r\n", 405, "Nothing can be changed here.\n"),
            ("GET / HTTP/1.1\r\n\r\n", 400, "This is not a request.\n"),
            (
                "GET /\(String(repeating: "x", count: 5000)) HTTP/1.1\r\n\(host)\r\n", 414,
                "The address is too long.\n"
            ),
            (
                "GET / HTTP/1.1\r\nHost: desk.example.org\r\n\r\n", 421,
                "Without a password this is shown on this machine alone: open it at 127.0.0.1 or localhost.\n"
            ),
            (
                "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 9000))\r\n\r\n", 431,
                "The header is too long.\n"
            ),
            ("GET / HTTP/2.0\r\n\(host)\r\n", 505, "This speaks HTTP/1.1.\n"),
        ])
    func requests(request: String, status: Int, text: String) async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        try await connection.send(request)
        let reply = try await connection.answer()
        #expect(reply.status == status && reply.body == text)
    }

    @Test("A preview has one page")
    func preview() async throws {
        let connection = try await Connection(to: PreviewSite())
        try await connection.send("GET /secret HTTP/1.1\r\n\(Self.host)\r\n")
        let reply = try await connection.answer()
        #expect(reply.status == 404 && reply.body == "A preview has one page.\n")
    }

    @Test("Where it cannot listen, or may not, the address is named with the remedy")
    func addresses() async throws {
        let refusal = #expect(throws: BindAddress.Refusal.self) {
            try BindAddress(host: "0.0.0.0", port: 8080, isAuthenticated: false)
        }
        #expect(
            refusal?.description
                == "0.0.0.0 can be reached from other machines: set THETADESK_SERVE_USER and THETADESK_SERVE_PASSWORD in the "
                + "environment, or listen on 127.0.0.1")
        let nowhere = try BindAddress(host: "desk", port: 8080, isAuthenticated: true)
        let failure = await #expect(throws: SiteServer.Failure.self) {
            try await SiteServer(PreviewSite(), at: nowhere).run { _ in }
        }
        #expect(
            failure?.description
                == "cannot listen on desk:8080 (not an address); choose another port or stop what listens there")
    }
}
