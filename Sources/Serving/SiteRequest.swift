/// What somebody asks a site for, as far as a read-only site minds it.
public struct SiteRequest: Hashable, Sendable {
    /// The method, such as `GET`.
    public let method: String
    /// Path and query as they were sent, still percent-encoded.
    public let target: String
    /// Header fields by name in small letters.
    public let headers: [String: String]

    /// A request; names of header fields may be in any case.
    public init(method: String = "GET", target: String, headers: [String: String] = [:]) {
        self.method = method
        self.target = target
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }

    /// The path without the query.
    var path: Substring { target.prefix { $0 != "?" && $0 != "#" } }
    /// The query without its question mark; empty for none.
    var query: Substring { target.dropFirst(path.count).dropFirst().prefix { $0 != "#" } }
}
