internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Shows a site over HTTP.
public struct SiteServer: Sendable {
    /// Why a server could not listen, or stopped listening.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        /// Where it was to listen.
        public let address: BindAddress
        /// What the system said.
        public let reason: String

        /// The address, the reason and the remedy.
        public var description: String {
            "cannot listen on \(address) (\(reason)); choose another port or stop what listens there"
        }
    }

    private let site: any Site
    private let address: BindAddress
    /// What is lent to visitors.
    var limits = ServerLimits()

    /// A server of a site at an address.
    public init(_ site: any Site, at address: BindAddress) {
        self.site = site
        self.address = address
    }

    /// Listens until the task is cancelled.
    ///
    /// - Parameter isListening: called once with the port, when requests can come.
    /// - Throws: ``Failure`` where it cannot listen.
    public func run(isListening: @escaping @Sendable (UInt16) -> Void) async throws {
        let socket = try await listen()
        isListening(UInt16(socket.localAddress?.port ?? 0))
        try await withTaskCancellationHandler {
            try await socket.closeFuture.get()
        } onCancel: {
            socket.close(promise: nil)
        }
        guard Task.isCancelled else { throw Failure(address: address, reason: "the socket was closed") }
    }

    private func listen() async throws(Failure) -> any Channel {
        guard let place = try? SocketAddress(ipAddress: address.host, port: Int(address.port)) else {
            throw Failure(address: address, reason: "not an address")
        }
        let limits = limits.fitting(descriptors: sysconf(Int32(_SC_OPEN_MAX)), cores: System.coreCount)
        // One loop for all: there is little to do, and what is counted needs no lock.
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton.next())
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.maxMessagesPerRead, value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    // A system without descriptors is asked again after a while.
                    let backoff = AcceptBackoffHandler(shouldForwardIOErrorCaught: false)
                    let bound = ConnectionBound(most: limits.connections)
                    try channel.pipeline.syncOperations.addHandlers([backoff, bound])
                }
            }
            // Small reads: they bound what of a visitor's requests waits in memory.
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 8192))
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { [site, address] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        SiteServer.handlers(of: site, at: address, port: channel.localAddress?.port ?? 0, limits))
                }
            }
        do {
            return try await bootstrap.bind(to: place).get()
        } catch {
            let code = (error as? IOError)?.errnoCode
            throw Failure(address: address, reason: code.map { String(cString: strerror($0)) } ?? "\(error)")
        }
    }

    /// What a connection's bytes pass, from the socket to the site and back.
    static func handlers(
        of site: any Site, at address: BindAddress, port: Int, _ limits: ServerLimits
    ) -> [any ChannelHandler] {
        let intake = Intake()
        var heads = NIOHTTPDecoderLimitConfiguration()
        heads.maxHeaderFieldSize = limits.field
        heads.maxHeaderListSize = limits.header
        heads.maxHeaderFieldCount = limits.fields
        let reception = Reception(address: address, port: port, longestTarget: limits.target)
        return [
            HTTPResponseEncoder(), intake, ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: heads)),
            HTTPServerPipelineHandler(), Exchange(site: site, reception: reception, intake: intake, limits: limits),
        ]
    }
}
