import Foundation
import Mathematics
import NIOCore
import NIOHTTP1
import Testing

@testable import Serving

@Suite("What comes over a connection", .timeLimit(.minutes(1)))
struct RequestReadingTests {
    private static let host = "Host: localhost:8080\r\n"

    @Test(
        "A request is read as the standard has it",
        arguments: [
            ("GET / HTTP/1.1\r\n\(host)\r\n", 200), ("\r\nGET / HTTP/1.1\r\n\(host)\r\n", 200),
            ("GET / HTTP/1.1\r\nHOST:localhost:8080\r\n\r\n", 200),
            // A target with a host of its own counts, and the field does not.
            ("GET http://127.0.0.1:8080/ HTTP/1.1\r\nHost: elsewhere\r\n\r\n", 200),
            ("GET HTTP://127.0.0.1:8080?from=mail HTTP/1.1\r\n\(host)\r\n", 200),
            ("GET http://elsewhere/ HTTP/1.1\r\n\(host)\r\n", 421),
            ("GET https://127.0.0.1:8080/ HTTP/1.1\r\n\(host)\r\n", 404),
            ("GET //elsewhere/ HTTP/1.1\r\n\(host)\r\n", 404), ("GET /nothing HTTP/1.1\r\n\(host)\r\n", 404),
            ("OPTIONS * HTTP/1.1\r\n\(host)\r\n", 405), ("DELETE / HTTP/1.1\r\n\(host)\r\n", 405),
            ("POST / HTTP/1.1\r\n\(host)Content-Length: 5\r\n\r\nhello", 405),
            ("CONNECT localhost:8080 HTTP/1.1\r\n\(host)\r\n", 405), ("FROB / HTTP/1.1\r\n\(host)\r\n", 405),
            ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", 400),
            ("GET / HTTP/1.0\r\n\(host)\r\n", 200), ("GET / HTTP/1.0\r\n\r\n", 421),
            ("GET / HTTP/9.9\r\n\(host)\r\n", 505), ("GET / HTTP/2.0\r\n\(host)\r\n", 505),
            ("GET / HTTP/1.2\r\n\(host)\r\n", 505), ("GET / HTTP/0.9\r\n\(host)\r\n", 505),
            ("GET / HTTP/1.1\r\n\(host)X: folded\r\n once\r\n\r\n", 400),
            // The line's end is part of the version.
            ("GET / HTTP/1.1\nHost: localhost:8080\n\n", 505),
            ("GET / HTTP/1.1\r\n\(host)X: bare\nY: line\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\(host)Space : x\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\(host): x\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\(host)X: \0\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\(host)no colon\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\n\(host)\r\n", 200), ("GET index.html HTTP/1.1\r\n\(host)\r\n", 400),
            ("GET /\r\n\r\n", 505), ("GET / FTP/1.1\r\n\(host)\r\n", 400),
            ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", 400),
        ])
    func heads(request: String, status: Int) async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        try await connection.send(request)
        let reply = try await connection.answer()
        #expect(reply.status == status, "\(request)")
        #expect(reply.isGuarded)
        if status != 200 { #expect(reply.body.split(separator: "\n").count == 1) }
    }

    @Test(
        "Without a password only this machine's names lead here, with one any name does",
        arguments: [
            ("localhost:8080", 200), ("LocalHost:8080", 200), ("127.0.0.1:8080", 200), ("[::1]:8080", 200),
            ("localhost", 421), ("localhost:80", 421), ("localhost:8081", 421), ("desk.example.org", 421),
            ("desk.example.org:8080", 421), ("localhost:8080.example.org", 421), ("localhost.example.org:8080", 421),
            ("127.0.0.1:8080@example.org", 421), ("10.0.0.1:8080", 421), ("[::2]:8080", 421), ("", 421),
        ])
    func hosts(host: String, status: Int) async throws {
        let archive = try Archive()
        let request = "GET / HTTP/1.1\r\nHost: \(host)\r\n"
        let open = try await Connection(to: FolderSite(root: archive.root))
        try await open.send(request + "\r\n")
        #expect(try await open.answer().status == status)
        let preview = PreviewSite()
        await preview.show("<h1>secret</h1>")
        let frame = try await Connection(to: preview)
        try await frame.send("GET /page HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        #expect(try await frame.answer().status == status)
        let authentication = try #require(BasicAuthentication(user: "ada", password: "lovelace"))
        let closed = try await Connection(
            to: FolderSite(root: archive.root, authentication: authentication), isAuthenticated: true)
        try await closed.send(request + "\r\n")
        let challenge = try await closed.answer()
        #expect(challenge.status == 401 && challenge.isGuarded)
        try await closed.send(request + "Authorization: Basic YWRhOmxvdmVsYWNl\r\n\r\n")
        #expect(try await closed.answer().status == 200)
    }

    @Test("On port 80 a name needs no port")
    func shortNames() throws {
        let address = try BindAddress(host: "127.0.0.53", port: 80, isAuthenticated: false)
        for name in ["localhost", "127.0.0.1:80", "[::1]", "127.0.0.53"] {
            #expect(address.answers(to: name, port: 80))
        }
        #expect(!address.answers(to: "127.0.0.54", port: 80))
    }

    @Test(
        "A head has a length: a target 4,096 bytes, a field's name or value 8,192, all of them 16,384 and 64 fields",
        arguments: [
            ("GET /?\(text(4094)) HTTP/1.1\r\n\(host)\r\n", 200), ("GET /?\(text(4095)) HTTP/1.1\r\n\(host)\r\n", 414),
            ("GET /\(text(1_000_000))", 414),
            ("GET / HTTP/1.1\r\n\(host)X: \(text(8192))\r\n\r\n", 200),
            ("GET / HTTP/1.1\r\n\(host)X: \(text(8193))\r\n\r\n", 431),
            ("GET / HTTP/1.1\r\n\(host)X: \(text(1_000_000))", 431),
            ("GET / HTTP/1.1\r\n\(host)\(text(1_000_000))", 431),
            ("GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: \(text(8000))\r\n", count: 3), 431),
            ("GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: 1\r\n", count: 63) + "\r\n", 200),
            ("GET / HTTP/1.1\r\n\(host)" + String(repeating: "X: 1\r\n", count: 64) + "\r\n", 431),
        ])
    func lengths(request: String, status: Int) async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        // As a socket gives it: what is too long is known before it is all there.
        for start in stride(from: 0, to: request.utf8.count, by: 8192) {
            try await connection.send(Array(Array(request.utf8)[start..<min(start + 8192, request.utf8.count)]))
        }
        let reply = try await connection.answer()
        #expect(reply.status == status && reply.isGuarded)
    }

    private static func text(_ count: Int) -> String { String(repeating: "a", count: count) }

    @Test("Requests that were sent together are answered in order; after one with a body the connection ends")
    func together() async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        try await connection.send(
            "GET /HEAD HTTP/1.1\r\n\(Self.host)\r\nHEAD / HTTP/1.1\r\n\(Self.host)\r\nGET /nothing HTTP/1.1\r\n\(Self.host)\r\n"
                + "GET /log.jsonl HTTP/1.1\r\n\(Self.host)Content-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n\(Self.host)\r\n"
        )
        try await connection.endInput()
        let text = try await connection.rest()
        let statuses = text.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
        #expect(statuses == ["200", "200", "404", "200"])
        #expect(text.hasSuffix("Connection: close\r\n\r\n{}\n"))
    }

    @Test("Who has nothing more to say still gets his answer")
    func halfClosed() async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        try await connection.send("GET /HEAD HTTP/1.1\r\n\(Self.host)\r\n")
        try await connection.endInput()
        #expect(try await connection.rest().hasSuffix("\r\n\r\nhead"))
    }

    @Test("Whatever bytes come, every answer is one that this server gives, and the connection ends")
    func noise() async throws {
        let archive = try Archive()
        var random = RandomSource(seed: 9)
        let known: Set = [200, 206, 304, 308, 400, 404, 405, 414, 416, 421, 431, 505]
        let seeds = [
            "GET / HTTP/1.1\r\n\(Self.host)\r\n",
            "HEAD /2026/W31/weekly/r1 HTTP/1.1\r\n\(Self.host)Range: bytes=0-3\r\n\r\n",
            "POST / HTTP/1.1\r\n\(Self.host)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "GET /%2e%2e/secret.txt HTTP/1.0\r\nConnection: keep-alive, Upgrade\r\nUpgrade: h2c\r\n\r\n",
        ].map { Array($0.utf8) }
        for round in 0..<1000 {
            var bytes = seeds[random.index(below: seeds.count)]
            if round % 10 == 0 { bytes = (0..<200).map { _ in UInt8(random.index(below: 256)) } }
            for _ in 0..<random.index(below: 5) {
                let place = random.index(below: bytes.count)
                switch random.index(below: 5) {
                case 0: bytes[place] = UInt8(random.index(below: 256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(random.index(below: 256)), at: place)
                case 3: bytes.insert(contentsOf: Array(repeating: bytes[place], count: 9000), at: place)
                default: bytes += bytes[place...]
                }
            }
            let connection = try await Connection(to: FolderSite(root: archive.root))
            let cut = random.index(below: bytes.count + 1)
            try await connection.send(Array(bytes[..<cut]))
            if connection.isOpen { try await connection.send(Array(bytes[cut...])) }
            if connection.isOpen { try await connection.endInput() }
            let text = try await connection.rest()
            #expect(!text.hasSuffix("password"))
            if !text.isEmpty {
                let reply = try #require(Reply(text), "round \(round): \(text)")
                #expect(known.contains(reply.status) && reply.isGuarded, "round \(round): \(text)")
            }
        }
    }
}
