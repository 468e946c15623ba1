/// Why a mail, an address, a server or a secret is refused before anything is sent.
public enum MailError: Error, Equatable, Sendable {
    /// A value that would make a wrong or dangerous mail. Secrets are never a value here.
    case invalid(what: String, value: String, rule: String)
}

extension MailError: CustomStringConvertible {
    /// The thing, the value seen, the rule and the remedy, on one line.
    public var description: String {
        switch self {
        case .invalid(let what, let value, let rule): "\(what) \(quoted(value)): \(rule)"
        }
    }
}

/// A value in quotation marks, with control characters escaped and its tail cut, so that it fits into one line.
private func quoted(_ value: String) -> String {
    let shown = value.count > 80 ? value.prefix(79) + "…" : value[...]
    return "'" + shown.unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined() + "'"
}

extension Unicode.Scalar {
    /// Whether this is no character but a command: the controls of ASCII and Latin-1, and Unicode's own line ends.
    var isControl: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }
}
