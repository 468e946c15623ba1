/// Where a server listens.
public struct BindAddress: Hashable, Sendable, CustomStringConvertible {
    /// An IPv4 or IPv6 address in digits.
    public let host: String
    /// The port; 0 for any free one.
    public let port: UInt16
    private let isAuthenticated: Bool

    /// Why a server may not listen somewhere.
    public enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// Others than this machine could read, and nothing is asked of them.
        case needsAuthentication(String)

        /// What is missing and the remedy.
        public var description: String {
            switch self {
            case .needsAuthentication(let host):
                "\(host) can be reached from other machines: set THETADESK_SERVE_USER and THETADESK_SERVE_PASSWORD in the "
                    + "environment, or listen on 127.0.0.1"
            }
        }
    }

    /// An address to listen on.
    ///
    /// - Throws: ``Refusal`` for an address that others can reach where nothing is asked of them.
    public init(host: String, port: UInt16, isAuthenticated: Bool) throws(Refusal) {
        self.host = host
        self.port = port
        self.isAuthenticated = isAuthenticated
        guard isLoopback || isAuthenticated else { throw .needsAuthentication(host) }
    }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool {
        host == "::1" || host.hasPrefix("127.") && host.split(separator: ".").count == 4
    }

    /// Whether a request that names a host and port (its `Host` field) is meant for a server that listens here at a port.
    ///
    /// Where no password is asked for, only names of this machine are: a page from elsewhere, whose own name was made to lead here,
    /// could otherwise read everything through a visitor's browser.
    func answers(to authority: String, port: Int) -> Bool {
        guard !isAuthenticated else { return true }
        let authority = authority.lowercased()
        return ["localhost", "127.0.0.1", "[::1]", host].contains { name in
            authority == "\(name):\(port)" || port == 80 && authority == name
        }
    }

    /// As in an address line.
    public var description: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
