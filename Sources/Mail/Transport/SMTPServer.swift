internal import Foundation

/// Where mail goes out, and how the way there is kept safe.
public struct SMTPServer: Hashable, Sendable {
    /// How the connection is encrypted.
    public enum Security: Hashable, Sendable {
        /// From the first byte: `smtps://` (RFC 8314).
        case tls
        /// After STARTTLS, which the server must offer: `smtp://`.
        case startTLS
        /// Not at all: a relay on the same machine, and only where the settings say so.
        case plainText
    }

    /// The host's name or address, an IPv6 address in brackets.
    public let host: String
    /// The port.
    public let port: Int
    /// How the connection is encrypted.
    public let security: Security
    /// A PEM file with the authorities that the server's certificate may rest on; empty for those of the system.
    public let authorities: String
    /// Seconds until a connection must stand.
    public let connectSeconds: Int
    /// Seconds until the whole transfer must be over.
    public let totalSeconds: Int

    /// Reads `smtp://mail.example.com` (port 587, RFC 6409) or `smtps://mail.example.com` (port 465), with another port
    /// behind a colon where there is one.
    ///
    /// - Parameter plainText: Whether a relay on this machine may be spoken to without encryption.
    /// - Throws: ``MailError`` for anything else, above all for a name or password in the address.
    public init(
        _ address: String, plainText: Bool = false, authorities: String = "", connectSeconds: Int = 10,
        totalSeconds: Int = 120
    ) throws(MailError) {
        let parts = URLComponents(string: address)
        guard parts?.user == nil, parts?.password == nil, !address.contains("@") else {
            // The address may hold a password, so it is not repeated.
            throw .invalid(
                what: "mail server", value: "•••",
                rule: "must not hold a name or a password; set \(Credentials.userVariable) and "
                    + "\(Credentials.passwordVariable) in the environment")
        }
        // What follows a question mark may be a secret as well.
        let shown = String(address.prefix { !"?#".contains($0) })
        guard let parts, let host = parts.host?.lowercased(), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), ["", "/"].contains(parts.path), parts.query == nil,
            parts.fragment == nil, Loopback.isAddress(host) || DomainName.isValid(host)
        else {
            throw .invalid(what: "mail server", value: shown, rule: "must read smtp://HOST:PORT or smtps://HOST:PORT")
        }
        let port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        guard (1...65_535).contains(port) else {
            throw .invalid(what: "mail server", value: shown, rule: "must have a port from 1 to 65535")
        }
        guard connectSeconds > 0, totalSeconds >= connectSeconds else {
            throw .invalid(
                what: "mail server's time", value: "\(connectSeconds) s of \(totalSeconds) s",
                rule: "must be positive, and that for the connection within that for all")
        }
        if plainText {
            guard scheme == "smtp", Loopback.isAddress(host) else {
                throw .invalid(
                    what: "mail server", value: shown,
                    rule: "may be spoken to in plain text only as smtp:// on this machine (localhost, 127.0.0.1, [::1])"
                )
            }
        }
        self.host = host
        self.port = port
        self.authorities = authorities
        self.connectSeconds = connectSeconds
        self.totalSeconds = totalSeconds
        security = plainText ? .plainText : scheme == "smtps" ? .tls : .startTLS
    }
}

extension SMTPServer: CustomStringConvertible {
    /// `smtp://mail.example.com:587`.
    public var description: String { "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)" }
}
