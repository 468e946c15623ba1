import Foundation
import FoundationNetworking
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import Serving

/// The same questions over a real socket.
@Suite("A server on loopback", .timeLimit(.minutes(1)))
struct SiteServerTests {
    /// Runs a server for the time of some work, which gets its address.
    private func serving(
        _ site: some Site, limits: ServerLimits = ServerLimits(),
        _ work: @Sendable @escaping (String) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream<UInt16>.makeStream()
        var server = SiteServer(site, at: try BindAddress(host: "127.0.0.1", port: 0, isAuthenticated: false))
        server.limits = limits
        let running = Task { [server] in try await server.run { continuation.yield($0) } }
        defer { running.cancel() }
        for await port in ports {
            try await work("http://127.0.0.1:\(port)")
            break
        }
    }

    private func fetch(_ address: String, _ method: String = "GET", _ headers: [String: String] = [:]) async throws
        -> (HTTPURLResponse, String)
    {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
        return (try #require(response as? HTTPURLResponse), String(decoding: data, as: UTF8.self))
    }

    @Test("Files, parts of files, heads and refusals arrive as they were answered")
    func answers() async throws {
        let archive = try Archive()
        try await serving(FolderSite(root: archive.root)) { address in
            let (page, text) = try await fetch(address + "/")
            #expect(page.statusCode == 200 && text == "<h1>all</h1>")
            #expect(page.value(forHTTPHeaderField: "X-Content-Type-Options") == "nosniff")
            let (part, digits) = try await fetch(
                address + "/2026/W31/weekly/r1/report.xlsx", "GET", ["Range": "bytes=2-4"])
            #expect(part.statusCode == 206 && digits == "234")
            let (head, nothing) = try await fetch(address + "/2026/W31/weekly/r1/report.xlsx", "HEAD")
            #expect(head.statusCode == 200 && nothing.isEmpty && head.expectedContentLength == 10)
            do {
                let (response, _) = try await fetch(address + "/../secret.txt")
                #expect(response.statusCode == 404)
            }
            do {
                let (response, _) = try await fetch(address + "/%2e%2e/secret.txt")
                #expect(response.statusCode == 404)
            }
            do {
                let (response, _) = try await fetch(address + "/", "POST")
                #expect(response.statusCode == 405)
            }
            do {
                let (response, _) = try await fetch(address + "/", "HEAD")
                #expect(response.expectedContentLength == 12)
            }
        }
    }

    @Test("A large file comes whole")
    func large() async throws {
        let archive = try Archive()
        let text = String(repeating: "0123456789", count: 300_000)
        try text.write(toFile: archive.root + "/large.txt", atomically: false, encoding: .utf8)
        try await serving(FolderSite(root: archive.root)) { address in
            let (_, whole) = try await fetch(address + "/large.txt")
            #expect(whole == text)
        }
    }

    /// A visitor of his own kind: connects, sends some bytes, and reads nothing.
    private func visitor(_ address: String, sends text: String) async throws -> any Channel {
        let port = try #require(Int(address.split(separator: ":").last ?? ""))
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: false).connect(host: "127.0.0.1", port: port).get()
        // It may have been shown out already.
        try? await channel.writeAndFlush(ByteBuffer(string: text.replacing("PORT", with: String(port))))
        return channel
    }

    @Test(
        "With a single place, who connects and sends nothing, half a request, or reads no answer makes room for the next",
        arguments: ["", "GET / HT", "GET /large.txt HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"])
    func room(start: String) async throws {
        let archive = try Archive()
        // More than the buffers of both sides hold.
        try String(repeating: "0123456789", count: 5_000_000).write(
            toFile: archive.root + "/large.txt", atomically: false, encoding: .utf8)
        var limits = ServerLimits()
        limits.connections = 1
        limits.request = .milliseconds(300)
        limits.piece = .milliseconds(300)
        try await serving(FolderSite(root: archive.root), limits: limits) { address in
            let visitors = [try await visitor(address, sends: start), try await visitor(address, sends: start)]
            let (page, text) = try await fetch(address + "/")
            #expect(page.statusCode == 200 && text == "<h1>all</h1>")
            for visitor in visitors { try? await visitor.close() }
        }
    }

    @Test("A server that ends lets its visitors go")
    func ending() async throws {
        let archive = try Archive()
        let held = Mutex<(any Channel)?>(nil)
        try await serving(FolderSite(root: archive.root)) { address in
            let channel = try await visitor(address, sends: "GET / HT")
            try await channel.setOption(.autoRead, value: true).get()
            _ = try await fetch(address + "/")
            held.withLock { $0 = channel }
        }
        try await #require(held.withLock { $0 }).closeFuture.get()
    }

    @Test("A port that is taken, and an address that is none, are named")
    func taken() async throws {
        let archive = try Archive()
        let site = FolderSite(root: archive.root)
        try await serving(site) { address in
            let port = try #require(UInt16(address.split(separator: ":").last ?? ""))
            let second = try BindAddress(host: "127.0.0.1", port: port, isAuthenticated: false)
            await #expect(throws: SiteServer.Failure(address: second, reason: "Address already in use")) {
                try await SiteServer(site, at: second).run { _ in }
            }
        }
        let nowhere = try BindAddress(host: "nowhere", port: 1, isAuthenticated: true)
        await #expect(
            throws: SiteServer.Failure(address: nowhere, reason: "not an address")
        ) { try await SiteServer(site, at: nowhere).run { _ in } }
        #expect(
            SiteServer.Failure(address: nowhere, reason: "not an address").description
                == "cannot listen on nowhere:1 (not an address); choose another port or stop what listens there")
    }
}
