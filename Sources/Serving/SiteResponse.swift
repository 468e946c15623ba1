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
        case 401: "Unauthorized"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 416: "Range Not Satisfiable"
        default: "Status"
        }
    }

    /// A short answer in words.
    static func words(_ status: Int, _ text: String, headers: [String: String] = [:]) -> SiteResponse {
        SiteResponse(
            status: status,
            headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { first, _ in first },
            body: .text(text + "\n"))
    }
}
