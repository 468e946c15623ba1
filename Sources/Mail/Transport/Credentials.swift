/// The name and the password with which a program signs in at a mail server.
public struct Credentials: Sendable {
    /// The environment variable of the name.
    public static let userVariable = "THETADESK_SMTP_USER"
    /// The environment variable of the password.
    public static let passwordVariable = "THETADESK_SMTP_PASSWORD"

    /// The name.
    public let user: String
    /// The password.
    let password: Secret

    /// A name and a password.
    /// - Throws: ``MailError`` where one is empty or holds a control character.
    public init(user: String, password: Secret) throws(MailError) {
        for (what, text) in [(Self.userVariable, user), (Self.passwordVariable, password.revealed)] {
            guard !text.isEmpty, !text.unicodeScalars.contains(where: \.isControl) else {
                throw .invalid(
                    what: "environment variable", value: what,
                    rule: "is empty or holds a line end or another control character; set it without one")
            }
        }
        self.user = user
        self.password = password
    }

    /// What the environment holds; nil where it names neither.
    /// - Throws: ``MailError`` where it names only one of the two, or one that cannot be used.
    public init?(environment: [String: String]) throws(MailError) {
        switch (environment[Self.userVariable], environment[Self.passwordVariable]) {
        case (nil, nil): return nil
        case (let user?, let password?): try self.init(user: user, password: Secret(password))
        case (let user, _):
            throw .invalid(
                what: "environment variable", value: user == nil ? Self.userVariable : Self.passwordVariable,
                rule: "is not set although its other half is; set both or neither")
        }
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name and `•••`.
    public var description: String { "\(user):\(password)" }
    /// The name and `•••`.
    public var debugDescription: String { description }
    /// A mirror that shows the name alone.
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
