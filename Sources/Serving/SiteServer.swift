internal import FlyingFox
internal import FlyingSocks
internal import Foundation

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

    /// A server of a site at an address.
    public init(_ site: any Site, at address: BindAddress) {
        self.site = site
        self.address = address
    }

    /// Listens until the task is cancelled.
    ///
    /// - Parameter isListening: called once with the port, when requests can come.
    public func run(isListening: @escaping @Sendable (UInt16) -> Void) async throws {
        let server = HTTPServer(
            config: try configuration(), handler: Handler(site: site))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [address] in
                do {
                    try await server.run()
                } catch is CancellationError {
                    return
                } catch {
                    guard !Task.isCancelled else { return }
                    throw Failure(address: address, reason: "\(error)")
                }
            }
            group.addTask {
                try await server.waitUntilListening()
                switch await server.listeningAddress {
                case .ip4(_, let port), .ip6(_, let port): isListening(port)
                case .unix, nil: break
                }
            }
            while !group.isEmpty {
                do {
                    try await group.next()
                } catch {
                    group.cancelAll()
                    throw error
                }
            }
        }
    }

    private func configuration() throws -> HTTPServer.Configuration {
        func make(_ address: some SocketAddress) -> HTTPServer.Configuration {
            HTTPServer.Configuration(
                address: address, timeout: 30, sharedRequestBufferSize: 4096, sharedRequestReplaySize: 4096,
                logger: .disabled)
        }
        do {
            return address.host.contains(":")
                ? make(try sockaddr_in6.inet6(ip6: address.host, port: address.port))
                : make(try sockaddr_in.inet(ip4: address.host, port: address.port))
        } catch {
            throw Failure(address: address, reason: "not an address")
        }
    }

    /// The site behind the library's own types.
    private struct Handler: HTTPHandler {
        let site: any Site

        func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
            var headers: [String: String] = [:]
            for key in request.headers.keys { headers[key.rawValue] = request.headers[key] }
            let response = await site.respond(
                to: SiteRequest(
                    method: request.method.rawValue, target: request.target.rawValue, headers: headers))
            var fields = HTTPHeaders()
            for (name, value) in response.headers { fields[HTTPHeader(name)] = value }
            let status = HTTPStatusCode(response.status, phrase: response.phrase)
            let isHead = request.method == .HEAD
            switch response.body {
            case .text(let text):
                let body = Data(text.utf8)
                if isHead { fields[.contentLength] = String(body.count) }
                return HTTPResponse(statusCode: status, headers: fields, body: isHead ? Data() : body)
            case .file(_, let range) where isHead || range.isEmpty:
                fields[.contentLength] = String(range.count)
                return HTTPResponse(statusCode: status, headers: fields)
            case .file(let path, let range):
                guard
                    let body = try? HTTPBodySequence(
                        file: URL(fileURLWithPath: path), range: range, suggestedBufferSize: 65_536)
                else { return HTTPResponse(statusCode: .notFound) }
                return HTTPResponse(statusCode: status, headers: fields, body: body)
            }
        }
    }
}
