internal import NIOHTTP1

/// What is asked of a request before a site sees it.
struct Reception: Sendable {
    /// Where the server listens.
    let address: BindAddress
    /// The port that it got.
    let port: Int
    /// The longest target, in bytes.
    let longestTarget: Int

    /// What comes of a request's head.
    enum Outcome: Equatable {
        /// It goes to the site.
        case request(SiteRequest)
        /// It goes no further.
        case refusal(SiteResponse)
    }

    /// Reads the head of a request (RFC 9112, section 3).
    func receive(_ head: HTTPRequestHead) -> Outcome {
        guard head.version == .http1_1 || head.version == .http1_0 else { return .refusal(Self.unknownVersion) }
        guard head.uri.utf8.count <= longestTarget else { return .refusal(Self.longTarget) }
        let hosts = head.headers["Host"]
        guard hosts.count == 1 || hosts.isEmpty && head.version == .http1_0 else { return .refusal(Self.unreadable) }
        // A target with a host of its own, as a proxy's visitors send it, goes before the field.
        var (authority, target) = (hosts.first ?? "", Substring(head.uri))
        let scheme = "http://"
        if target.prefix(scheme.count).lowercased() == scheme {
            let rest = target.dropFirst(scheme.count)
            let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            authority = String(rest[..<end])
            target = rest[end...]
            if target.first != "/" { target = "/" + target }
        }
        guard address.answers(to: authority, port: port) else { return .refusal(Self.otherHost) }
        let fields = head.headers.map { ($0.name.lowercased(), $0.value) }
        return .request(
            SiteRequest(
                method: head.method.rawValue, target: String(target),
                headers: Dictionary(fields) { first, _ in first }))
    }

    /// The answer to what could not be read as a request.
    ///
    /// - Parameter isInTarget: whether the first line had not ended yet.
    static func refusal(of fault: HTTPParserError, isInTarget: Bool) -> SiteResponse {
        switch fault {
        case .headerOverflow: isInTarget ? longTarget : longHeader
        case .invalidVersion: unknownVersion
        case .invalidMethod: .readOnly
        default: unreadable
        }
    }

    private static let unreadable = SiteResponse.words(400, "This is not a request.")
    private static let longTarget = SiteResponse.words(414, "The address is too long.")
    private static let otherHost = SiteResponse.words(
        421, "Without a password this is shown on this machine alone: open it at 127.0.0.1 or localhost.")
    private static let longHeader = SiteResponse.words(431, "The header is too long.")
    private static let unknownVersion = SiteResponse.words(505, "This speaks HTTP/1.1.")
}
