internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// One connection: asks the site about one request after the other, and sends what it answers, all within the limits.
final class Exchange: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What is going on.
    private enum State {
        /// A request is expected.
        case waiting
        /// The site was asked, or its answer is being sent.
        case answering
        /// The last answer was sent.
        case leaving
    }

    private let site: any Site
    private let reception: Reception
    private let intake: Intake
    private let limits: ServerLimits
    private var state = State.waiting
    /// Whether the connection ends with this answer.
    private var isLast = false
    /// Whether the visitor sends nothing more.
    private var isInputClosed = false
    private var asking: Task<Void, Never>?
    private var limit: Scheduled<Void>?

    init(site: any Site, reception: Reception, intake: Intake, limits: ServerLimits) {
        self.site = site
        self.reception = reception
        self.intake = intake
        self.limits = limits
    }

    func channelActive(context: ChannelHandlerContext) {
        expect(within: limits.request, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        asking?.cancel()
        limit?.cancel()
    }

    /// Answers a request as soon as its head is there. No request needs a body here; one that has is the connection's last, for
    /// its body is not read. So is one that would go on in another protocol, or in HTTP/1.0, where most go anyway.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = unwrapInboundIn(data), state == .waiting else { return }
        let hasBody =
            head.headers.contains(name: "Transfer-Encoding") || head.headers["Content-Length"].contains { $0 != "0" }
        let goesOn = head.method != .CONNECT && !head.headers.contains(name: "Upgrade")
        isLast = hasBody || !goesOn || head.version != .http1_1 || !head.isKeepAlive
        answer(context, isHead: head.method == .HEAD) { [site, reception] in
            switch reception.receive(head) {
            case .request(let request): await site.respond(to: request)
            case .refusal(let response): response
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let fault = error as? HTTPParserError else {
            // What comes behind a fault that was answered already; anything else means that the connection is broken.
            if !(error is ByteToMessageDecoderError) { context.close(promise: nil) }
            return
        }
        isLast = true
        guard state == .waiting else { return }
        let response = Reception.refusal(of: fault, isInTarget: !intake.hasLine)
        answer(context, isHead: false) { response }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event as? ChannelEvent == .inputClosed else { return context.fireUserInboundEventTriggered(event) }
        isInputClosed = true
        isLast = true
        // Who has gone waits for nothing any more; who only has nothing more to say still gets an answer.
        asking?.cancel()
        if state != .answering { context.close(promise: nil) }
    }

    // MARK: - An answer

    private func answer(
        _ context: ChannelHandlerContext, isHead: Bool, _ ask: @escaping @Sendable () async -> SiteResponse
    ) {
        state = .answering
        limit?.cancel()
        let promise = context.eventLoop.makePromise(of: Answer.self)
        asking = promise.completeWithTask { Answer(await ask(), isHead: isHead) }
        promise.futureResult.assumeIsolated().whenSuccess { answer in
            guard context.channel.isActive else { return }
            self.send(answer, context)
        }
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        var head = answer.head
        if isLast { head.headers.replaceOrAdd(name: "Connection", value: "close") }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        switch answer.body {
        case .none: push(ByteBuffer(), context) { self.end(context) }
        case .bytes(let bytes): push(bytes, context) { self.end(context) }
        case .file(let file, let length): sendPiece(of: file, left: length, context)
        }
    }

    private func sendPiece(of file: SiteFile, left: Int, _ context: ChannelHandlerContext) {
        guard left > 0 else { return end(context) }
        let count = min(left, limits.pieceSize)
        NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { try file.piece(upTo: count) }
            .assumeIsolated().whenComplete { result in
                // A file that has become shorter: only the connection's end can still say so.
                guard case .success(let bytes) = result, bytes.readableBytes > 0 else {
                    return context.close(promise: nil)
                }
                self.push(bytes, context) {
                    self.sendPiece(of: file, left: left - bytes.readableBytes, context)
                }
            }
    }

    /// Sends bytes, and goes on when the visitor's side has accepted them. So nothing more than that is ever kept for him.
    private func push(_ bytes: ByteBuffer, _ context: ChannelHandlerContext, then next: @escaping () -> Void) {
        expect(within: limits.piece, context)
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.assumeIsolated().whenComplete { result in
            self.limit?.cancel()
            if case .success = result { next() } else { context.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
    }

    private func end(_ context: ChannelHandlerContext) {
        // Whoever has sent the next request already is heard while this is written.
        state = isLast ? .leaving : .waiting
        if isLast {
            intake.isClosed = true
        } else {
            intake.begin()
            expect(within: limits.request, context)
        }
        let isLast = isLast
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        guard isLast else { return }
        if isInputClosed { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        expect(within: limits.farewell, context)
    }

    /// Ends the connection unless something happens in time.
    private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
        limit?.cancel()
        limit = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
