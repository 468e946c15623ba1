import NIOCore
import NIOEmbedded
import Testing

@testable import Serving

@Suite("A bound on connections")
struct ConnectionBoundTests {
    /// Counts how often the listening socket is asked for a connection.
    private final class Asked: ChannelOutboundHandler {
        typealias OutboundIn = Never
        var count = 0

        func read(context: ChannelHandlerContext) {
            count += 1
        }
    }

    @Test("A full server asks for no further connection until one has ended, and ends them all with itself")
    func bound() throws {
        let loop = EmbeddedEventLoop()
        let asked = Asked()
        let socket = EmbeddedChannel(handlers: [asked, ConnectionBound(most: 2)], loop: loop)
        try socket.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8080)).wait()
        let visitors = (0..<3).map { _ in EmbeddedChannel(loop: loop) }
        func come(_ visitor: EmbeddedChannel) throws {
            try visitor.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8080)).wait()
            try socket.writeInbound(visitor)
            socket.read()
        }
        socket.read()
        try come(visitors[0])
        #expect(asked.count == 2)
        try come(visitors[1])
        #expect(asked.count == 2)
        try visitors[0].close().wait()
        loop.run()
        #expect(asked.count == 3)
        try come(visitors[2])
        #expect(asked.count == 3)
        try socket.close().wait()
        loop.run()
        #expect(visitors.allSatisfy { !$0.isActive })
    }
}
