import Foundation
import NIOCore
import NIOEmbedded
import NIOHTTP1

@testable import Serving

/// A connection to a site at 127.0.0.1:8080, whose other side is a test, and whose clock the test turns.
struct Connection {
    let channel = NIOAsyncTestingChannel()

    init(to site: some Site, isAuthenticated: Bool = false, limits: ServerLimits = ServerLimits()) async throws {
        let address = try BindAddress(host: "127.0.0.1", port: 8080, isAuthenticated: isAuthenticated)
        let (channel, site) = (channel, site)
        try await channel.testingEventLoop.executeInContext {
            try channel.pipeline.syncOperations.addHandlers(
                SiteServer.handlers(of: site, at: address, port: 8080, limits))
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 40_000))
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeInbound(ByteBuffer(bytes: bytes))
    }

    /// The next answer, whole.
    func answer() async throws -> Reply {
        var text = ""
        while true {
            text += String(buffer: try await channel.waitForOutboundWrite(as: ByteBuffer.self))
            if let reply = Reply(text), reply.isWhole { return reply }
        }
    }

    /// Says that nothing more is sent.
    func endInput() async throws {
        let channel = channel
        try await channel.testingEventLoop.executeInContext {
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }

    /// Everything that was answered by the time the connection has ended.
    func rest() async throws -> String {
        try await channel.closeFuture.get()
        var text = ""
        while let bytes = try await channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: bytes) }
        return text
    }

    func pass(_ time: TimeAmount) async {
        await channel.testingEventLoop.advanceTime(by: time)
    }

    var isOpen: Bool { channel.isActive }
}

/// An answer as it went over a connection.
struct Reply {
    let status: Int
    let headers: HTTPHeaders
    let body: String

    /// Reads an answer; nil where its head is not there yet.
    init?(_ text: String) {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count > 1, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
        self.status = status
        headers = HTTPHeaders(
            lines.dropFirst().compactMap { line in
                line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
            })
        body = String(text[end.upperBound...])
    }

    var isWhole: Bool { body.utf8.count >= Int(headers.first(name: "Content-Length") ?? "0") ?? 0 }

    /// Whether it says what every answer says to a browser.
    var isGuarded: Bool {
        headers["X-Content-Type-Options"] == ["nosniff"] && headers["Referrer-Policy"] == ["no-referrer"]
            && headers["X-Frame-Options"] == ["DENY"] && headers["Cross-Origin-Resource-Policy"] == ["same-origin"]
            && headers["Cache-Control"].count == 1
    }
}
