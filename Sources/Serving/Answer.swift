internal import NIOCore
internal import NIOHTTP1

/// What goes over a connection for a site's response: its head as sent, and where its bytes come from.
struct Answer: Sendable {
    enum Body: Sendable {
        case none
        case bytes(ByteBuffer)
        case file(SiteFile, length: Int)
    }

    let head: HTTPResponseHead
    let body: Body

    /// - Parameter isHead: whether only the head was asked for.
    init(_ response: SiteResponse, isHead: Bool) {
        var response = response
        var body = Body.none
        var length = 0
        if case .file(let path, let range) = response.body {
            length = range.count
            do {
                if !isHead && !range.isEmpty {
                    body = .file(try SiteFile(path: path, offset: range.lowerBound), length: length)
                }
            } catch {
                response = error.response
            }
        }
        if case .text(let text) = response.body {
            let bytes = ByteBuffer(string: text)
            length = bytes.readableBytes
            if !isHead && length > 0 { body = .bytes(bytes) }
        }
        var headers = HTTPHeaders(response.guarded.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        if response.status != 304 { headers.add(name: "Content-Length", value: String(length)) }
        head = HTTPResponseHead(
            version: .http1_1, status: .custom(code: UInt(response.status), reasonPhrase: response.phrase),
            headers: headers)
        self.body = body
    }
}
