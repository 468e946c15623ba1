internal import NIOCore

/// What comes in on a connection, before it is read as requests.
final class Intake: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// Whether the first line of the request that is expected has come: what is too long before is the target, after it the header.
    private(set) var hasLine = false
    /// Whether nothing more is wanted; what still comes is thrown away.
    var isClosed = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosed else { return }
        if !hasLine { hasLine = unwrapInboundIn(data).readableBytesView.contains(UInt8(ascii: "\n")) }
        context.fireChannelRead(data)
    }

    /// Expects the next request.
    func begin() {
        hasLine = false
    }
}
