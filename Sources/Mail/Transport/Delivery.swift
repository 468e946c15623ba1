/// How an attempt to deliver ended. A value, never an error: each case says what may be done next.
public enum Delivery: Hashable, Sendable {
    /// The server has it.
    case accepted(ServerReply)
    /// The server does not have it, and may take it another time.
    case retry(ServerReply)
    /// The server does not have it and will never take it.
    case permanent(ServerReply)
    /// Nothing was sent, and nothing will be before somebody corrects the settings or the environment.
    case misconfigured(String)
    /// The connection broke after the end of the message had been sent: the server may have it or not.
    case unknown(String)
}

extension Delivery: CustomStringConvertible {
    /// What happened, in words.
    public var description: String {
        switch self {
        case .accepted(let reply): "accepted (\(reply))"
        case .retry(let reply): "not accepted for now (\(reply))"
        case .permanent(let reply): "refused for good (\(reply))"
        case .misconfigured(let reason): "not tried: \(reason)"
        case .unknown(let reason): "unknown: \(reason)"
        }
    }
}
