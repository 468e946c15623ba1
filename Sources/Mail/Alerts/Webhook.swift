internal import CCurl
internal import Foundation

/// A chat's door for messages: a web address that is a secret, because whoever knows it can write there.
public struct Webhook: Sendable {
    /// The environment variable of the address.
    public static let variable = "THETADESK_WEBHOOK_URL"

    private let address: Secret
    private let host: String
    private let authorities: String
    private let seconds: Int

    /// A door at an address.
    ///
    /// - Parameters:
    ///   - authorities: A PEM file with the authorities that the certificate may rest on; empty for those of the system.
    ///   - seconds: Until the call must be over.
    /// - Throws: ``MailError`` for anything but `https://`, or `http://` on this machine. It does not repeat the address.
    public init(_ address: Secret, authorities: String = "", seconds: Int = 15) throws(MailError) {
        func refused(_ rule: String) -> MailError {
            .invalid(what: "environment variable", value: Self.variable, rule: rule)
        }
        guard !address.revealed.unicodeScalars.contains(where: \.isControl),
            let parts = URLComponents(string: address.revealed), let host = parts.host?.lowercased(), !host.isEmpty
        else { throw refused("is no web address; set it to https://HOST/PATH") }
        guard parts.scheme == "https" || parts.scheme == "http" && Loopback.isAddress(host) else {
            throw refused("must begin with https://; http:// is for this machine only")
        }
        guard seconds > 0 else {
            throw .invalid(what: "webhook's time", value: "\(seconds) s", rule: "must be positive")
        }
        self.address = address
        self.host = host
        self.authorities = authorities
        self.seconds = seconds
    }

    /// The door that the environment names; nil where it names none.
    public init?(environment: [String: String], authorities: String = "", seconds: Int = 15) throws(MailError) {
        guard let address = environment[Self.variable] else { return nil }
        try self.init(Secret(address), authorities: authorities, seconds: seconds)
    }

    /// Posts a notice and waits for the answer. Blocks.
    public func post(_ notice: AlertNotice) -> Delivery {
        let transfer = CurlTransfer()
        transfer.set(CURLOPT_URL, address.revealed)
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        // A redirection would carry the message to where nobody vouches for.
        transfer.set(CURLOPT_FOLLOWLOCATION, 0)
        transfer.set(CURLOPT_USERAGENT, "ThetaDesk")
        transfer.set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        transfer.set(CURLOPT_NOSIGNAL, 1)
        transfer.set(CURLOPT_TIMEOUT, seconds)
        transfer.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        transfer.set(CURLOPT_SSL_VERIFYPEER, 1)
        transfer.set(CURLOPT_SSL_VERIFYHOST, 2)
        transfer.trust(authorities)
        transfer.set(CURLOPT_HTTPHEADER, ["Content-Type: application/json; charset=utf-8"])
        let body = notice.webhookBody
        transfer.set(CURLOPT_POSTFIELDSIZE, body.utf8.count)
        transfer.set(CURLOPT_COPYPOSTFIELDS, body)
        let (code, _) = transfer.perform()
        return WebhookOutcome(code: code, status: transfer.responseCode, host: host).delivery
    }
}

extension Webhook: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The host and `•••`.
    public var description: String { "\(host)/\(address)" }
    /// The host and `•••`.
    public var debugDescription: String { description }
    /// A mirror that shows the host alone.
    public var customMirror: Mirror { Mirror(self, children: ["host": host]) }
}

/// What is known at the end of a webhook call, and what follows from it.
struct WebhookOutcome {
    /// libcurl's number for the outcome.
    let code: CURLcode
    /// The status of the answer (RFC 9110, section 15); 0 where there was none.
    let status: Int
    /// The host, which is no secret.
    let host: String

    /// Where no answer came, the message may be there or not; it is told again, because an alert twice is better than none.
    var delivery: Delivery {
        let reply = ServerReply(code: status, text: host)
        guard code == CURLE_OK else {
            // libcurl's long words could hold the address.
            let words = "\(host): \(String(cString: curl_easy_strerror(code)))"
            switch code {
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: return .misconfigured(words)
            default: return .retry(ServerReply(code: 0, text: words))
            }
        }
        return switch status {
        case 200..<300: .accepted(reply)
        case 300..<400: .misconfigured("\(host) leads elsewhere (\(status)); set \(Webhook.variable) to where it leads")
        case 401, 403, 404, 410:
            .misconfigured("\(host) does not know the address (\(status)); renew \(Webhook.variable)")
        case 408, 425, 429, 500..<600: .retry(reply)
        default: .permanent(reply)
        }
    }
}
