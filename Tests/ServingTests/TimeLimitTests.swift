import NIOCore
import Testing

@testable import Serving

/// The limits of time, by a clock that the test turns.
@Suite("Who keeps a connection waiting", .timeLimit(.minutes(1)))
struct TimeLimitTests {
    private let request = "GET /HEAD HTTP/1.1\r\nHost: localhost:8080\r\n\r\n"

    @Test("A request that does not come, or comes byte by byte, ends the connection after 15 seconds")
    func half() async throws {
        let archive = try Archive()
        for start in ["", "G", String(request.dropLast())] {
            let connection = try await Connection(to: FolderSite(root: archive.root))
            try await connection.send(start)
            await connection.pass(.seconds(7))
            // More of it gives no more time.
            if !start.isEmpty { try await connection.send(start == "G" ? "E" : "X") }
            await connection.pass(.seconds(7))
            #expect(connection.isOpen)
            await connection.pass(.seconds(1))
            #expect(!connection.isOpen)
        }
    }

    @Test("A process with few descriptors holds fewer connections, each with a file, and never none")
    func descriptors() {
        for (descriptors, cores, connections) in [
            (1024, 2, 256), (1 << 20, 2, 256), (1024, 64, 256), (256, 2, 116), (64, 2, 20), (20, 2, 1), (0, 2, 1),
            (-1, 2, 256),
        ] {
            let limits = ServerLimits().fitting(descriptors: descriptors, cores: cores)
            #expect(limits.connections == connections, "\(descriptors)")
        }
    }

    @Test("An answer gives another 15 seconds")
    func idle() async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        for _ in 1...3 {
            await connection.pass(.seconds(14))
            try await connection.send(request)
            #expect(try await connection.answer().body == "head")
        }
        await connection.pass(.seconds(15))
        #expect(!connection.isOpen)
    }

    @Test("A connection that was ended is read for two seconds more, and what comes is thrown away")
    func farewell() async throws {
        let archive = try Archive()
        let connection = try await Connection(to: FolderSite(root: archive.root))
        try await connection.send("nonsense\r\n\r\n")
        #expect(try await connection.answer().status == 405)
        try await connection.send(request)
        await connection.pass(.seconds(2))
        #expect(try await connection.rest().isEmpty)
    }

    @Test("Who waits for a preview may wait for long, and is forgotten when he has gone")
    func preview() async throws {
        let site = PreviewSite()
        let connection = try await Connection(to: site)
        try await connection.send("GET /wait?0 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n")
        try await reaches { await site.waiters == 1 }
        await connection.pass(.hours(8))
        #expect(connection.isOpen)
        try await connection.endInput()
        #expect(try await connection.rest().hasSuffix("\r\n\r\n0\n"))
        #expect(await site.waiters == 0)
        let second = try await Connection(to: site)
        try await second.send("GET /wait?0 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n")
        try await reaches { await site.waiters == 1 }
        try await second.channel.close()
        try await reaches { await site.waiters == 0 }
    }

    /// Waits until something holds, or the test's time is over.
    private func reaches(_ condition: () async -> Bool) async throws {
        while await !condition() {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}
