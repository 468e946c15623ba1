/// A number that may not exist, and then says why. Undefined is data: never 0, NaN or infinity.
public enum Figure: Hashable, Sendable {
    /// A finite value with the number of observations behind it.
    case value(Double, n: Int)
    /// No value, the reason for it, and the number of observations that there were.
    case undefined(Undefined, n: Int)

    /// The value; nil when undefined.
    public var value: Double? {
        if case .value(let value, _) = self { value } else { nil }
    }

    /// Why there is no value; nil when there is one.
    public var reason: Undefined? {
        if case .undefined(let reason, _) = self { reason } else { nil }
    }

    /// Observations behind the figure.
    public var n: Int {
        switch self {
        case .value(_, let n), .undefined(_, let n): n
        }
    }
}
