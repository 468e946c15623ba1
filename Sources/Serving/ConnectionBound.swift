internal import NIOCore

/// Keeps a listening socket from accepting more connections than a server can hold at once; further ones wait in the system's queue.
///
/// Listening socket and connections share one event loop.
final class ConnectionBound: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    private let most: Int
    private var open: [ObjectIdentifier: any Channel] = [:]
    private var isWaiting = false

    init(most: Int) {
        self.most = most
    }

    func read(context: ChannelHandlerContext) {
        isWaiting = open.count >= most
        if !isWaiting { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        let id = ObjectIdentifier(channel)
        open[id] = channel
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            self.open[id] = nil
            if self.isWaiting { self.read(context: context) }
        }
        context.fireChannelRead(data)
    }

    /// Nobody listens any more: those who are connected go too.
    func channelInactive(context: ChannelHandlerContext) {
        for channel in open.values { channel.close(promise: nil) }
        context.fireChannelInactive()
    }
}
