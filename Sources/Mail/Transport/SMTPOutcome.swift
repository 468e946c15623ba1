internal import CCurl

/// What is known at the end of an SMTP transfer, and what follows from it.
struct SMTPOutcome {
    /// libcurl's own number for the outcome.
    let code: CURLcode
    /// libcurl's words for it.
    let reason: String
    /// The server's last reply.
    let reply: ServerReply?
    /// Whether the end of the message had left.
    let hasEnded: Bool

    /// The server's reply decides; libcurl's number only where the server said nothing to the point.
    var delivery: Delivery {
        if code == CURLE_OK { return .accepted(reply ?? ServerReply(code: 0, text: "accepted")) }
        if let reply {
            if reply.isAboutCredentials { return .misconfigured("the server does not accept the sign-in (\(reply))") }
            if reply.isTemporary { return .retry(reply) }
            if reply.isPermanent { return .permanent(reply) }
        }
        if hasEnded {
            return .unknown("the connection broke after the mail had been sent and before an answer (\(reason))")
        }
        switch code {
        case CURLE_LOGIN_DENIED:
            return .misconfigured("the server offers no way to sign in that this program knows")
        case CURLE_USE_SSL_FAILED:
            return .misconfigured("the server does not offer STARTTLS, and mail is never sent without encryption")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CIPHER,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CERTPROBLEM:
            return .misconfigured("the server's certificate is not trusted (\(reason))")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_NOT_BUILT_IN, CURLE_URL_MALFORMAT, CURLE_UNKNOWN_OPTION,
            CURLE_BAD_FUNCTION_ARGUMENT:
            return .misconfigured("libcurl cannot do what is needed (\(reason))")
        default: return .retry(ServerReply(code: 0, text: reason))
        }
    }
}

extension ServerReply {
    /// Whether a mail server may say otherwise another time.
    fileprivate var isTemporary: Bool { (400..<500).contains(code) }
    /// Whether a mail server has said its last word.
    fileprivate var isPermanent: Bool { (500..<600).contains(code) }
    /// Whether the answer is about signing in (RFC 4954, section 6).
    fileprivate var isAboutCredentials: Bool { [530, 534, 535, 538].contains(code) }
}
