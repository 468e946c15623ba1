/// What a site answers.
public struct SiteResponse: Hashable, Sendable {
    /// What is sent.
    public enum Body: Hashable, Sendable {
        /// Words as UTF-8.
        case text(String)
        /// A part of a file, in bytes from its start.
        case file(path: String, range: Range<Int>)
    }

    /// The status code, such as 200.
    public var status: Int
    /// Header fields by name.
    public var headers: [String: String]
    /// What is sent; of a HEAD request only its length is.
    public var body: Body

    /// An answer.
    public init(status: Int, headers: [String: String] = [:], body: Body = .text("")) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The status in words (RFC 9110, section 15).
    var phrase: String {
        switch status {
        case 200: "OK"
        case 206: "Partial Content"
        case 304: "Not Modified"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 414: "URI Too Long"
        case 416: "Range Not Satisfiable"
        case 421: "Misdirected Request"
        case 431: "Request Header Fields Too Large"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }

    /// With what every answer says to a browser, unless it says something else: guess no types, tell nobody, stand in nobody's
    /// frame, keep nothing; and words run no scripts.
    var guarded: SiteResponse {
        var guards = [
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
            "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store",
        ]
        // A report brings a policy of its own, in its page.
        if case .text = body { guards["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'" }
        var response = self
        response.headers.merge(guards) { own, _ in own }
        return response
    }

    /// The answer to whoever wants to change something.
    static let readOnly = words(405, "Nothing can be changed here.", headers: ["Allow": "GET, HEAD"])

    /// A short answer in words.
    static func words(_ status: Int, _ text: String, headers: [String: String] = [:]) -> SiteResponse {
        SiteResponse(
            status: status,
            headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { first, _ in first },
            body: .text(text + "\n"))
    }
}
